import type { Server as HttpServer } from 'node:http';
import { FrameEncoder } from '@wangge/shared/frames';
import { createGateway } from '@wangge/server/push/gateway';
import { FakeOperations } from '../../support/fake-operations.ts';
import { realClock } from '../../support/push-server.ts';
import type { Fleet } from './fleet.ts';
import { preciseNow } from './fleet.ts';
import { createPlainServer, ws } from './libraries.ts';

export const WAY_NAMES = ['naive', 'json', 'ours', 'bare'] as const;
export type WayName = (typeof WAY_NAMES)[number];

/** One way to push. `publish` is called after the fleet has moved the named units. */
export interface Way {
  publish(indices: readonly number[]): void;
  /** An event of a case, where the way carries them. */
  tellCase(): void;
}

function record(fleet: Fleet, index: number): object {
  const { columns } = fleet.positions;
  return {
    id: `unit-${String(index).padStart(4, '0')}`, lng: Number((columns.lng[index] ?? 0).toFixed(6)), lat: Number((columns.lat[index] ?? 0).toFixed(6)),
    heading: Math.round(columns.headingDeg[index] ?? 0), speed: Math.round(columns.speedKmh[index] ?? 0), at: Math.round((columns.fixAt[index] ?? 0) * 10) / 10,
  };
}

/** What people usually write: one JSON event per position. */
function startNaive(httpServer: HttpServer, fleet: Fleet): Way {
  const server = createPlainServer(httpServer);
  return {
    publish: (indices) => indices.forEach((index) => server.emit('position', record(fleet, index))),
    tellCase: () => {},
  };
}

/** How long the batched way gathers positions. */
const GATHER_MS = 100;

/** One JSON event per batch. Driven: a batch per `publish`; else one every `GATHER_MS`. */
function startJson(httpServer: HttpServer, fleet: Fleet, isDriven: boolean): Way {
  const server = createPlainServer(httpServer);
  let gathered: object[] = [];
  const flush = (): void => {
    if (gathered.length > 0) server.emit('positions', gathered);
    gathered = [];
  };
  if (!isDriven) realClock.every(GATHER_MS, flush);
  return {
    publish(indices) {
      for (const index of indices) gathered.push(record(fleet, index));
      if (isDriven) flush();
    },
    tellCase: () => {},
  };
}

/** A clock that rings when it is told, so that a batch goes out when it is published and not a tick later. */
function createDrivenClock(): typeof realClock & { ring(): void } {
  let due: (() => void)[] = [];
  return {
    now: preciseNow,
    after(delayMs, callback) {
      if (delayMs > 1_000) return realClock.after(delayMs, callback);
      due.push(callback);
      return () => void (due = due.filter((one) => one !== callback));
    },
    every: realClock.every,
    ring() {
      const ringing = due;
      due = [];
      for (const callback of ringing) callback();
    },
  };
}

/** The product's gateway. Driven: a frame per `publish`; else its own adaptive tick. */
function startOurs(httpServer: HttpServer, fleet: Fleet, isDriven: boolean): Way {
  const driven = createDrivenClock();
  const operations = new FakeOperations();
  operations.retention = 100_000;
  createGateway({
    httpServer, source: operations, positions: fleet.positions, storeWatch: { trouble: () => null, onChange: () => {} }, clock: isDriven ? driven : realClock, authenticate: () => ({ kind: 'wall', areaCode: '', isMasked: false }),
  });
  let revision = 0;
  return {
    publish: () => driven.ring(),
    tellCase: () => operations.put(`case-${revision % 50}`, (revision += 1)),
  };
}

/** The limit: the same bytes, framed once and written to each WebSocket without anything around it. */
function startBare(httpServer: HttpServer, fleet: Fleet): Way {
  const server = new ws.WebSocketServer({ server: httpServer, perMessageDeflate: false });
  const encoder = new FrameEncoder();
  const done = (): void => {};
  return {
    publish() {
      const changed = fleet.positions.drainChanged();
      const frame = encoder.encodeDelta(fleet.positions.columns, changed, changed.length, preciseNow());
      if (frame === null) return;
      const wire = [Buffer.concat([Buffer.of(0x82, 126, frame.length >>> 8, frame.length & 0xff), frame])];
      for (const client of server.clients) client._sender.sendFrame(wire, done);
    },
    tellCase: () => {},
  };
}

export function startWay(name: WayName, httpServer: HttpServer, fleet: Fleet, isDriven: boolean): Way {
  if (name === 'naive') return startNaive(httpServer, fleet);
  if (name === 'json') return startJson(httpServer, fleet, isDriven);
  if (name === 'ours') return startOurs(httpServer, fleet, isDriven);
  return startBare(httpServer, fleet);
}
