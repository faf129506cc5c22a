import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientAnswer, Helper, ServerAnswer, ServerTask } from './talk.ts';
import { startClientHelper, startServerHelper } from './talk.ts';
import type { WayName } from './ways.ts';

/** What one run found. */
export interface RunResult {
  readonly deliveriesPerCpuS: number;
  readonly bytesPerPosition: number;
  /** Share of one core the server used. */
  readonly cpuShare: number;
  /** Share of what was published that had arrived at the end. */
  readonly arrivedShare: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly heldBytes: number;
}

/** What a wall that was frozen cost, and what it had to swallow afterwards. */
export interface StallResult {
  readonly heldBytes: number;
  readonly swallowedBytes: number;
  readonly p99Ms: number;
  readonly p99UnstalledMs: number;
}

const ARRIVE_MS = 300;
const WARM_UP_MS = 500;
const NOTHING: ClientAnswer = { bytes: 0, positions: 0, agesMs: [] };

function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function total(answers: readonly ClientAnswer[]): ClientAnswer {
  return answers.reduce((sum, one) => ({
    bytes: sum.bytes + one.bytes, positions: sum.positions + one.positions, agesMs: [...sum.agesMs, ...one.agesMs],
  }), NOTHING);
}

/** Opens a server and walls in processes of their own, lets `work` use them, and ends them. */
async function withWalls<T>(way: WayName, isDriven: boolean, walls: readonly number[], work: (server: Helper, clients: readonly Helper[]) => Promise<T>): Promise<T> {
  const server = startServerHelper(way, isDriven);
  const clients: Helper[] = [];
  try {
    const port = await server.ask<number>(null);
    // A stream that nobody moved says nothing: one batch makes every wall ready.
    for (const count of walls) clients.push(startClientHelper(way, port, count));
    const ready = Promise.all(clients.map((client) => client.ask(null)));
    if (way === 'ours' && isDriven) await ringUntil(server, ready);
    await ready;
    return await work(server, clients);
  } finally {
    for (const helper of [...clients, server]) helper.end();
  }
}

/** A driven gateway sends first frames only when it is rung. */
async function ringUntil(server: Helper, ready: Promise<unknown>): Promise<void> {
  let isReady = false;
  void ready.then(() => (isReady = true), () => (isReady = true));
  while (!isReady) await server.ask({ kind: 'batches', count: 2 } satisfies ServerTask);
}

async function measure(server: Helper, clients: readonly Helper[], task: ServerTask): Promise<{ server: ServerAnswer; client: ClientAnswer }> {
  await Promise.all(clients.map((client) => client.ask('begin')));
  const answer = await server.ask<ServerAnswer>(task);
  await sleep(ARRIVE_MS);
  const heard = await Promise.all(clients.map((client) => client.ask<ClientAnswer>('report')));
  return { server: answer, client: total(heard) };
}

/** Pushes to `walls` as `task` says; the first batches warm the server up and are not counted. */
export async function runOnce(way: WayName, walls: number, task: ServerTask, warmUp: ServerTask): Promise<RunResult> {
  const isDriven = task.kind === 'batches';
  const half = Math.floor(walls / 2);
  return withWalls(way, isDriven, [half, walls - half], async (server, clients) => {
    await measure(server, clients, warmUp);
    const { server: pushed, client: heard } = await measure(server, clients, task);
    return {
      deliveriesPerCpuS: (heard.positions / pushed.cpuMs) * 1_000,
      bytesPerPosition: heard.bytes / heard.positions,
      cpuShare: pushed.cpuMs / pushed.wallMs,
      arrivedShare: heard.positions / (pushed.published * walls),
      p50Ms: quantile(heard.agesMs, 0.5),
      p99Ms: quantile(heard.agesMs, 0.99),
      heldBytes: pushed.heldBytes,
    };
  });
}

/** Freezes one wall among others for the time of the task; what the same task holds without that is taken off. */
export async function runStall(way: WayName, walls: number, task: Extract<ServerTask, { kind: 'rate' }>): Promise<StallResult> {
  return withWalls(way, false, [walls, 1], async (server, [steady, stalled]) => {
    if (steady === undefined || stalled === undefined) throw new Error('no walls');
    await measure(server, [steady], { ...task, forMs: WARM_UP_MS });
    const before = await measure(server, [steady], task);
    await stalled.ask('begin');
    stalled.freeze();
    const during = await measure(server, [steady], task);
    stalled.thaw();
    await sleep(ARRIVE_MS);
    const swallowed = await stalled.ask<ClientAnswer>('report');
    return {
      heldBytes: Math.max(0, during.server.heldBytes - before.server.heldBytes), swallowedBytes: swallowed.bytes,
      p99Ms: quantile(during.client.agesMs, 0.99), p99UnstalledMs: quantile(before.client.agesMs, 0.99),
    };
  });
}
