import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGateway } from '@wangge/server/push/gateway';
import type { Gateway, GatewayOptions } from '@wangge/server/push/gateway';
import type { Audience } from '@wangge/server/push/operations-source';
import type { PositionSource } from '@wangge/server/push/position-source';
import { FakeOperations } from './fake-operations.ts';

/** The machine's clock: these tests talk over real sockets. */
export const realClock: GatewayOptions['clock'] = {
  now: () => Date.now(),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  every(periodMs, callback) {
    const timer = setInterval(callback, periodMs);
    return () => clearInterval(timer);
  },
};

/** Positions in the hand of a test. */
export class FakePositions implements PositionSource {
  readonly columns = {
    lng: new Float64Array(6_000), lat: new Float64Array(6_000), headingDeg: new Float64Array(6_000), speedKmh: new Float64Array(6_000),
    fixAt: new Float64Array(6_000),
  };

  /** Area of a row's unit; empty unless a test says otherwise. */
  readonly areas = new Map<number, string>();
  #changed = new Set<number>();
  #onChange: () => void = () => {};

  move(index: number, lng: number, lat: number, at: number): void {
    this.columns.lng[index] = lng;
    this.columns.lat[index] = lat;
    this.columns.fixAt[index] = at;
    this.#changed.add(index);
    if (this.#changed.size === 1) this.#onChange();
  }

  drainChanged(): Uint32Array {
    const drained = Uint32Array.from(this.#changed).sort();
    this.#changed = new Set();
    return drained;
  }

  known(): Uint32Array {
    return Uint32Array.from([...this.columns.fixAt.keys()].filter((index) => this.columns.fixAt[index] !== 0));
  }

  areaOf(index: number): string {
    return this.areas.get(index) ?? '';
  }

  onChange(listener: () => void): void {
    this.#onChange = listener;
  }
}

const AUDIENCES: Readonly<Record<string, Audience>> = {
  wall: { kind: 'wall', areaCode: '', isMasked: false },
  desk: { kind: 'desk', role: 'dispatcher', areaCode: '' },
  field: { kind: 'field', personId: 'p1', teamId: null, gridCode: 'even', departmentId: null },
};

export interface PushServerInHand {
  readonly url: string;
  readonly operations: FakeOperations;
  readonly positions: FakePositions;
  readonly gateway: Gateway;
  /** The server's clock: the machine's, set ahead or back by so much. */
  readonly clock: { aheadMs: number };
  /** Who is let in by the cookie `who=…`; a test may take a name out. */
  readonly known: Map<string, Audience>;
  close(): Promise<void>;
}

/** A gateway on a free port of this machine, over read models and positions in the hand of a test. */
export async function startPushServer(): Promise<PushServerInHand> {
  const httpServer: Server = createServer();
  const operations = new FakeOperations();
  const positions = new FakePositions();
  const known = new Map(Object.entries(AUDIENCES));
  const clock = { ...realClock, aheadMs: 0, now: () => Date.now() + clock.aheadMs };
  const gateway = createGateway({
    httpServer, source: operations, positions, storeWatch: { trouble: () => null, onChange: () => {} }, clock,
    authenticate: ({ cookie }) => known.get(/who=(\w+)/.exec(cookie)?.[1] ?? '') ?? null,
    origins: ['https://wall.example.cn'],
  });
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`, operations, positions, gateway, clock, known,
    async close() {
      gateway.close();
      await new Promise<void>((resolve) => httpServer.close(() => resolve()));
    },
  };
}
