import { describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS, asId, type UnitId } from '@wangge/shared/base';
import type { Fence } from '@wangge/shared/district-map';
import { createPlane } from '@wangge/shared/geo';
import type { PositionFix } from '@wangge/shared/position';
import type { DocumentStore } from '../../store/document-store.ts';
import { createSqliteDocumentStore, openDatabase } from '../../store/sqlite.ts';
import { FenceDesk, type FenceDeskNeeds } from './fence-desk.ts';
import { FenceEventBook } from './fence-event-book.ts';

const UNIT = asId<UnitId>('u1');
const NOON = Date.parse('2026-03-16T12:00:00+08:00');
const { toLngLat } = createPlane([120.3, 31.75]);
const FENCE: Fence = {
  id: 'f', name: '护学区', kind: 'slow', areaCode: '320281104', validFrom: '2026-01-01', validUntil: null,
  shape: { type: 'Polygon', coordinates: [[[-200, -200], [200, -200], [200, 200], [-200, 200], [-200, -200]].map(([e, n]) => toLngLat([e!, n!]))] },
  watch: { tells: ['enter', 'leave'], stayMs: null, offM: null, offMs: null, unitKinds: [], squads: [], units: [], hours: [], isAlarm: false },
};
const fixAt = (second: number, eastM: number): PositionFix => {
  const [lng, lat] = toLngLat([eastM, 0]);
  return { unitId: UNIT, at: NOON + second * 1_000, lng, lat, speedKmh: null, headingDeg: null, accuracyM: null };
};
const IN_AND_OUT = [...[-600, -400, -300, -100, 0, 100, 300, 400], ...[300, 100, 0, -300, -400]].map((eastM, i) => fixAt(i * 20, eastM));

/** One track that any number of desks hear and read, and a store they keep in. */
function ground(documents: DocumentStore = createSqliteDocumentStore(openDatabase(':memory:'))) {
  const track: PositionFix[] = [];
  const timers: (() => void)[] = [];
  let hear: ((fix: PositionFix) => void)[] = [];
  const needs = {
    documents,
    positions: {
      onHeard: (listener: (fix: PositionFix) => void) => void hear.push(listener), latestOf: () => (track.length > 0 ? { ...track.at(-1)!, fixAt: track.at(-1)!.at } : null), placesAt: async () => [],
      readTrack: async (_id: UnitId, from: number, to: number) => track.filter(({ at }) => at >= from && at < to).toSorted((a, b) => a.at - b.at),
    },
    lists: { onPublished: () => undefined, inForce: () => ({ version: 'v1', content: [FENCE] }) },
    district: { current: () => ({ units: [{ id: UNIT, kind: 'vehicle', name: '巡逻车03', plate: null, teamId: null }], teams: [] }), placeOf: () => ({ villageCode: '320281104201' }) },
    clock: { now: () => NOON + MINUTE_MS, every: (_ms: number, run: () => void) => { timers.push(run); return () => undefined; } }, log: { warn: () => undefined, error: () => undefined },
  } as unknown as FenceDeskNeeds;
  const turns = async (): Promise<void> => { for (let i = 0; i < 40; i += 1) await Promise.resolve(); };
  return {
    documents,
    /** Everything that hears is gone, as when a process dies. */
    die: () => void (hear = []),
    open() {
      const desk = new FenceDesk(needs, new FenceEventBook(documents));
      return { desk, stop: desk.start() };
    },
    async drive(fixes: readonly PositionFix[]) {
      for (const fix of fixes) {
        track.push(fix);
        for (const listener of hear) listener(fix);
        await turns();
      }
    },
    async tick() {
      timers.forEach((run) => run());
      await turns();
    },
    async told() {
      const days = await Promise.all([NOON, NOON - DAY_MS].map((at) => documents.list<{ happening: string; at: number }>(`fence-event.${new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)}`)));
      return days.flat().map(({ value: { happening, at } }) => `${happening} ${(at - NOON) / 1_000}`).sort();
    },
  };
}

const WHOLE = ['enter 180', 'enter 60', 'leave 120', 'leave 220'];

