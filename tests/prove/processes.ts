import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';

const ROOT = join(import.meta.dirname, '../..');
const READY_WITHIN_MS = 120_000;

/** Where one run lives: its own folder and ports, and the programs it started. `env` is added to what they are told. */
export class Workplace {
  readonly #env: Readonly<Record<string, string>>;
  readonly dir = mkdtempSync(join(tmpdir(), 'wangge-prove-'));
  readonly #children = new Set<ChildProcess>();
  port = 0;
  jt808Port = 0;

  constructor(env: Readonly<Record<string, string>> = {}) {
    this.#env = env;
  }

  async takePorts(): Promise<void> {
    [this.port, this.jt808Port] = [await freePort(), await freePort()];
  }

  get dataDir(): string {
    return join(this.dir, 'data');
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  path(name: string): string {
    return join(this.dir, name);
  }

  /** Starts a program of the product on this run's folder and ports; `env` goes before all else. */
  start(script: string, args: readonly string[], isQuiet: boolean, env: Readonly<Record<string, string>> = {}): ChildProcess {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, script), ...args], {
      cwd: this.dir, stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'], DATA_DIR: this.dataDir, HOST: '127.0.0.1', PORT: String(this.port), JT808_PORT: String(this.jt808Port), ...this.#env, ...env },
    });
    const killNow = (): void => void child.kill('SIGKILL');
    process.once('exit', killNow);
    this.#children.add(child);
    child.once('close', () => {
      process.off('exit', killNow);
      this.#children.delete(child);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (!isQuiet) process.stderr.write(text.replace(/^(?=.)/gm, '  '));
    });
    return child;
  }

  /** Runs a command to its end. */
  async run(script: string, args: readonly string[], isQuiet = false): Promise<{ code: number | null; output: string }> {
    const child = this.start(script, args, isQuiet);
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.on('data', (text: string) => (output += text));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, output };
  }

  /** Starts the server and waits for nothing. */
  spawnServer(): ChildProcess {
    const server = this.start('server/src/main.ts', [], false);
    server.stdout?.resume();
    return server;
  }

  /** Starts the server and waits until it can take work; answers it and how long that took. */
  async startServer(): Promise<{ server: ChildProcess; readyMs: number }> {
    const startedAt = Date.now();
    const server = this.spawnServer();
    while (Date.now() - startedAt < READY_WITHIN_MS && server.exitCode === null) {
      const isReady = await fetch(`${this.url}/readyz`).then(({ ok }) => ok, () => false);
      if (isReady) return { server, readyMs: Date.now() - startedAt };
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the server did not become ready (exit code ${server.exitCode})`);
  }

  /** Ends every program this run started, by its id, and removes the folder. */
  async clear(): Promise<void> {
    await Promise.all([...this.#children].map((child) => endProcess(child, 'SIGTERM')));
    rmSync(this.dir, { recursive: true, force: true });
  }
}

/** Sends a signal and resolves when the program is gone; one that stays is killed. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}
