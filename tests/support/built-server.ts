import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitFiles } from './file-limit.ts';
import { freePort } from './free-port.ts';
import { ROOT } from './run-node.ts';

const READY_WITHIN_MS = 120_000;

/** What the first start generated and printed, as kept in `demo-accounts.json`. */
export interface Secrets {
  readonly wallKey: string;
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly post: string; readonly password: string }[];
  readonly channels: readonly { readonly id: string; readonly apiKey: string }[];
}

/** Where the running product is, and its secrets: all that a visitor needs. */
export interface Place {
  readonly url: string;
  /** The address of the wall exactly as it was printed. */
  readonly wallUrl: string;
  /** Where vehicle terminals connect, `host:port`. */
  readonly jt808: string;
  readonly secrets: Secrets;
}

/** The product as a person starts it: its own process, free ports, a demo in a temporary data directory. */
export interface BuiltServer extends Place {
  /** Ends the process at once, as a power cut would. The data directory stays. */
  cut(): Promise<void>;
  /** From now on the system lets the process write nothing to any file, as a full disk would, until `makeRoom`. */
  fillDisk(): void;
  makeRoom(): void;
  /** Starts it again on the same address and data directory; resolves when it is ready. */
  startAgain(): Promise<void>;
  /** Ends the process and removes the data directory. */
  close(): Promise<void>;
}

/** Starts the product with its built pages; `settings`: further variables of its environment. Rejects with what it printed when it does not come up within a minute. */
export async function startBuiltServer(settings: Readonly<Record<string, string>> = {}): Promise<BuiltServer> {
  if (!existsSync(join(ROOT, 'web/dist/index.html'))) throw new Error('The pages are not built: run `npm test -- build` first.');
  const dataDir = mkdtempSync(join(tmpdir(), 'wangge-e2e-'));
  const jt808Port = await freePort();
  let running = await run(dataDir, 0, jt808Port, settings);
  const { url, wallUrl } = running;
  const secrets = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Secrets;
  return {
    url, wallUrl, secrets, jt808: `127.0.0.1:${jt808Port}`,
    cut: () => end(running.child, 'SIGKILL'),
    fillDisk: () => limitFiles(running.child.pid, 'none'),
    makeRoom: () => limitFiles(running.child.pid, 'plenty'),
    async startAgain() {
      running = await run(dataDir, Number(new URL(url).port), jt808Port, settings);
    },
    async close() {
      await end(running.child, 'SIGTERM');
      rmSync(dataDir, { recursive: true });
    },
  };
}

async function run(dataDir: string, port: number, jt808Port: number, settings: Readonly<Record<string, string>>): Promise<{ child: ChildProcess; url: string; wallUrl: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/src/main.ts'], {
    cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: String(port), JT808_PORT: String(jt808Port), DATA_DIR: dataDir, ...settings },
  });
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  const wallUrl = await new Promise<string>((resolve, reject) => {
    let printed = '';
    const giveUp = (why: string): void => reject(new Error(`The product did not start (${why}):\n${printed}`));
    const timer = setTimeout(() => giveUp('too slow'), READY_WITHIN_MS);
    child.once('close', (code) => giveUp(`exit code ${code}`));
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = /(http:\S+\/wall\S*)[^\n]*\n/.exec(printed)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return { child, url: new URL(wallUrl).origin, wallUrl };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill(signal);
  await gone;
}