describe('fences over a track', () => {
  it('[FN9] keep each event once, whatever desk found it', async () => {
    const place = ground();
    place.open();
    place.open();
    await place.drive([...IN_AND_OUT, fixAt(260, -400)]);
    expect(await place.told()).toEqual(WHOLE);
  });

  it('[FN9] go on after a process that died at any moment, and lose and double nothing', async () => {
    for (let cut = 0; cut <= IN_AND_OUT.length; cut += 1) {
      const place = ground();
      place.open();
      await place.drive(IN_AND_OUT.slice(0, cut));
      place.die();
      // What came while nobody decided lies in the track.
      await place.drive(IN_AND_OUT.slice(cut, cut + 1));
      place.open();
      await place.tick();
      await place.drive([...IN_AND_OUT.slice(cut + 1), fixAt(260, -400)]);
      expect(await place.told(), `cut ${cut}`).toEqual(WHOLE);
    }
  });

  it('[FN9] find again under the same name what was kept before its standing was', async () => {
    const documents = createSqliteDocumentStore(openDatabase(':memory:'));
    let isDying = true;
    const place = ground({ ...documents, put: async (kind, id, value) => { if (isDying && kind === 'fence-standing') throw new Error('died'); await documents.put(kind, id, value); } });
    place.open();
    await place.drive(IN_AND_OUT.slice(0, 6));
    expect(await place.told()).toEqual(['enter 60']);
    place.die();
    isDying = false;
    place.open();
    await place.tick();
    await place.drive([...IN_AND_OUT.slice(6), fixAt(260, -400)]);
    expect(await place.told()).toEqual(WHOLE);
  });

  it('[FN9] count on from what was found before, however long ago, when another process goes on', async () => {
    const place = ground();
    place.open();
    await place.drive([...IN_AND_OUT, ...Array.from({ length: 25 }, (_, minute) => fixAt(260 + minute * 60, -400))]);
    place.die();
    place.open();
    await place.tick();
    await place.drive([...IN_AND_OUT, fixAt(260, -400)].map((fix) => ({ ...fix, at: fix.at + 30 * MINUTE_MS })));
    expect(await place.told()).toEqual([...WHOLE, 'enter 1860', 'enter 1980', 'leave 1920', 'leave 2020'].sort());
  });

  it('[FN9] keep what the store refused once it takes it', async () => {
    const documents = createSqliteDocumentStore(openDatabase(':memory:'));
    let isAway = true;
    const place = ground({ ...documents, put: async (kind, id, value) => { if (isAway) throw new Error('disk full'); await documents.put(kind, id, value); } });
    place.open();
    await place.drive([...IN_AND_OUT, fixAt(260, -400)]);
    expect(await place.told()).toEqual([]);
    isAway = false;
    await place.tick();
    expect(await place.told()).toEqual(WHOLE);
  });

  it('[FN9] put nothing back once another node decides', async () => {
    const documents = createSqliteDocumentStore(openDatabase(':memory:'));
    let isAway = true;
    const place = ground({ ...documents, put: async (kind, id, value) => { if (isAway) throw new Error('away'); await documents.put(kind, id, value); } });
    const former = place.open();
    await place.drive(IN_AND_OUT.slice(0, 6));
    former.stop();
    isAway = false;
    place.open();
    await place.tick();
    await place.drive([...IN_AND_OUT.slice(6), fixAt(260, -400), fixAt(400, -3_000), fixAt(420, -3_100)]);
    expect(await place.told()).toEqual(WHOLE);
    const [kept] = await documents.list<{ serial: number }>('fence-standing');
    expect(kept?.value.serial).toBe(4);
  });

  it('forget a unit that is far from every fence', async () => {
    const place = ground();
    place.open();
    await place.drive([...IN_AND_OUT, fixAt(260, -400), fixAt(400, -3_000), fixAt(420, -3_100)]);
    const [kept] = await place.documents.list<{ serial: number; standing: { last: unknown; fences: object } }>('fence-standing');
    expect(kept?.value).toMatchObject({ serial: 4, standing: { last: null, fences: {} } });
  });
});
