import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, startOfDay } from '@wangge/shared/base';
import type { VisitEvent } from '@wangge/shared/patrol';
import { createDistrictApi } from '../../features/district/district.api.ts';
import { ruleBookOf } from '../../features/district/rule-book.api.ts';
import { DEFAULT_EDITION, defaultContentOf } from '../../features/lists/default-edition.api.ts';
import type { ListKind } from '../../features/lists/list-kind.api.ts';
import { Ledger } from '../../ledger/ledger.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteDocumentStore } from '../../store/sqlite/sqlite-document-store.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import { demoDistrict } from '../organisation/index.ts';
import { plainMap } from '../plain-map.ts';
import { createDailyLife } from './index.ts';

const SEED = 7;
const UNVISITED_AFTER_DAYS = 5;
const map = plainMap();
const district = createDistrictApi(demoDistrict(map, SEED), map, ruleBookOf(demoDistrict(map, SEED)));
const lists = { inForce: (kind: ListKind) => ({ kind: kind.kind, ...DEFAULT_EDITION, content: defaultContentOf(kind) }) } as unknown as Parameters<typeof createDailyLife>[0]['lists'];

/** The demo's days, told at each of these instants. */
async function lived(...instants: readonly number[]) {
  const db = openDatabase(':memory:');
  const events = createSqliteEventStore(db);
  const daily = createDailyLife({ district, lists, seed: SEED, ledger: new Ledger(events), documents: createSqliteDocumentStore(db) });
  for (const now of instants) await daily.tell(now);
  const stored = await events.readSince(0, 1_000_000);
  return stored.map(({ stream, event }) => ({ stream, event: event as VisitEvent }));
}

/** The share of grids that nobody visited for the days after which the product lists them. */
function unvisitedShare(told: Awaited<ReturnType<typeof lived>>, now: number): number {
  const last = new Map(told.filter(({ stream }) => stream.startsWith('visit/')).map(({ event }) => [event.facts.gridCode, event.at]));
  const { grids } = district.current();
  return grids.filter(({ code }) => startOfDay(now) - startOfDay(last.get(code) ?? -Infinity) >= UNVISITED_AFTER_DAYS * DAY_MS).length / grids.length;
}

describe('the days of the demo\'s grids', () => {
  it('leaves about one grid in twenty unvisited, on whatever day it is looked at', async () => {
    const noon = Date.parse('2026-11-18T12:00+08:00');
    for (const i of [0, 2, 5]) {
      const share = unvisitedShare(await lived(noon + i * DAY_MS), noon + i * DAY_MS);
      expect(share).toBeGreaterThanOrEqual(0.02);
      expect(share).toBeLessThanOrEqual(0.075);
    }
  }, 60_000);

  it('goes on after the first start: told bit by bit over days, or once after a pause, it is the same', async () => {
    const first = Date.parse('2026-11-18T12:00+08:00');
    const bits = Array.from({ length: 6 * 4 + 1 }, (_, i) => first + i * 6 * HOUR_MS);
    const last = bits.at(-1) ?? first;
    const [steadily, paused] = [await lived(...bits), await lived(first, last)];
    expect(unvisitedShare(steadily, last)).toBeLessThanOrEqual(0.075);
    const visits = (told: typeof steadily): string[] => told.filter(({ stream }) => stream.startsWith('visit/')).map(({ stream, event }) => `${stream} ${event.at}`).sort();
    expect(visits(steadily)).toEqual(visits(paused));
    expect(new Set(steadily.map(({ stream }) => stream.split('/')[0]))).toEqual(new Set(['attendance', 'visit', 'right-use', 'application']));
  }, 60_000);
});
