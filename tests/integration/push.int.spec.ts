import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow } from '@wangge/shared/wire';
import { PROTOCOL_VERSION } from '@wangge/shared/wire';
import { epochFor } from '@wangge/server/push/audience-key';
import { PushClient } from '../support/push-client.ts';
import { startPushServer } from '../support/push-server.ts';
import type { PushServerInHand } from '../support/push-server.ts';
import { trialSize } from '../support/trial-size.ts';

const WALL_EPOCH = epochFor('epoch-1', { kind: 'wall', areaCode: '', isMasked: false });

let server: PushServerInHand;
let clients: PushClient[] = [];

beforeEach(async () => {
  server = await startPushServer();
});

afterEach(async () => {
  for (const client of clients) client.close();
  clients = [];
  await server.close();
});

function connect(options: ConstructorParameters<typeof PushClient>[1] = {}): PushClient {
  const client = new PushClient(server.url, options);
  clients.push(client);
  return client;
}

function sorted(rows: Iterable<CaseRow>): CaseRow[] {
  return [...rows].toSorted((a, b) => a.id.localeCompare(b.id));
}

/** What a surface that opens now is shown. */
async function freshRows(who: string): Promise<CaseRow[]> {
  const client = connect({ who });
  await client.until(() => client.snapshots.length > 0);
  const rows = sorted(client.rows.values());
  client.close();
  return rows;
}

