import { describe, expect, it } from 'vitest';
import { asId, type DepartmentId, type TeamId } from '@wangge/shared/base';
import type { LimitClock } from '@wangge/shared/calendar';
import type { CaseAction, OrderLadder } from '@wangge/shared/case';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';
import { assumeRow } from './assume-row.ts';
import { extensionChoices } from './extension-choices.ts';
import { fieldSteps, isUnderWay, nextAction } from './field-steps.ts';
import { handedInToday, ordersInHand, passedOnToday } from './my-orders.ts';
import { newsOf } from './order-news.ts';
import { isSettled } from './settled-action.ts';
import { navigationLinks } from './navigation-links.ts';
import type { CommandEntry } from './outbox-entry.ts';
import { checkPlace, distanceParts } from './place-check.ts';
import { remainingWayM } from './remaining-way.ts';
import { fitWithin } from './shrink-photo.ts';

const TEAM = asId<TeamId>('t1');
const OFFICE = asId<DepartmentId>('d1');
const NOON = Date.UTC(2025, 10, 3, 4);
const ORDER: OrderRow = {
  teamId: TEAM, sentAt: NOON, undoUntil: NOON, deliveredAt: null, seenAt: null, signedAt: null, departedAt: null, arrivedAt: null, doneAt: null, etaAt: null, route: [],
};

function ladder(more: Partial<OrderLadder>): OrderLadder {
  return { since: NOON, remindedAt: null, nextAt: null, nextTeamId: null, deskAt: null, passedFrom: [], ...more };
}

function clockDue(dueAt: number): LimitClock {
  return { basis: 'plain', startedAt: NOON, totalMs: 1, usedMs: 0, runningSince: NOON, standing: 'running', yellowAt: dueAt, dueAt };
}

function row(id: string, more: Partial<CaseRow> = {}, order: Partial<OrderRow> = {}): CaseRow {
  return {
    id: asId(id), no: id, revision: 4, state: 'dispatched', typeCode: 'E0408', matter: '店外经营', platform: 'enforcement', level: 'ordinary',
    urgency: 'normal', lngLat: [120.3, 31.8], villageCode: 'V1', gridCode: 'G1', source: 'hotline', reportedAt: 0, stateSince: 0, closedAt: null,
    closedOnTime: null, leadDepartmentId: null, clock: clockDue(NOON + 1_000), stepClock: null, order: { ...ORDER, ...order }, countyCall: null, supervision: 0,
    reworkCount: 0, isAuditSample: false, ...more,
  };
}

function pressed(action: CommandEntry['action'], pressedAt: number, more: Partial<CommandEntry> = {}): CommandEntry {
  return {
    kind: 'command', id: action, personId: 'p', pressedAt, matter: '', photoIds: [], attempts: 0, trouble: null, caseId: asId('c1'), action,
    expectedRevision: 4, payload: {}, ...more,
  };
}

describe('orders in hand', () => {
  it('puts the most urgent first: 特急, then the least time left', () => {
    const rows = [row('late', { clock: clockDue(NOON + 900) }), row('soon', { clock: clockDue(NOON + 100) }), row('alarm', { urgency: 'critical', clock: clockDue(NOON + 9_000) })];
    expect(ordersInHand(rows, TEAM).map((one) => one.id)).toEqual(['alarm', 'soon', 'late']);
  });

  it('holds only this team\'s and only what it still has to do; a failed check brings one back', () => {
    const rows = [
      row('mine'), row('other', {}, { teamId: asId('t2') }), row('handed-in', { state: 'handled' }, { doneAt: NOON }),
      row('rework', { state: 'handling', reworkCount: 1 }, { signedAt: 1, arrivedAt: 2, doneAt: 3 }), row('unsent', { state: 'filed', order: null }),
    ];
    expect(ordersInHand(rows, TEAM).map((one) => one.id)).toEqual(['mine', 'rework']);
    expect(handedInToday(rows, TEAM, NOON).map((one) => one.id)).toEqual(['handed-in']);
    expect(handedInToday(rows, TEAM, NOON + 86_400_000)).toEqual([]);
  });
});

