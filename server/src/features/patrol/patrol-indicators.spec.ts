import { describe, expect, it } from 'vitest';
import { periodAt } from '@wangge/shared/appraisal';
import type { GridDuty } from '@wangge/shared/patrol';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { Ledger } from '../../ledger/ledger.ts';
import { openDatabase } from '../../store/sqlite/open-database.ts';
import { createSqliteEventStore } from '../../store/sqlite/sqlite-event-store.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { LatestPosition } from '../positions/live-positions.ts';
import { createAttendanceBook } from './attendance-book.ts';
import type { PatrolBook } from './patrol-book.ts';
import { patrolIndicators } from './patrol-indicators.api.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const calendar: WorkCalendar = { version: 'v', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [], seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }] };
const GRIDS = ['320281104201001', '320281105201001'];
const people = GRIDS.map((gridCode, i) => ({ id: `p${i}`, name: `网格员${i}`, roles: ['grid-worker'], gridCode, areaCode: gridCode.slice(0, 12) }));
const district = { current: () => ({
  calendar, people, grids: GRIDS.map((code) => ({ code, name: '第1网格', villageCode: code.slice(0, 12) })), villages: [{ code: '320281104201', shortName: '璜塘' }],
  units: people.map(({ id }) => ({ id: `u-${id}`, personId: id })),
}) } as unknown as DistrictApi;

const weekly: GridDuty = { code: 'W1', name: '河道巡查', purpose: '', frequency: { times: 1, per: 'week', days: 1 }, isWorkdaysOnly: false, evidence: ['place'], posts: [], basis: '', source: 'F' };
const edition = { version: 'd1', effectiveFrom: '2000-01-01', content: [weekly] };
const lists = { versions: () => [edition], edition: () => edition, onPublished: () => {} } as unknown as ListsApi;
const visit = (gridCode: string, day: string) => ({ gridCode, at: at(`${day}T10:00`), duties: ['W1'] });
const VISITS = [visit(GRIDS[0]!, '2026-03-03'), visit(GRIDS[0]!, '2026-03-17'), visit(GRIDS[1]!, '2026-03-10')];
const visits = { ofGrid: (code: string) => VISITS.filter(({ gridCode }) => gridCode === code), firstAt: () => VISITS[0]!.at, version: () => 1 } as unknown as PatrolBook;

const area = (id: string) => ({ kind: 'area' as const, id });

function open(now = at('2026-03-31T12:00')) {
  const move: { fix: (unitId: string, fixAt: string) => void } = { fix: () => {} };
  const attendance = createAttendanceBook({
    ledger: new Ledger(createSqliteEventStore(openDatabase(':memory:'))), district, clock: { now: () => now } as never, log: { warn: () => {} } as never,
    onMoved: (listener) => void (move.fix = (unitId, fixAt) => listener(unitId as never, { lng: 120, lat: 31, fixAt: at(fixAt) } as LatestPosition)),
  });
  return { move, figures: patrolIndicators({ district, lists, visits, attendance }) };
}

describe('figures of patrols for appraisal', () => {
  it('[PT11] given weeks walked and not walked since the first visit, then each that ran out counts, for the grid and the areas it lies in', () => {
    const { figures } = open();
    const march = periodAt('month', at('2026-03-15T10:00'));
    const read = (id: string, asOf: string) => figures.read('I49', area(id), march, at(asOf))!;
    expect(read(GRIDS[0]!, '2026-03-16T00:00')).toMatchObject({ numerator: 0, denominator: 1 });
    expect(read('320281104', '2026-03-31T12:00')).toMatchObject({ numerator: 1, denominator: 3 });
    expect(read('', '2026-03-31T12:00')).toMatchObject({ numerator: 2, denominator: 6 });
    expect(figures.read('I49', area(''), periodAt('month', at('2026-02-15T10:00')), at('2026-03-31T12:00'))).toMatchObject({ numerator: 0, denominator: 0 });
    expect(figures.read('I49', { kind: 'department', id: 'd' }, march, at('2026-03-31T12:00'))).toBeNull();
  });

  it('[PT10] given fixes within and without the hours, then a worker was there on the days of the former; nobody owes a day before anybody was seen', async () => {
    const { figures, move } = open();
    const march = periodAt('month', at('2026-03-15T10:00'));
    expect(figures.read('I48', area(''), march, at('2026-03-31T12:00'))).toMatchObject({ numerator: 0, denominator: 0 });
    for (const fixAt of ['2026-03-27T09:00', '2026-03-27T10:00', '2026-03-28T10:00', '2026-03-30T07:00', '2026-03-31T08:30']) move.fix('u-p0', fixAt);
    move.fix('u-p1', '2026-03-30T16:59');
    await new Promise((resolve) => setImmediate(resolve));
    expect(figures.read('I48', area(GRIDS[0]!), march, at('2026-03-31T12:00'))).toMatchObject({ numerator: 2, denominator: 3 });
    expect(figures.read('I48', area(''), march, at('2026-03-31T08:00'))).toMatchObject({ numerator: 2, denominator: 4 });
  });

  it('[AP2] every figure is the sum of the things it opens', () => {
    const { figures } = open();
    const sum = figures.read('I49', area('320281104'), periodAt('month', at('2026-03-15T10:00')), at('2026-03-31T12:00'))!;
    const { things, cases } = sum.behind();
    expect(cases).toEqual([]);
    expect(things.map(({ place, what, numerator, doneAt }) => [place, what, numerator, doneAt])).toEqual([
      ['璜塘第1网格', '河道巡查', 0, null], ['璜塘第1网格', '河道巡查', 1, VISITS[1]!.at], ['璜塘第1网格', '河道巡查', 0, null],
    ]);
  });
});
