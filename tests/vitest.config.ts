import { join } from 'node:path';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

const root = join(import.meta.dirname, '..');
const execArgv = ['--disable-warning=ExperimentalWarning'];

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
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.spec.ts'], execArgv } },
      {
        extends: true,
        test: { name: 'integration', include: ['tests/integration/**/*.spec.ts'], testTimeout: 20_000, execArgv },
      },
      { extends: true, test: { name: 'architecture', include: ['tests/architecture/**/*.spec.ts'] } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.spec.ts'],
          globalSetup: ['tests/e2e/shared-server.ts'],
          fileParallelism: false,
          // Software-drawn maps on a busy machine: a second try tells slowness from a fault.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          execArgv,
        },
      },
    ],
  },
});
