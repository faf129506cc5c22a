import type { Actor } from '@wangge/shared/access';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, asId, type CaseId } from '@wangge/shared/base';
import { LIFE_CYCLE, decideCase, decideReport, evolveCase, isMergeable, joinReport, type Case, type CaseEvent, type Transition } from '@wangge/shared/case';
import { COUNTY, END, GRIDS, LAST_REPORT, START, contextAt, gridWorkerOf, mergeRules, types } from './county.ts';
import { given, somebody } from './deeds.ts';
import { Queue } from './queue.ts';
import { Random } from './random.ts';

/** Something that happened, in the order of time over all cases. */
export interface Happened {
  readonly caseId: CaseId;
  readonly event: CaseEvent;
}

/** The straight way is taken more often than not, so that histories reach their ends. */
const LIKELY = new Set(['accept', 'file', 'dispatch', 'sign', 'arrive', 'report-back', 'contact-reporter', 'send-check', 'pass-check', 'close', 'answer-reporter', 'approve-self-handled']);
const SELDOM = new Set(['refuse', 'urge', 'supervise', 'lift-supervision', 'deliver', 'see', 'remind-sign', 'tell-desk', 'depart', 'ask-room', 'add-support', 'convene', 'archive', 'raise', 'call-county', 'ask-reopen', 'decline-reopen', 'reopen', 'request-void']);
const SOURCES = ['12345热线', '12345热线', '随手拍', '视频巡查', '网格上报'];

const rowsOf = new Map<string, readonly Transition[]>();

function rowsFrom(state: Case['state']): readonly Transition[] {
  let rows = rowsOf.get(state);
  if (!rows) rowsOf.set(state, (rows = (LIFE_CYCLE as readonly Transition[]).filter((row) => row.from.includes(state))));
  return rows;
}

function weightOf({ action }: Transition): number {
  return LIKELY.has(action) ? 8 : SELDOM.has(action) ? 0.4 : 1.2;
}

function pauseFor(random: Random): number {
  const kind = random.next();
  if (kind < 0.1) return random.whole(1, 300) * SECOND_MS;
  if (kind < 0.65) return random.whole(1, 80) * MINUTE_MS;
  if (kind < 0.92) return random.whole(1, 9) * HOUR_MS + random.whole(0, 59_999);
  return random.whole(1, 9) * DAY_MS;
}

function report(n: number, now: number, random: Random): CaseEvent {
  const gridCode = random.pick(GRIDS);
  const worker = gridWorkerOf(gridCode);
  const isWorker = worker !== null && random.chance(0.45);
  const actor: Actor = isWorker
    ? { id: worker, name: worker, role: 'grid-worker', unitId: null, parentUnitId: null, areaCode: gridCode }
    : { id: 'channel', name: 'channel', role: 'channel', unitId: null, parentUnitId: null, areaCode: COUNTY };
  const isSelfHandled = isWorker && random.chance(0.25);
  return decideReport({
    id: asId<CaseId>(`h${n}`), no: `H${n}`, type: random.pick(types), typesVersion: 'v1', description: '', source: isWorker ? '网格上报' : random.pick(SOURCES), externalNo: null,
    lngLat: [120.28 + GRIDS.indexOf(gridCode) / 100, 31.78], address: '', villageCode: gridCode.slice(0, 12), gridCode,
    reporter: { name: isWorker ? null : '某', phone: isWorker || random.chance(0.3) ? null : `138${random.whole(0, 300)}`, isSecret: false }, photos: [],
    ...(isSelfHandled ? { afterPhotos: ['after'] } : {}),
  }, actor, contextAt(now), isSelfHandled);
}

/** Plays `count` cases through the real decisions, all in one time; what the rules refuse does not happen. The same seed gives the same histories. */
export function* generateHistories(count: number, seed: number): Generator<Happened> {
  const random = new Random(seed);
  const cases: Case[] = [];
  const byPlace = new Map<string, number[]>();
  const queue = new Queue<number>();
  for (let n = 0; n < count; n += 1) queue.put(START + Math.floor(random.next() * (LAST_REPORT - START)), -1);
  const parentOf = (item: Case): Case | undefined =>
    (byPlace.get(item.gridCode) ?? []).map((n) => cases[n]!).find((other) => isMergeable(item, other, mergeRules));

  for (let next = queue.take(); next && next.at < END; next = queue.take()) {
    const { at: now, item: n } = next;
    if (n < 0) {
      const event = report(cases.length, now, random);
      const opened = evolveCase(null, event);
      byPlace.set(opened.gridCode, [...(byPlace.get(opened.gridCode) ?? []).slice(-12), cases.length]);
      queue.put(now + pauseFor(random), cases.length);
      cases.push(opened);
      yield { caseId: opened.id, event };
      continue;
    }
    const item = cases[n]!;
    const rows = rowsFrom(item.state);
    if (rows.length === 0) continue;
    for (let tries = 0; tries < 6; tries += 1) {
      const row = random.weighted(rows, weightOf);
      const parent = row.action === 'merge' ? parentOf(item) : undefined;
      const wish = {
        action: row.action as never, expectedRevision: item.revision, actor: somebody(random.pick(row.roles), item, random), payload: given(row, item, now, random, parent),
      };
      const decided = decideCase(item, wish, { ...contextAt(now), parent });
      if (!decided.ok) continue;
      cases[n] = evolveCase(item, decided.value);
      yield { caseId: item.id, event: decided.value };
      if (parent) {
        const joined = joinReport(parent, item, decided.value);
        cases[cases.indexOf(parent)] = evolveCase(parent, joined);
        yield { caseId: parent.id, event: joined };
      }
      break;
    }
    if (!random.chance(0.02)) queue.put(now + pauseFor(random), n);
  }
}
