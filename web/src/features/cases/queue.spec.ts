import { describe, expect, it } from 'vitest';
import { HOUR_MS, asId, type TeamId } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import type { CaseRow } from '@wangge/shared/wire';
import { countByFilter, filtersFor, firstFilter, matchesFilter, openingFilter, ownSteps } from './queue-filters.ts';
import { sortQueue } from './queue-order.ts';
import { matchesText } from './search-cases.ts';

const NOW = Date.UTC(2026, 10, 20, 7, 43);

function clockDueIn(hours: number, standing: LimitClock['standing'] = 'running'): LimitClock {
  const dueAt = NOW + hours * HOUR_MS;
  const startedAt = dueAt - 10 * HOUR_MS;
  return {
    basis: 'plain', startedAt, totalMs: 10 * HOUR_MS, usedMs: 0, runningSince: standing === 'running' ? startedAt : null, standing,
    yellowAt: startedAt + 8 * HOUR_MS, dueAt,
  };
}

function row(no: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id: asId(no), no, revision: 1, state: 'handling', typeCode: 'E0408', matter: '店外经营', platform: 'enforcement', level: 'ordinary',
    urgency: 'normal', lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: NOW - HOUR_MS, stateSince: NOW,
    closedAt: null, closedOnTime: null, leadDepartmentId: null, clock: clockDueIn(5), stepClock: null, order: null, countyCall: null,
    supervision: 0, reworkCount: 0, isAuditSample: false, ...change,
  };
}

describe('order of the queue', () => {
  it('puts the least time left first, late cases before all running ones and paused ones last', () => {
    const rows = [
      row('later', { clock: clockDueIn(6) }), row('paused', { state: 'suspended', clock: clockDueIn(-9, 'paused') }),
      row('late', { clock: clockDueIn(-2) }), row('soon', { clock: clockDueIn(1) }), row('latest', { clock: clockDueIn(-30) }),
    ];
    expect(sortQueue(rows).map((r) => r.no)).toEqual(['latest', 'late', 'soon', 'later', 'paused']);
  });

  it('puts an unowned 特急 above late cases, and lets it fall into line once a team was sent', () => {
    const late = row('late', { clock: clockDueIn(-2) });
    const alarm = row('alarm', { urgency: 'critical', state: 'filed', clock: clockDueIn(4) });
    expect(sortQueue([late, alarm]).map((r) => r.no)).toEqual(['alarm', 'late']);
    expect(sortQueue([late, { ...alarm, state: 'dispatched' }]).map((r) => r.no)).toEqual(['late', 'alarm']);
  });

  it('goes by the step that runs when the whole limit was handed in', () => {
    const handedIn = row('handed-in', { state: 'handled', clock: clockDueIn(-5, 'stopped'), stepClock: clockDueIn(2) });
    expect(sortQueue([row('three', { clock: clockDueIn(3) }), handedIn, row('one', { clock: clockDueIn(1) })]).map((r) => r.no)).toEqual(['one', 'handed-in', 'three']);
  });
});

