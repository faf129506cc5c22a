import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import { createMongoAuditStore, createMongoEventStore, createMongoTrackStore, openMongo } from '@wangge/server/store/mongo';
import type { AuditStore } from '@wangge/server/store/audit-store';
import type { EventStore, StreamAppend } from '@wangge/server/store/event-store';
import type { MongoConnection } from '@wangge/server/store/mongo/open-mongo';
import { startFaultProxy } from '../support/mongo/fault-proxy.ts';
import type { Fault, FaultProxy } from '../support/mongo/fault-proxy.ts';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import { deed } from './audit-store.contract.ts';

const mongo = await startMongo();
afterAll(() => mongo?.stop());

const to = (stream: string, expectedRevision = 0): StreamAppend => ({ stream, expectedRevision, events: [PLAIN_EVENT] });
const keyed = (key: string) => ({ scope: 'test', key, bodyHash: 'h', answer: key });

/** A server that was given may be a cluster, whose members the driver goes to past any wire. */
describe.skipIf(mongo === undefined || mongo.kind === 'given')('a write whose answer is lost', () => {
  let wire: FaultProxy;
  let connections: MongoConnection[];
  let store: EventStore;
  let other: EventStore;

  beforeEach(async () => {
    const url = mongo!.database(`faults-${randomUUID()}`);
    wire = await startFaultProxy(Number(new URL(url).port));
    connections = [await openMongo(wire.through(url), 300), await openMongo(url)];
    [store, other] = await Promise.all(connections.map(({ db }) => createMongoEventStore(db, 1_500))) as [EventStore, EventStore];
    await store.append([to('first')]);
  });
  afterEach(async () => {
    await connections[1]?.db.dropDatabase();
    for (const { close } of connections) await close();
    await wire.close();
  });

  async function expectHistory(streams: readonly string[]): Promise<void> {
    for (const one of [store, other]) {
      const history = await one.readSince(0, 1_000);
      expect(history.map(({ seq, stream }) => `${seq} ${stream}`)).toEqual(streams.map((stream, i) => `${i + 1} ${stream}`));
    }
  }

  it.each<[string, Fault]>([
    ['and that stands', 'answer lost'], ['and that never came', 'request lost'], ['and that comes late', { arrivesAfterMs: 150 }],
  ])('[ES10] %s is there once when the append has answered', async (_, fault) => {
    wire.befall(fault);
    expect(await store.append([to('second'), to('first', 1)], keyed('k'))).toMatchObject({ kind: 'appended', events: [{ seq: 2 }, { seq: 3 }] });
    expect(wire.count).toBe(1);
    expect(await store.append([to('second')], keyed('k'))).toMatchObject({ kind: 'repeated', record: { answer: 'k' } });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await other.append([to('third')])).toMatchObject({ kind: 'appended', events: [{ seq: 4 }] });
    await expectHistory(['first', 'second', 'first', 'third']);
  });

  it.each<[string, Fault]>([
    ['and that stands', 'answer lost'], ['and that never came', 'request lost'], ['and that comes late', { arrivesAfterMs: 150 }],
  ])('[AU6] of audit entries %s: each is there once, and the chain holds', async (_, fault) => {
    const [mine, theirs] = await Promise.all(connections.map(({ db }) => createMongoAuditStore(db, 1_500))) as [AuditStore, AuditStore];
    await mine.append([deed(1)]);
    wire.befall(fault);
    await mine.append([deed(2), deed(3)]);
    expect(wire.count).toBe(1);
    await theirs.append([deed(4)]);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await mine.append([deed(5)]);
    const kept = await theirs.read({ from: 0, to: Number.MAX_SAFE_INTEGER }, 100);
    expect(kept.map(({ object }) => object)).toEqual([5, 4, 3, 2, 1].map((i) => `cases/${i}`));
    expect(await theirs.verify()).toMatchObject({ checked: 5, broken: null });
  });

  it('[ES10] that another server overtook meanwhile is judged again and comes after it', async () => {
    wire.befall('request lost');
    const [mine, theirs] = await Promise.all([store.append([to('second')]), other.append([to('third')])]);
    expect([mine.kind, theirs.kind]).toEqual(['appended', 'appended']);
    wire.befall('request lost');
    const [slow] = await Promise.all([store.append([to('first', 1)]), other.append([to('first', 1), to('fourth')])]);
    const history = await other.readSince(0, 100);
    expect(history.filter(({ stream }) => stream === 'first')).toHaveLength(2);
    expect(slow.kind === 'conflict').toBe(history.some(({ stream }) => stream === 'fourth'));
  });

  it('[ES10] for longer than the store waits is told as unavailable, and sent again with its key stands once', async () => {
    wire.befall('answer lost');
    const asked = store.append([to('second')], keyed('k')).catch((error: Error) => error);
    while (wire.count === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    wire.cut();
    expect(await asked).toMatchObject({ name: 'Error', message: 'it is not known whether the store wrote' });
    expect(await store.findIdempotent('test', 'k').catch((error: Error) => error.message)).toBe('the store cannot be reached');
    wire.mend();
    expect(await store.append([to('second')], keyed('k'))).toMatchObject({ kind: 'repeated' });
    expect(await store.append([to('third')])).toMatchObject({ kind: 'appended', events: [{ seq: 3 }] });
    await expectHistory(['first', 'second', 'third']);
  });

  it('[ES10] time and again under load loses nothing acknowledged and doubles nothing', async () => {
    const faults: readonly Fault[] = ['answer lost', 'request lost', { arrivesAfterMs: 20 }];
    const acknowledged: string[] = [];
    const write = async (server: EventStore, name: string): Promise<void> => {
      for (let i = 0; i < 8; i += 1) {
        if (name === 'a') wire.befall(faults[i % 3]!);
        const outcome = await server.append([to(`${name}/${i}`)], keyed(`${name}/${i}`));
        expect(outcome.kind).toBe('appended');
        acknowledged.push(`${name}/${i}`);
      }
    };
    await Promise.all([write(store, 'a'), write(store, 'b'), write(other, 'c'), write(other, 'd')]);
    expect(wire.count).toBeGreaterThan(5);
    const history = await other.readSince(1, 1_000);
    expect(history.map(({ stream }) => stream).sort()).toEqual(acknowledged.sort());
    expect(history.map(({ seq }) => seq)).toEqual(history.map((_, i) => i + 2));
  });

  it.each<Fault>(['answer lost', 'request lost'])('of a batch of fixes is told as unavailable (%s), and the batch sent again is kept once', async (fault) => {
    const tracks = createMongoTrackStore(connections[0]!.db);
    const unitId = asId<UnitId>('u');
    const batch = [0, 1, 2].map((i): PositionFix => ({ unitId, at: 3_600_000 * i, lng: 120 + i, lat: 31, speedKmh: null, headingDeg: null, accuracyM: null }));
    wire.befall(fault);
    await expect(tracks.appendFixes(batch)).rejects.toThrow('the store cannot be reached');
    await expect.poll(() => tracks.appendFixes(batch).then(() => 'kept', () => 'refused'), { timeout: 10_000 }).toBe('kept');
    expect(await tracks.readTrack(unitId, 0, Number.MAX_SAFE_INTEGER)).toEqual(batch);
    expect(await tracks.lastFixes()).toEqual(batch.slice(-1));
  });

  it('of fixes that comes late, after it was sent again, meets no other write and changes nothing', async () => {
    const [{ db }] = connections as [MongoConnection];
    const [tracks, unitId] = [createMongoTrackStore(db), asId<UnitId>('u')];
    const fixes = [0, 1, 2, 3].map((second): PositionFix => ({ unitId, at: 1_000 * second, lng: 120, lat: 31, speedKmh: null, headingDeg: null, accuracyM: null }));
    const documents = (): Promise<{ _id: unknown; chunks: unknown[] }[]> => db.collection<{ chunks: unknown[] }>('tracks').find().sort({ _id: 1 }).toArray();
    await tracks.appendFixes(fixes.slice(0, 1));
    const [first] = await documents();
    wire.befall({ arrivesAfterMs: 900 });
    await expect(tracks.appendFixes(fixes.slice(1, 2))).rejects.toThrow('the store cannot be reached');
    await expect.poll(() => tracks.appendFixes(fixes.slice(1, 2)).then(() => 'kept', () => 'refused'), { timeout: 10_000 }).toBe('kept');
    for (const fix of fixes.slice(2)) await tracks.appendFixes([fix]);
    // The one writer that may still have a write under way writes no more: those who read before it and write after it would undo it.
    await expect.poll(async () => (await documents()).map(({ _id, chunks }) => (_id === first?._id ? 'first' : chunks.length)), { timeout: 5_000 }).toEqual(['first', 3]);
    await expect.poll(async () => (await documents())[0]?.chunks.length, { timeout: 5_000 }).toBe(2);
    expect(await tracks.readTrack(unitId, 0, Number.MAX_SAFE_INTEGER)).toEqual(fixes);
    expect(await tracks.lastFixes()).toEqual(fixes.slice(-1));
  });

  it('goes on when the server was killed and started again', async () => {
    await mongo!.cut();
    const asked = other.append([to('second')], keyed('k')).catch((error: Error) => error.message);
    await mongo!.startAgain();
    await asked;
    expect((await other.append([to('second')], keyed('k'))).kind).toMatch(/appended|repeated/);
    await expectHistory(['first', 'second']);
  });
});
