import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clock } from '@wangge/server/app';
import { createSqliteEventStore, createSqliteTrackStore, openDatabase } from '@wangge/server/store/sqlite';
import { DAY_MS, HOUR_MS, MINUTE_MS, asId, dateKey, startOfDay, startOfMonth } from '@wangge/shared/base';
import { lampAt, type LimitClock } from '@wangge/shared/calendar';
import type { CaseEvent } from '@wangge/shared/case';
import { isClosedState, isOpenState } from '@wangge/shared/district';
import type { Figures } from '@wangge/shared/figures';
import { FRAME_KINDS, FrameDecoder } from '@wangge/shared/frames';
import type { PositionFix } from '@wangge/shared/position';
import type { CaseRow, PastDay, PastPicture, SnapshotMessage } from '@wangge/shared/wire';
import { play, type Happened } from '../support/histories.ts';
import { WALL_KEY, callerFor, startTestApp, type Caller, type TestApp } from '../support/test-app.ts';

/** Eleven days of a small district, across the end of a month: the same on every machine. */
const [LIST] = fc.sample(fc.array(fc.record({ afterMin: fc.integer({ min: 0, max: 16 }), pick: fc.integer({ min: 0, max: 1_000 }), choice: fc.integer({ min: 0, max: 1_000 }) }), { minLength: 2_000, maxLength: 2_000 }), { seed: 55, numRuns: 1 });
const HISTORY: Happened[] = [];
/** Deeds on the spot were done an hour and a half before they were told (离线补报): nobody in the room knew of them in between. */
const { now: END } = play(LIST!, (happened) => HISTORY.push(['arrived', 'reported-back'].includes(happened.event.type) ? { ...happened, event: { ...happened.event, doneAt: happened.event.at - 90 * MINUTE_MS } } : happened));
const BEGIN = HISTORY[0]!.event.at;
const MOMENTS = fc.sample(fc.integer({ min: BEGIN, max: END }), { seed: 7, numRuns: 20 });

const standing = (now: number): Clock => ({ now: () => now, after: () => () => undefined, every: () => () => undefined });

/** A walk of the first squad's car, a fix every half minute; the second one stands and falls silent. */
const FIXES: PositionFix[] = Array.from({ length: 1_000 }, (_, i) => ({
  unitId: asId(i % 2 ? 'u1' : 'u0'), at: END - 1_000 * MINUTE_MS + i * MINUTE_MS, lng: 120.21 + (i % 2 ? 0 : (i % 200) * 0.0005), lat: 31.8, speedKmh: 30, headingDeg: null, accuracyM: null,
}));

/** A store that holds what was known by `until`, told case after case as an import would tell it. */
async function storeUpTo(until: number): Promise<{ url: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-past-'));
  const file = join(folder, 'wangge.db');
  const db = openDatabase(file);
  const tracks = openDatabase(join(folder, 'wangge-tracks.db'));
  const store = createSqliteEventStore(db);
  const known = HISTORY.filter(({ event }) => event.at <= until);
  for (const [stream, events] of Map.groupBy(known, (one) => one.stream)) await store.append([{ stream, expectedRevision: 0, events: events.map(({ event }) => event) }]);
  await createSqliteTrackStore(tracks).appendFixes(FIXES.filter(({ at }) => at <= until));
  db.close();
  tracks.close();
  return { url: `sqlite:${file}`, remove: () => rmSync(folder, { recursive: true }) };
}