describe('filters', () => {
  const rows = [
    row('green', { leadDepartmentId: asId('d-justice') }), row('yellow', { state: 'filed', clock: clockDueIn(1) }), row('red', { state: 'reported', clock: clockDueIn(-1) }),
    row('closed', { state: 'closed', clock: clockDueIn(-1, 'stopped') }), row('untyped', { state: 'reported', clock: null }),
    row('asking', { state: 'extension-requested' }), row('ours-closed', { state: 'closed', leadDepartmentId: asId('d-justice') }),
  ];

  it('counts what each filter shows', () => {
    const counts = countByFilter(rows, NOW, 'd-justice');
    expect(counts).toMatchObject({ all: 5, own: 1, red: 1, yellow: 1, reported: 2, filed: 1, handling: 1, approval: 1, closed: 2, handled: 0 });
    for (const [filter, count] of Object.entries(counts)) {
      expect(rows.filter((r) => matchesFilter(r, filter as keyof typeof counts, NOW, 'd-justice'))).toHaveLength(count);
    }
  });

  it('turns the lamp with the time, without a change of the row', () => {
    expect(countByFilter(rows, NOW + 2 * HOUR_MS, null)).toMatchObject({ red: 2, yellow: 0 });
  });

  it('offers a role the steps in which the life-cycle table gives it the next move', () => {
    expect(ownSteps('dispatcher')).toEqual(['filed', 'approval', 'paused']);
    expect(ownSteps('intake')).toEqual(expect.arrayContaining(['reported', 'handled']));
    expect(ownSteps('duty-chief')).toEqual(expect.arrayContaining(['accepted', 'checked', 'approval']));
    expect(ownSteps('leader')).toEqual([]);
  });

  it('shows own steps even when empty and others only when they hold a case', () => {
    const filters = filtersFor({ role: 'duty-chief', unitId: null }, countByFilter(rows, NOW, null));
    expect(filters.slice(0, 3)).toEqual(['all', 'red', 'yellow']);
    expect(filters).toContain('checked');
    expect(filters).toContain('handling');
    expect(filters).not.toContain('dispatched');
  });

  it('lets a department begin with what it leads, and nobody else', () => {
    const office = { role: 'department', unitId: 'd-justice' } as const;
    expect(filtersFor(office, countByFilter(rows, NOW, office.unitId)).slice(0, 2)).toEqual(['own', 'all']);
    expect(firstFilter({ role: 'dispatcher', unitId: 'd-justice' })).toBe('all');
  });

  it('opens on all for a department that leads none of the cases it sees', () => {
    const opening = (unitId: string): string => openingFilter({ role: 'department', unitId }, countByFilter([row('one', { leadDepartmentId: asId('d-justice') })], NOW, unitId));
    expect([opening('d-justice'), opening('d-village')]).toEqual(['own', 'all']);
    expect(openingFilter({ role: 'department', unitId: 'd-village' }, countByFilter([], NOW, 'd-village'))).toBe('own');
  });

  it('[CL29] gathers what was solved on the spot and drawn for its audit, for those who audit and the inspector', () => {
    const audits = [row('drawn', { state: 'self-handled', isAuditSample: true }), row('left', { state: 'self-handled' }), row('done', { state: 'closed', isAuditSample: true })];
    expect(audits.filter((item) => matchesFilter(item, 'audit', NOW, null)).map(({ no }) => no)).toEqual(['drawn']);
    const counts = countByFilter(audits, NOW, null);
    expect(counts).toMatchObject({ audit: 1, reported: 2 });
    expect(filtersFor({ role: 'inspector', unitId: null }, counts)[3]).toBe('audit');
    expect(filtersFor({ role: 'dispatcher', unitId: null }, counts)).not.toContain('audit');
    expect(filtersFor({ role: 'inspector', unitId: null }, countByFilter([], NOW, null))).not.toContain('audit');
  });

  it('[AK2] [AK5] gathers for the desk the orders that nobody signs and that wait for it, and no others', () => {
    const ladder = { since: NOW, remindedAt: NOW, nextAt: null, nextTeamId: null, deskAt: null, passedFrom: [] };
    const order = { teamId: asId<TeamId>('t1'), sentAt: NOW, undoUntil: NOW, deliveredAt: null, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null, doneAt: null, etaAt: null, route: [] };
    const due = row('due', { state: 'dispatched', order: { ...order, ladder: { ...ladder, nextAt: NOW } } });
    const rows = [due, row('told', { state: 'dispatched', order: { ...order, ladder: { ...ladder, nextAt: NOW, deskAt: NOW } } }), row('reminded', { state: 'dispatched', order: { ...order, ladder } }), row('fresh', { state: 'dispatched', order }),
      row('signed', { order: { ...order, signedAt: NOW, ladder: { ...ladder, nextAt: NOW } } })];
    const counts = countByFilter(rows, NOW, null);
    expect(counts).toMatchObject({ unsigned: 2, dispatched: 4 });
    expect(rows.filter((one) => matchesFilter(one, 'unsigned', NOW, null)).map(({ no }) => no)).toEqual(['due', 'told']);
    expect(filtersFor({ role: 'dispatcher', unitId: null }, counts)[3]).toBe('unsigned');
    expect(filtersFor({ role: 'intake', unitId: null }, counts)).not.toContain('unsigned');
  });

  it('[CL42] gathers what is asked to be opened again for the duty chief, however long it is closed, and nowhere else', () => {
    const asked = row('asked', { state: 'evaluated', closedAt: NOW - 50 * HOUR_MS, isReopenAsked: true });
    const rows = [asked, row('closed', { state: 'closed', closedAt: NOW })];
    const counts = countByFilter(rows, NOW, null);
    expect(counts).toMatchObject({ reopening: 1, closed: 1, all: 0 });
    expect((['all', 'reopening', 'closed'] as const).filter((filter) => matchesFilter(asked, filter, NOW, null))).toEqual(['reopening']);
    expect(matchesFilter(rows[1]!, 'reopening', NOW, null)).toBe(false);
    expect(filtersFor({ role: 'duty-chief', unitId: null }, counts)[3]).toBe('reopening');
    expect(filtersFor({ role: 'department', unitId: null }, counts)).not.toContain('reopening');
    expect(filtersFor({ role: 'duty-chief', unitId: null }, countByFilter([], NOW, null))).not.toContain('reopening');
  });
});

describe('search', () => {
  const places = { village: (code: string) => (code === 'V1' ? '璜塘村' : ''), grid: () => '第5网格' };

  it('finds a case by number, type or place, all words together', () => {
    const item = row('320281104-E-20261120-0087');
    for (const text of ['0087', '店外', 'e0408', '璜塘', '璜塘 店外', '  第5网格 ', '']) expect(matchesText(item, text, places)).toBe(true);
    for (const text of ['0088', '璜塘 噪声', '%']) expect(matchesText(item, text, places)).toBe(false);
  });
});