/** A case that was given to the department itself. */
const given = (id: string, more: Partial<CaseRow> = {}): CaseRow => ({ ...row(id, { leadDepartmentId: OFFICE, ...more }), order: null });

describe('what a department has in hand', () => {
  it('[PH7] is what it was given itself, not what a team of it was sent to, the county called to, or it no longer leads', () => {
    const call = { departmentId: OFFICE, calledAt: 0, respondBy: 0, respondedAt: 0, arriveBy: null, arrivedAt: null };
    const rows = [
      given('mine'), given('asked', { state: 'extension-requested' }), row('teams', { leadDepartmentId: OFFICE }), given('others', { leadDepartmentId: asId('d2') }),
      given('called', { countyCall: call }), given('filed', { state: 'filed' }), given('done', { state: 'checking', handedInAt: NOON }), given('long-done', { state: 'closed', handedInAt: NOON - 86_400_000 }),
    ];
    expect(ordersInHand(rows, OFFICE).map(({ id }) => id)).toEqual(['mine', 'asked']);
    expect(handedInToday(rows, OFFICE, NOON).map(({ id }) => id)).toEqual(['done']);
    expect(ordersInHand(rows, TEAM).map(({ id }) => id)).toEqual(['teams']);
  });

  it('[PH7] is signed, done and reported back, without an arrival, and a failed check leads back', () => {
    const seen = (more: Partial<CaseRow>) => [nextAction(given('c', more)), ...fieldSteps(given('c', more)).map(({ name, standing, at }) => [name, standing, at])];
    expect(seen({})).toEqual(['sign', ['sign', 'current', null], ['handle', 'ahead', null], ['report', 'ahead', null]]);
    expect(seen({ state: 'handling' })).toEqual(['report-back', ['sign', 'done', null], ['handle', 'current', null], ['report', 'ahead', null]]);
    expect(seen({ state: 'return-requested' })[0]).toBeNull();
    expect(seen({ state: 'handled', handedInAt: NOON })).toEqual([null, ['sign', 'done', null], ['handle', 'done', null], ['report', 'done', NOON]]);
    expect(isUnderWay(given('c', { state: 'handling' }))).toBe(false);
  });

  it('[PH7] goes on without a net as it will be, and a colleague\'s signature settles the own', () => {
    const assumed = assumeRow(given('c1'), [pressed('sign', 10), pressed('report-back', 20)]);
    expect(assumed).toMatchObject({ state: 'handled', order: null, handedInAt: 20 });
    const settled = (action: CaseAction, row: CaseRow) => isSettled(action, row, OFFICE);
    expect(settled('sign', given('c', { state: 'handling' }))).toBe(true);
    expect([settled('sign', given('c', { state: 'filed' })), settled('report-back', given('c', { state: 'handling' }))]).toEqual([false, false]);
    const theirs = [given('c', { state: 'handling', leadDepartmentId: asId('d2') }), row('c', { state: 'handling', leadDepartmentId: OFFICE }, { signedAt: NOON })];
    expect(theirs.map((one) => settled('sign', one)), 'what another unit signed').toEqual([false, false]);
  });

  it('[PH7] tells what comes, what comes back and what is taken away, and is silent on what was handed in', () => {
    const rows = [given('handed-in', { state: 'handled', handedInAt: NOON }), row('to-team', { leadDepartmentId: OFFICE })];
    const news = newsOf([given('gone'), given('to-team'), given('handed-in', { state: 'handling' })], [given('fresh'), given('back', { state: 'handling', reworkCount: 1 })], (id) => rows.find((one) => one.id === id));
    expect(news.map(({ kind, row: { id } }) => [kind, id])).toEqual([['newOrder', 'fresh'], ['reopened', 'back'], ['withdrawn', 'gone'], ['withdrawn', 'to-team']]);
  });
});

