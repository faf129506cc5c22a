import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { BATCH_POSITIONS, Fleet, preciseNow } from './fleet.ts';
import type { ServerAnswer, ServerTask } from './talk.ts';
import { startWay } from './ways.ts';
import type { WayName } from './ways.ts';

const [name, mode] = process.argv.slice(2);
const httpServer = createServer();
const sockets = new Set<Socket>();
httpServer.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
});
const fleet = new Fleet();
const way = startWay(name as WayName, httpServer, fleet, mode === 'driven');

/** Pause between batches, so that clients can say what they have drawn. */
const PACE_MS = 1;

async function drained(): Promise<void> {
  while ([...sockets].some((socket) => socket.writableLength > 0)) await sleep(1);
}

async function runBatches(count: number): Promise<number> {
  for (let batch = 0; batch < count; batch += 1) {
    way.publish(fleet.move(BATCH_POSITIONS));
    await turn();
    await drained();
    await sleep(PACE_MS);
  }
  return count * BATCH_POSITIONS;
}

async function runRate(task: Extract<ServerTask, { kind: 'rate' }>): Promise<number> {
  const startedAt = preciseNow();
  let published = 0;
  let told = 0;
  for (;;) {
    const passedMs = preciseNow() - startedAt;
    if (passedMs >= task.forMs) return published;
    const due = Math.floor((passedMs * task.perSecond) / 1_000) - published;
    if (due > 0) way.publish(fleet.move(due));
    published += due;
    for (; told < (passedMs * task.casesPerSecond) / 1_000; told += 1) way.tellCase();
    await sleep(task.everyMs);
  }
}

function heldBytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function run(task: ServerTask): Promise<ServerAnswer> {
  const heldBefore = heldBytes();
  const cpu = process.cpuUsage();
  const startedAt = preciseNow();
  const published = task.kind === 'batches' ? await runBatches(task.count) : await runRate(task);
  const used = process.cpuUsage(cpu);
  const wallMs = preciseNow() - startedAt;
  return { published, cpuMs: (used.user + used.system) / 1_000, wallMs, heldBytes: heldBytes() - heldBefore };
}

process.on('message', (task: ServerTask) => {
  void run(task).then((answer) => process.send?.(answer));
});
httpServer.listen(0, '127.0.0.1', () => process.send?.((httpServer.address() as AddressInfo).port));
