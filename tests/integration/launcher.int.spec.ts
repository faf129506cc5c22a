import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const BIN = join(import.meta.dirname, '../../server/bin');
const PNPM_VERSION = /PNPM_VERSION = '([^']+)'/.exec(readFileSync(join(BIN, 'toolchain.mjs'), 'utf8'))?.[1];

/** A package manager that only notes that it was called. */
const PNPM = `
const fs = require('node:fs');
fs.appendFileSync('installs.log', 'install\\n');
fs.mkdirSync('node_modules', { recursive: true });
fs.writeFileSync('node_modules/.modules.yaml', '');
`;

const REPLAY = `
process.on('SIGTERM', () => process.exit(7));
console.log(JSON.stringify(process.argv.slice(2)));
if (process.argv.includes('--stay')) setInterval(() => {}, 1000);
if (process.argv.includes('--fail')) process.exitCode = 3;
`;

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function makeWorkspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'wangge-launcher-'));
  folders.push(root);
  cpSync(BIN, join(root, 'server/bin'), { recursive: true });
  const files = {
    '.tools/node_modules/pnpm/package.json': JSON.stringify({ version: PNPM_VERSION }),
    '.tools/node_modules/pnpm/bin/pnpm.cjs': PNPM,
    'pnpm-lock.yaml': 'first',
    'package.json': '{"type":"module"}',
    'server/src/cli/replay.ts': REPLAY,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the launcher as npm would; `onOutput` may act on it while it runs. */
function launch(root: string, args: readonly string[], onOutput?: (kill: () => void) => void): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, 'server/bin/run.mjs'), ...args], { cwd: root });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (stdout.includes('--stay')) onOutput?.(() => child.kill('SIGTERM'));
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}

const installsIn = (root: string): number => readFileSync(join(root, 'installs.log'), 'utf8').split('\n').length - 1;

describe('the launcher', () => {
  it('explains start without installing anything', async () => {
    const root = makeWorkspace();
    rmSync(join(root, '.tools'), { recursive: true });
    const { code, stdout } = await launch(root, ['start', '--help']);
    expect(code).toBe(0);
    for (const word of ['PORT', 'HOST', 'JT808_PORT', 'DATA_DIR', 'STORE_URL', 'REDIS_URL', '--empty']) {
      expect(stdout).toContain(word);
    }
  });

  it('passes arguments and the exit code through', async () => {
    const { code, stdout } = await launch(makeWorkspace(), ['replay', '--tickets', 'a b.csv', '--fail']);
    expect(code).toBe(3);
    expect(stdout).toContain('["--tickets","a b.csv","--fail"]');
  });

  it('installs once, and again only when the lockfile has changed', async () => {
    const root = makeWorkspace();
    await launch(root, ['replay']);
    await launch(root, ['replay']);
    expect(installsIn(root)).toBe(1);
    writeFileSync(join(root, 'pnpm-lock.yaml'), 'second');
    await launch(root, ['replay']);
    expect(installsIn(root)).toBe(2);
  });

  it('installs once when two start together', async () => {
    const root = makeWorkspace();
    const both = await Promise.all([launch(root, ['replay']), launch(root, ['replay'])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(installsIn(root)).toBe(1);
  });

  it('hands a signal on and ends as the program ends', async () => {
    const { code } = await launch(makeWorkspace(), ['replay', '--stay'], (kill) => kill());
    expect(code).toBe(7);
  });

  it('refuses an unknown command with the list of known ones', async () => {
    const { code, stderr } = await launch(makeWorkspace(), ['strat']);
    expect(code).toBe(1);
    expect(stderr).toContain('strat');
    expect(stderr).toContain('prove:main');
  });

  it('says how to go on when the install cannot reach the registry', async () => {
    const root = makeWorkspace();
    writeFileSync(join(root, '.tools/node_modules/pnpm/bin/pnpm.cjs'), "console.log('ECONNREFUSED'); process.exitCode = 1;");
    const { code, stderr } = await launch(root, ['replay']);
    expect(code).toBe(1);
    expect(stderr).toContain('npm config set registry');
  });
});
