import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const execArgv = ['--disable-warning=ExperimentalWarning'];

/** Specs in Chromium: one file at a time. A second try tells a busy machine, which draws maps in software, from a fault. */
const inBrowser = {
  globalSetup: ['tests/e2e/shared-server.ts'], fileParallelism: false, retry: 1, testTimeout: 240_000, hookTimeout: 120_000, execArgv,
};

export default defineConfig({
  root,
  plugins: [vue()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['shared/src/**/*.spec.ts', 'server/src/**/*.spec.ts', 'web/src/**/*.spec.ts'],
          setupFiles: ['tests/support/fail-on-console.ts'],
          execArgv,
        },
      },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.spec.ts'], testTimeout: 30_000, hookTimeout: 30_000, execArgv } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.spec.ts'], testTimeout: 20_000, execArgv },
      },
      { extends: true, test: { name: 'office', include: ['tests/office/**/*.spec.ts'], testTimeout: 240_000, hookTimeout: 120_000, fileParallelism: false, execArgv } },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.spec.ts'] } },
      { extends: true, test: { name: 'e2e', include: ['tests/e2e/**/*.e2e.spec.ts'], exclude: ['tests/e2e/flows/**'], ...inBrowser } },
      { extends: true, test: { name: 'flows', include: ['tests/e2e/flows/*.e2e.spec.ts'], ...inBrowser } },
    ],
  },
});