describe('the next step', () => {
  it('leads from the receipt over the way to the feedback', () => {
    const at = (state: CaseRow['state'], order: Partial<OrderRow>) => nextAction(row('c', { state }, order));
    expect(at('dispatched', {})).toBe('sign');
    expect(at('handling', { signedAt: 1 })).toBe('depart');
    expect(at('handling', { signedAt: 1, departedAt: 2 })).toBe('arrive');
    expect(at('handling', { signedAt: 1, departedAt: 2, arrivedAt: 3 })).toBe('report-back');
    expect(at('extension-requested', { signedAt: 1 })).toBeNull();
    expect(isUnderWay(row('c', { state: 'handling' }, { signedAt: 1, departedAt: 2 }))).toBe(true);
    expect(isUnderWay(row('c', { state: 'handling' }, { signedAt: 1 }))).toBe(false);
  });

  it('shows the steps done, the present one and those ahead', () => {
    const standings = (state: CaseRow['state'], order: Partial<OrderRow>) => fieldSteps({ state, order: { ...ORDER, ...order } }).map((step) => step.standing);
    expect(standings('dispatched', {})).toEqual(['current', 'ahead', 'ahead', 'ahead']);
    expect(standings('handling', { signedAt: 1 })).toEqual(['done', 'current', 'ahead', 'ahead']);
    expect(standings('handling', { signedAt: 1, arrivedAt: 3 })).toEqual(['done', 'done', 'current', 'ahead']);
    expect(standings('handled', { signedAt: 1, doneAt: 9 })).toEqual(['done', 'done', 'done', 'done']);
    expect(standings('handling', { signedAt: 1, arrivedAt: 3, doneAt: 9 })).toEqual(['done', 'done', 'current', 'ahead']);
  });
});

describe('going on without a net', () => {
  it('assumes what was pressed, in order, and nothing that was refused', () => {
    const assumed = assumeRow(row('c1'), [pressed('sign', 10), pressed('depart', 20), pressed('arrive', 30, { trouble: { code: 'ORDER_TOO_FAR', detail: null, state: null, at: 0 } })]);
    expect(assumed).toMatchObject({ state: 'handling', order: { signedAt: 10, departedAt: 20, arrivedAt: null } });
  });

  it('does not assume what the case no longer allows, nor for another case', () => {
    const closed = row('c1', { state: 'closed' });
    expect(assumeRow(closed, [pressed('sign', 10)])).toBe(closed);
    const other = row('c2');
    expect(assumeRow(other, [pressed('sign', 10)])).toBe(other);
  });
});

describe('place and way', () => {
  it('counts as there within the radius, allowing for the fix up to 50 m', () => {
    const place = [120.3, 31.8] as const;
    const north = (metres: number, accuracyM: number) => checkPlace({ lng: 120.3, lat: 31.8 + metres / 111_195, accuracyM }, place, 100);
    expect(north(95, 0).isThere).toBe(true);
    expect(north(140, 45)).toMatchObject({ isThere: true, missingM: 0 });
    expect(north(400, 500).isThere).toBe(false);
    expect(Math.round(north(400, 500).missingM)).toBe(250);
  });

  it('tells distances as people read them', () => {
    expect([0, 84, 994, 1_049, 12_340, 340_000].map((metres) => Object.values(distanceParts(metres)).join(''))).toEqual(['0m', '80m', '990m', '1.0km', '12.3km', '340km']);
  });

  it('follows the road while near it, else the straight line', () => {
    const route = [[120.3, 31.8], [120.31, 31.8], [120.31, 31.81]] as const;
    const place = [120.31, 31.81] as const;
    const along = remainingWayM([120.305, 31.8], place, route);
    expect(Math.round(along / 10) * 10).toBe(1_580);
    expect(remainingWayM([120.4, 31.8], place, route)).toBeGreaterThan(8_000);
    expect(remainingWayM([120.3, 31.8], place, [])).toBeLessThan(1_500);
  });

  it('hands the way over to a map application of the phone', () => {
    const place = [120.305, 31.8051234] as const;
    expect(navigationLinks(place, '新街 村', 'Android 14').amap).toBe('amapuri://route/plan/?sourceApplication=wangge&dlat=31.805123&dlon=120.305000&dname=%E6%96%B0%E8%A1%97%20%E6%9D%91&dev=1&t=0');
    expect(navigationLinks(place, 'x', 'iPhone').amap).toMatch(/^iosamap:\/\/path\?.*dlat=31\.805123&dlon=120\.305000/);
    expect(navigationLinks(place, 'x', 'Android').other).toBe('geo:31.805123,120.305000?q=31.805123,120.305000(x)');
    expect(navigationLinks(place, 'x', 'Desktop').amap).toContain('to=120.305000,31.805123,x&mode=car&coordinate=wgs84');
  });
});