/** What the definitions say of the events alone, without the product's fold of a case. */
function countByHand(at: number): object {
  const cases = [...Map.groupBy(HISTORY.filter(({ event }) => event.at <= at), ({ stream }) => stream).values()].map((happened) => {
    const events = happened.map(({ event }) => event);
    const lastOf = (...types: readonly CaseEvent['type'][]) => events.findLastIndex(({ type }) => types.includes(type));
    const clockAfter = (index: number): LimitClock => events.slice(0, index + 1).findLast(({ clock }) => clock !== undefined)!.clock!;
    const closing = lastOf('closed', 'self-handling-approved');
    const isClosed = isClosedState(events.at(-1)!.to) && closing > lastOf('reopened');
    const clock = clockAfter(events.length - 1);
    const closedClock = clockAfter(Math.max(0, closing));
    return {
      reportedAt: events[0]!.at, acceptedAt: events[lastOf('accepted')]?.at ?? 0, closedAt: isClosed ? events[closing]!.at : null, isOnTime: closedClock.usedMs <= closedClock.totalMs,
      isOpen: isOpenState(events.at(-1)!.to), lamp: isOpenState(events.at(-1)!.to) ? lampAt(clock, at) : null, dueAt: clock.dueAt,
    };
  });
  const [day, month] = [startOfDay(at), startOfMonth(at)];
  const count = (is: (item: (typeof cases)[number]) => boolean): number => cases.filter(is).length;
  const closedSince = (since: number) => count(({ closedAt }) => closedAt !== null && closedAt >= since);
  const onTimeSince = (since: number) => count(({ closedAt, isOnTime }) => closedAt !== null && closedAt >= since && isOnTime);
  return {
    reported: count(({ reportedAt }) => reportedAt >= day), reportedYesterdayByNow: count(({ reportedAt }) => reportedAt >= day - DAY_MS && reportedAt < at - DAY_MS),
    accepted: count(({ acceptedAt }) => acceptedAt >= day), closed: closedSince(day), closedOnTime: onTimeSince(day), open: count(({ isOpen }) => isOpen),
    lamps: (['green', 'yellow', 'red', 'paused'] as const).map((lamp) => count((item) => item.lamp === lamp)),
    month: {
      closed: closedSince(month), closedOnTime: onTimeSince(month),
      due: closedSince(month) + count(({ isOpen, lamp, dueAt }) => isOpen && lamp !== 'paused' && dueAt >= month && dueAt < at),
    },
  };
}

function counted({ today, lamps, month }: Figures): object {
  return { ...today, lamps: [lamps.green, lamps.yellow, lamps.red, lamps.paused], month };
}

async function pastAt(caller: Caller, t: number, more = ''): Promise<PastPicture> {
  const { status, body } = await caller.call('GET', `/api/v1/replay/at?t=${t}${more}`);
  expect(status).toBe(200);
  return body as unknown as PastPicture;
}

/** What a surface is pushed when it joins. */
function snapshotOf(url: string, cookie: string): Promise<SnapshotMessage> {
  return new Promise((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } });
    socket.on('hello', () => socket.emit('resume', { epoch: null, seq: 0 }));
    socket.on('connect_error', reject);
    socket.on('snapshot', (message: SnapshotMessage) => {
      socket.disconnect();
      resolve(message);
    });
  });
}