describe('push', () => {
  it('greets, sends one snapshot and then differences', async () => {
    server.operations.put('a', 1);
    server.operations.putUnit('u1', true);
    const wall = connect();
    await wall.until(() => wall.snapshots.length === 1);
    expect(wall.hello).toMatchObject({ protocol: PROTOCOL_VERSION, epoch: WALL_EPOCH, seq: 1 });
    expect(wall.snapshots[0]).toMatchObject({ epoch: WALL_EPOCH, seq: 1, reason: 'first' });
    server.operations.put('b', 1);
    server.operations.put('a', null);
    server.operations.putUnit('u1', false);
    await wall.until(() => wall.seq === 3 && wall.units.get('u1')?.onDuty === false);
    expect([...wall.rows.keys()]).toEqual(['b']);
    expect(wall.diffs).toHaveLength(1);
    expect(wall.snapshots).toHaveLength(1);
  });

  it('hints at the versions of boards to who comes and when one turns, at most each second, and never to the field', async () => {
    const wall = connect();
    const phone = connect({ who: 'field' });
    await wall.until(() => wall.boards.length === 1);
    expect(wall.boards).toEqual([{ lists: 1 }]);
    server.operations.turn('lists', 2);
    await wall.until(() => wall.boards.length === 2);
    server.operations.turn('lists', 3);
    server.operations.turn('lists', 4);
    const toldAt = Date.now();
    await wall.until(() => wall.boards.length === 3);
    expect(wall.boards.slice(1)).toEqual([{ lists: 2 }, { lists: 4 }]);
    expect(Date.now() - toldAt).toBeGreaterThan(800);
    expect(phone.boards).toEqual([]);
  });

  it('[RL3] leaves every surface with what a fresh one is shown, whatever happened', { timeout: trialSize(20_000, 7_200_000) }, async () => {
    const act = fc.oneof(
      { weight: 6, arbitrary: fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), revision: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }) }) },
      { weight: 1, arbitrary: fc.constant('break' as const) },
      { weight: 1, arbitrary: fc.constant('settle' as const) },
    );
    await fc.assert(fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.integer({ min: 2, max: 30 }), async (acts, retention) => {
      server.operations.retention = retention;
      let pair = ['wall', 'field'].map((who) => ({ who, client: connect({ who }) }));
      await Promise.all(pair.map(({ client }) => client.until(() => client.epoch !== null)));
      for (const one of acts) {
        if (one === 'settle') await pair[0]?.client.until(() => pair[0]?.client.seq === server.operations.lastSeq());
        else if (one !== 'break') server.operations.put(one.id, one.revision);
        else {
          pair = pair.map(({ who, client }) => {
            client.close();
            const next = connect({ who, held: { epoch: client.epoch ?? '', seq: client.seq } });
            for (const [id, row] of client.rows) next.rows.set(id, row);
            return { who, client: next };
          });
        }
      }
      server.operations.put('a', 2);
      const last = server.operations.lastSeq();
      for (const { who, client } of pair) {
        await client.until(() => client.seq === last);
        expect(sorted(client.rows.values())).toEqual(await freshRows(who));
        client.close();
      }
    }), { numRuns: trialSize(25, 10_000) });
  });

  it('goes on after a break from the number the client holds', async () => {
    server.operations.put('a', 1);
    server.operations.put('b', 1);
    const wall = connect({ held: { epoch: WALL_EPOCH, seq: 1 } });
    await wall.until(() => wall.seq === 2);
    expect(wall.snapshots).toEqual([]);
    expect(wall.diffs[0]).toMatchObject({ fromSeq: 1, seq: 2, gone: [] });
    expect([...wall.rows.keys()]).toEqual(['b']);
    expect(wall.figures).toHaveLength(1);
  });

  it('says why it sends a snapshot instead', async () => {
    server.operations.retention = 2;
    for (let revision = 1; revision <= 5; revision += 1) server.operations.put('a', revision);
    const [away, stranger, ahead] = [
      connect({ held: { epoch: WALL_EPOCH, seq: 1 } }),
      connect({ held: { epoch: 'epoch-0', seq: 4 } }),
      connect({ held: { epoch: WALL_EPOCH, seq: 99 } }),
    ];
    await Promise.all([away, stranger, ahead].map((client) => client.until(() => client.snapshots.length > 0)));
    expect([away, stranger, ahead].map((client) => client.snapshots[0]?.reason)).toEqual(['gap-too-large', 'other-epoch', 'other-epoch']);
    expect([away, stranger, ahead].map((client) => client.seq)).toEqual([5, 5, 5]);
  });

  it('makes one snapshot for many that join at once, and none is behind', async () => {
    for (let i = 0; i < 50; i += 1) server.operations.put(`case-${i}`, 1);
    const walls = Array.from({ length: 30 }, () => connect());
    await walls[0]?.until(() => walls.some((wall) => wall.snapshots.length > 0));
    server.operations.put('late', 1);
    await Promise.all(walls.map((wall) => wall.until(() => wall.seq === 51)));
    expect(server.operations.snapshotsMade).toBeLessThanOrEqual(2);
    for (const wall of walls) expect(wall.rows.size).toBe(51);
  });

  it('lets nobody in who is not signed in, comes from another page, or talks nonsense', async () => {
    const stranger = connect({ who: 'nobody' });
    await stranger.until(() => stranger.refusals.length > 0);
    expect(stranger.refusals).toEqual(['NOT_SIGNED_IN']);
    expect(stranger.hello).toBeNull();

    const foreign = connect({ origin: 'https://elsewhere.example.com' });
    await foreign.until(() => foreign.refusals.length > 0);
    expect(foreign.hello).toBeNull();

    const named = connect({ origin: 'https://wall.example.cn' });
    await named.until(() => named.snapshots.length > 0);
    named.socket.emit('resume', { epoch: 7, seq: -1 } as never);
    await named.until(() => named.refusals.length > 0);
    expect(named.refusals).toEqual(['FIELD_INVALID']);
    await named.until(() => !named.socket.connected);
  });

  it('cuts a client off that asks too much', async () => {
    const wall = connect();
    await wall.until(() => wall.snapshots.length > 0);
    for (let i = 0; i < 10; i += 1) wall.socket.emit('resume', { epoch: null, seq: 0 });
    await wall.until(() => !wall.socket.connected);
    expect(wall.refusals).toEqual(['RATE_LIMITED']);
  });

  it('disconnects who has become somebody else', async () => {
    const [wall, desk] = [connect(), connect({ who: 'desk' })];
    await Promise.all([wall, desk].map((client) => client.until(() => client.snapshots.length > 0)));
    server.known.set('desk', { kind: 'desk', role: 'leader', areaCode: '' });
    await server.gateway.recheck();
    await desk.until(() => !desk.socket.connected);
    expect(wall.socket.connected).toBe(true);
    const back = connect({ who: 'desk', held: { epoch: desk.epoch ?? '', seq: desk.seq } });
    await back.until(() => back.snapshots.length > 0);
    expect(back.snapshots[0]?.reason).toBe('other-epoch');
  });

  it('shows a field session its own rows, no figures and no positions', async () => {
    server.operations.put('mine', 2);
    server.operations.put('other', 1);
    const [field, desk] = [connect({ who: 'field' }), connect({ who: 'desk' })];
    await Promise.all([field, desk].map((client) => client.until(() => client.snapshots.length > 0)));
    server.positions.move(1, 120.3, 31.7, Date.now());
    server.operations.count();
    await desk.until(() => desk.places.size === 1 && desk.figures.length > 0);
    server.operations.put('mine', 4);
    await field.until(() => field.seq === 3);
    expect([...field.rows.keys()]).toEqual(['mine']);
    expect(field.snapshots[0]?.figures).toBeNull();
    expect([field.frameBytes, field.figures]).toEqual([[], []]);
  });

  it('beats while nothing happens, so that silence means a lost link', async () => {
    const wall = connect();
    await wall.until(() => wall.beats >= 2);
    expect(wall.socket.connected).toBe(true);
  });
});

