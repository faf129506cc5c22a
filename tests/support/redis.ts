import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apt, mayInstall } from './apt.ts';
import { freePort } from './free-port.ts';

const PROGRAM = 'redis-server';
const READY_WITHIN_MS = 20_000;
const HELP = '没有 redis-server，多节点的测试无法运行：sudo apt-get install -y redis-server';

/** A Redis that lives as long as a file of tests. */
export interface TestRedis {
  readonly url: string;
  /** Ends the server at once, as a power cut would. */
  cut(): Promise<void>;
  /** Starts it again, empty, on the same address. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

const isThere = (): boolean => spawnSync(PROGRAM, ['--version']).status === 0;

/** Makes sure there is a redis-server, installing Debian's where this process may; answers the sentence that says how to get one otherwise. */
export function prepareRedis(): string | undefined {
  if (!isThere() && mayInstall()) {
    console.log('正在安装 redis-server …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'redis-server');
  }
  return isThere() ? undefined : HELP;
}

function doesAnswer(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}

async function run(port: number, folder: string): Promise<ChildProcess> {
  const child = spawn(PROGRAM, ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no'], { stdio: 'ignore' });
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (!(await doesAnswer(port))) {
    if (Date.now() > giveUpAt || child.exitCode !== null) throw new Error(`${PROGRAM} did not start (exit code ${child.exitCode})`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGKILL');
  await gone;
}

/** Starts Debian's redis-server on a free port of this machine; it keeps nothing. */
export async function startRedis(): Promise<TestRedis> {
  const refusal = prepareRedis();
  if (refusal !== undefined) throw new Error(refusal);
  const folder = mkdtempSync(join(tmpdir(), 'wangge-redis-'));
  const port = await freePort();
  let child = await run(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    cut: () => end(child),
    async startAgain() {
      child = await run(port, folder);
    },
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