async function wallOf({ url }: TestApp): Promise<Caller> {
  const answer = await fetch(`${url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: WALL_KEY }) });
  return callerFor(url, answer.headers.getSetCookie()[0]!.split(';')[0]!);
}

const byId = (rows: readonly CaseRow[]): CaseRow[] => rows.toSorted((a, b) => a.id.localeCompare(b.id));

describe('the room as it was', () => {
  let kept: Awaited<ReturnType<typeof storeUpTo>>;
  let test: TestApp;
  let chief: Caller;

  beforeAll(async () => {
    kept = await storeUpTo(END);
    test = await startTestApp(kept.url, {}, standing(END + HOUR_MS));
    chief = test.as('chief');
  });
  afterAll(async () => {
    await test.close();
    kept.remove();
  });

  it('[RP1] counts at any moment what a person counts from the events up to then', async () => {
    for (const moment of MOMENTS) expect(counted((await pastAt(chief, moment)).figures), new Date(moment).toISOString()).toEqual(countByHand(moment));
  });

  it('[RP2] shows the rows, figures and squads of a server that was stopped then, to desk and wall', async () => {
    for (const moment of [...MOMENTS.slice(0, 3), END - 90 * MINUTE_MS]) {
      const then = await storeUpTo(moment);
      const stopped = await startTestApp(then.url, {}, standing(moment));
      try {
        for (const [was, caller] of [[stopped.as('chief'), chief], [await wallOf(stopped), await wallOf(test)]] as const) {
          const shown = await snapshotOf(stopped.url, was.cookie);
          const past = await pastAt(caller, moment);
          expect(past.figures).toEqual(shown.figures);
          expect(byId(past.cases)).toEqual(byId(shown.cases));
          expect(past.units.map(({ index: _, ...row }) => row)).toEqual(shown.units.map(({ index: _, ...row }) => row));
        }
      } finally {
        await stopped.close();
        then.remove();
      }
    }
  }, 60_000);

  it('[RP3] goes on by differences that add up to the whole, and back again', async () => {
    const day = startOfDay(END - 2 * DAY_MS);
    const rows = new Map<string, CaseRow>();
    let seq: number | null = null;
    for (let t = day; t < day + DAY_MS; t += 40 * MINUTE_MS) {
      const step: PastPicture = await pastAt(chief, t, seq === null ? '' : `&from=${seq}`);
      expect(step.fromSeq).toBe(seq);
      for (const row of step.cases) rows.set(row.id, row);
      for (const id of step.gone) rows.delete(id);
      seq = step.seq;
    }
    const whole = await pastAt(chief, day + DAY_MS - 40 * MINUTE_MS);
    for (const row of whole.cases) expect(rows.get(row.id)).toEqual(row);
    const back = await pastAt(chief, day + HOUR_MS, `&from=${whole.seq}`);
    expect(back.fromSeq).toBeNull();
    expect(counted(back.figures)).toEqual(countByHand(day + HOUR_MS));
  });

  it('[RP4] tells nobody what they may not see', async () => {
    expect((await test.anonymous.call('GET', `/api/v1/replay/at?t=${END}`)).status).toBe(401);
    expect((await test.as('squad0').call('GET', `/api/v1/replay/at?t=${END}`)).status).toBe(403);
    const elsewhere = await pastAt(test.as('other-chief'), END);
    expect([elsewhere.cases, elsewhere.ticker, elsewhere.figures.today.open]).toEqual([[], [], 0]);
    const { body } = await test.as('other-chief').call('GET', `/api/v1/replay/day?date=${dateKey(END)}`);
    expect((body as unknown as PastDay).marks).toEqual([]);
  });

  it('[RP5] refuses what has not come yet and what is no moment', async () => {
    for (const path of [`at?t=${END + 2 * HOUR_MS}`, `day?date=${dateKey(END + 5 * DAY_MS)}`]) {
      const { status, body } = await chief.call('GET', `/api/v1/replay/${path}`);
      expect([status, body.code]).toEqual([422, 'REPLAY_NOT_YET']);
    }
    expect((await chief.call('GET', '/api/v1/replay/at?t=noon')).body.code).toBe('FIELD_INVALID');
  });

  it('gives a day its bars and the moments to jump to', async () => {
    const day = startOfDay(END - 3 * DAY_MS);
    const { body } = await chief.call('GET', `/api/v1/replay/day?date=${dateKey(day)}`);
    const { reportedByHour, marks } = body as unknown as PastDay;
    const reported = HISTORY.filter(({ event }) => event.facts && event.at >= day && event.at < day + DAY_MS);
    expect(reportedByHour).toEqual(Array.from({ length: 24 }, (_, hour) => reported.filter(({ event }) => Math.floor((event.at - day) / HOUR_MS) === hour).length));
    expect(marks.filter(({ event }) => event === 'reported').map(({ at }) => at)).toEqual(reported.map(({ event }) => event.at).toSorted((a, b) => a - b));
  });

  it('puts the squads where their fixes say they were, and leaves out who was silent for two hours', async () => {
    const moment = END - 30 * MINUTE_MS;
    const past = await pastAt(chief, moment);
    const frame = new FrameDecoder().decode(Uint8Array.from(Buffer.from(past.frames[0]!, 'base64')));
    if (!frame.ok) throw new Error(frame.error.sentence);
    expect(frame.value.kind).toBe(FRAME_KINDS.key);
    const places = new Map(Array.from({ length: frame.value.count }, (_, i) => [frame.value.index[i], frame.value.lng[i]!]));
    const last = FIXES.findLast(({ unitId, at }) => unitId === 'u0' && at <= moment)!;
    expect(places.get(past.units.find(({ id }) => id === 'u0')!.index)).toBeCloseTo(last.lng, 5);
    expect(places.has(past.units.find(({ id }) => id === 'u3')!.index)).toBe(false);
    expect(past.figures.force.patrolKmToday).toBeGreaterThan(1);
  });
});