describe('[AR2] positions and figures', () => {
  it('go to those who watch the area, and to nobody beside it', async () => {
    server.known.set('north', { kind: 'wall', areaCode: '320281103', isMasked: false });
    server.known.set('county', { kind: 'wall', areaCode: '320281', isMasked: false });
    server.positions.areas.set(1, '320281103').set(2, '320281104');
    server.positions.move(1, 120.1, 31.1, Date.now());
    const [north, county] = [connect({ who: 'north' }), connect({ who: 'county' })];
    await Promise.all([north, county].map((client) => client.until(() => client.places.size > 0)));
    server.positions.move(2, 120.2, 31.2, Date.now());
    await county.until(() => county.places.size === 2);
    server.positions.move(1, 120.3, 31.3, Date.now());
    server.operations.count();
    await Promise.all([north, county].map((client) => client.until(() => client.places.get(1)?.lat === 31.3 && client.figures.length > 0)));
    expect([...north.places.keys()]).toEqual([1]);
    expect([north.figures.at(-1), county.figures.at(-1)]).toMatchObject([{ figures: { area: '320281103' } }, { figures: { area: '320281' } }]);
  });
});

describe('positions', () => {
  it('reach walls that joined at different times alike', async () => {
    const early = connect();
    await early.until(() => early.snapshots.length > 0);
    for (let index = 0; index < 300; index += 1) server.positions.move(index, 120 + index / 1_000, 31, Date.now());
    await early.until(() => early.places.size === 300);
    const late = connect();
    await late.until(() => late.places.size === 300);
    for (let index = 0; index < 300; index += 3) server.positions.move(index, 120.5 + index / 1_000, 31.1, Date.now());
    await Promise.all([early, late].map((client) => client.until(() => client.places.get(297)?.lat === 31.1)));
    expect([...late.places].toSorted(([a], [b]) => a - b)).toEqual([...early.places].toSorted(([a], [b]) => a - b));
  });

  it('stop for a wall that draws nothing, which is brought up in one frame when it draws again', async () => {
    const [slow, steady] = [connect(), connect()];
    await Promise.all([slow, steady].map((client) => client.until(() => client.snapshots.length > 0)));
    slow.isDrawing = false;
    const framesDrawn = slow.frameBytes.length;
    for (let round = 0; round < 200; round += 1) {
      const framesBefore = steady.frameBytes.length;
      for (let index = 0; index < 200; index += 1) server.positions.move(index, 120 + round / 1_000, 31 + index / 1_000, Date.now());
      server.operations.put('busy', round);
      await steady.until(() => steady.frameBytes.length > framesBefore);
    }
    const framesToSlow = slow.frameBytes.length;
    expect(framesToSlow - framesDrawn).toBeLessThanOrEqual(128);
    expect(server.gateway.stats().lagging).toBe(1);
    const seqOfSlow = slow.seq;
    slow.draw();
    await slow.until(() => slow.seq === server.operations.lastSeq() && slow.frameBytes.length > framesToSlow);
    expect(slow.frameBytes.length).toBe(framesToSlow + 1);
    expect(slow.diffs.filter((diff) => diff.fromSeq >= seqOfSlow)).toHaveLength(1);
    expect(slow.rows.get('busy')?.revision).toBe(199);
    expect(slow.places).toEqual(steady.places);
  });
});