describe('small sums', () => {
  it('offers only due times later than the one that holds', () => {
    for (const dueAt of [NOON - 5_000_000, NOON + 5_000_000, null]) {
      for (const choice of extensionChoices(dueAt, NOON)) expect(choice.until).toBeGreaterThan(Math.max(dueAt ?? 0, NOON));
    }
  });

  it('shrinks a photo to its longer side and leaves a small one alone', () => {
    expect(fitWithin(4_000, 3_000, 1_600)).toEqual({ width: 1_600, height: 1_200 });
    expect(fitWithin(3_000, 4_000, 1_600)).toEqual({ width: 1_200, height: 1_600 });
    expect(fitWithin(640, 480, 1_600)).toEqual({ width: 640, height: 480 });
  });
});

describe('news of orders', () => {
  it('tells new ones, those taken away or sent to others, and those back from a failed check', () => {
    const kept = row('kept');
    const taken = row('taken');
    const handedIn = row('handed-in', {}, { sentAt: NOON });
    const again = row('again', { state: 'handling', reworkCount: 1 }, { signedAt: 1, doneAt: null });
    const rows = [kept, row('taken', { state: 'filed', order: null }), row('handed-in', { state: 'handled' }, { sentAt: NOON, doneAt: 9 })];
    const news = newsOf([kept, taken, handedIn], [kept, row('fresh'), again], (id) => rows.find((one) => one.id === id));
    expect(news.map(({ kind, row: { id } }) => [kind, id])).toEqual([['newOrder', 'fresh'], ['reopened', 'again'], ['withdrawn', 'taken']]);
  });

  it('[AK7] tells an order that went on unsigned apart from one taken back, and who has it now', () => {
    const was = row('on', {}, { sentAt: NOON });
    const now = row('on', {}, { teamId: asId<TeamId>('t2'), sentAt: NOON + 9, ladder: ladder({ passedFrom: [{ teamId: TEAM, sentAt: NOON, at: NOON + 9 }] }) });
    expect(newsOf([was], [], () => now)).toEqual([{ kind: 'passedOn', row: now }]);
    expect(newsOf([was], [], () => row('on', {}, { teamId: asId<TeamId>('t2'), sentAt: NOON + 9 })).map(({ kind }) => kind)).toEqual(['withdrawn']);
    expect(passedOnToday([now, was], TEAM, NOON + 99)).toEqual([{ row: now, at: NOON + 9 }]);
    expect(ordersInHand([now], TEAM)).toEqual([]);
  });

  it('[AK2] tells a reminder to sign once, and none of a signed order', () => {
    const was = row('c');
    const reminded = row('c', {}, { ladder: ladder({ remindedAt: NOON + 5 }) });
    expect(newsOf([was], [reminded], () => reminded).map(({ kind }) => kind)).toEqual(['reminded']);
    expect(newsOf([reminded], [{ ...reminded, revision: 9 }], () => reminded)).toEqual([]);
    const signed = { ...reminded, state: 'handling' as const };
    expect(newsOf([was], [signed], () => signed)).toEqual([]);
  });

  it('takes a second sending of the same case for a new order', () => {
    const before = row('c', { state: 'handling' }, { signedAt: NOON });
    const now = row('c', {}, { sentAt: NOON + 60_000 });
    expect(newsOf([before], [now], () => now).map((one) => one.kind)).toEqual(['newOrder']);
  });
});
