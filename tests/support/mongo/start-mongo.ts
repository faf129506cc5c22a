import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMongo, mustHaveMongo } from './find-mongo.ts';
import type { MongoSource } from './find-mongo.ts';
import { prepareMongo } from './prepare-mongo.ts';

const READY_WITHIN_MS = 60_000;

/** A server of the MongoDB protocol that lives as long as a file of tests. */
export interface TestMongo {
  readonly kind: MongoSource['kind'];
  /** The address of a database of this name. */
  database(name: string): string;
  /** Ends the server at once, as a power cut would; its data stay. Not for a server that was given. */
  cut(): Promise<void>;
  /** Starts it again on the same address and data. */
  startAgain(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a program and waits for the line that says it takes connections. FerretDB ends when its input does. */
async function run(source: Exclude<MongoSource, { kind: 'given' }>, port: number, folder: string): Promise<ChildProcess> {
  const [args, ready] = source.kind === 'ferretdb'
    ? [[`127.0.0.1:${port}`, folder], /^mongodb:/m] as const
    : [['--bind_ip', '127.0.0.1', '--port', String(port), '--dbpath', folder], /Waiting for connections/] as const;
  const child = spawn(source.program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const killNow = (): void => void child.kill('SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  await new Promise<void>((resolve, reject) => {
    let printed = '';
    const giveUp = (why: string): void => reject(new Error(`${source.program} did not start (${why}):\n${printed}`));
    const timer = setTimeout(() => giveUp('too slow'), READY_WITHIN_MS);
    child.once('error', (error) => giveUp(String(error)));
    child.once('close', (code) => giveUp(`exit code ${code}`));
    const read = (chunk: Buffer): void => {
      printed = `${printed}${chunk.toString()}`.slice(-4_000);
      if (!ready.test(printed)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return child;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill(signal);
  await gone;
}

function given(url: string): TestMongo {
  const refuse = (): never => {
    throw new Error('a server that was given is not ended by tests');
  };
  return {
    kind: 'given',
    database(name) {
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    cut: async () => refuse(), startAgain: async () => refuse(), stop: async () => {},
  };
}

/**
 * A server of the MongoDB protocol: MONGODB_URL, or else `mongod`, or else FerretDB, on a free port of this machine and a
 * folder of its own. Undefined where none can be had; there the tests are skipped. With `CI` set that is an error.
 */
export async function startMongo(): Promise<TestMongo | undefined> {
  const refusal = await prepareMongo();
  const source = findMongo();
  if (refusal !== undefined || source === undefined) {
    if (mustHaveMongo()) throw new Error(refusal);
    console.warn(refusal);
    return undefined;
  }
  if (source.kind === 'given') return given(source.url);
  const folder = mkdtempSync(join(tmpdir(), 'wangge-mongo-'));
  const port = await freePort();
  let child = await run(source, port, folder);
  return {
    kind: source.kind,
    database: (name) => `mongodb://127.0.0.1:${port}/${name}`,
    cut: () => end(child, 'SIGKILL'),
    async startAgain() {
      child = await run(source, port, folder);
    },
    async stop() {
      await end(child, 'SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
