import { describe, expect, it } from 'vitest';
import type { Actor } from '../access/index.ts';
import { asId, type DepartmentId } from '../base/index.ts';
import { lampAt } from '../calendar/index.ts';
import { shanghai, specCalendar } from '../calendar/calendar.fixture.ts';
import { allowedApplicationActions, decideApplication, compareApplications, evolveApplication, isLateApplication, serviceFigures, takeApplication, type Application, type ApplicationFacts, type ServiceMatter } from './index.ts';

const OFFICE = asId<DepartmentId>('office');
const WINDOW = asId<DepartmentId>('window');
const actor = (role: Actor['role'], unitId: string | null = null, id: string = role): Actor => ({ id, name: id, role, unitId, parentUnitId: null, areaCode: '' });
const window = actor('department', WINDOW, 'window');
const office = actor('department', OFFICE, 'office');
const chief = actor('duty-chief');

const matter: ServiceMatter = {
  code: 'ZW1', name: '临时救助', department: '民政办', window: '便民服务中心', channels: ['window', 'proxy'], materials: [], basis: '', source: 'F', limit: { value: 3, unit: 'work_day' },
  nodes: [{ node: 'accept', limit: { value: 2, unit: 'work_hour' } }, { node: 'review', limit: { value: 1, unit: 'work_day' } }, { node: 'deliver', limit: { value: 4, unit: 'work_hour' } }],
};
const facts: ApplicationFacts = {
  id: 'a', no: 'BJ1', matterCode: 'ZW1', matterName: '临时救助', matterVersion: 'd1', channel: 'window', applicant: { name: '王小明', phone: '13900001234' }, proxy: null,
  villageCode: '320281104201', departmentId: OFFICE, departmentName: '民政办', windowId: WINDOW, windowName: '便民服务中心', nodes: matter.nodes,
};
const MONDAY = shanghai('2026-01-05 09:00');
const context = (now: number) => ({ now, calendar: specCalendar });

function taken(more: Partial<ApplicationFacts> = {}): Application {
  const event = takeApplication({ ...facts, ...more }, matter, window, context(MONDAY));
  if (!event.ok) throw new Error(event.error.code);
  return evolveApplication(null, event.value);
}

const wish = (application: Application, by: Actor, action: string, payload: object = {}) => ({ action, expectedRevision: application.revision, actor: by, payload });
const tried = (application: Application, by: Actor, action: string, payload: object = {}, at = MONDAY) => decideApplication(application, wish(application, by, action, payload), context(at));

function after(application: Application, by: Actor, action: string, at: number, payload: object = {}): Application {
  const decided = tried(application, by, action, payload, at);
  if (!decided.ok) throw new Error(`${action}: ${decided.error.code}`);
  return evolveApplication(application, decided.value);
}

describe('an application', () => {
  it('[WN1] given a channel the matter does not allow, or a proxy without or beside one, then it is not taken', () => {
    const attempt = (more: Partial<ApplicationFacts>) => takeApplication({ ...facts, ...more }, matter, window, context(MONDAY));
    expect(attempt({ channel: 'online' })).toMatchObject({ error: { code: 'SERVICE_CHANNEL_CLOSED' } });
    expect(attempt({ channel: 'proxy' })).toMatchObject({ error: { code: 'SERVICE_PROXY_MISSING' } });
    expect(attempt({ proxy: { id: 'w', name: '乙' } })).toMatchObject({ error: { code: 'SERVICE_PROXY_MISSING' } });
    expect(attempt({ channel: 'proxy', proxy: { id: 'w', name: '乙' } })).toMatchObject({ ok: true });
  });

  it('[WN2] given its nodes, when each is done, then the next begins with its own clock and the last is the hand-over', () => {
    const begun = taken();
    expect(begun).toMatchObject({ node: 'accept', nodeClock: { dueAt: shanghai('2026-01-05 11:00') }, clock: { dueAt: shanghai('2026-01-08 17:00') } });
    expect(tried(begun, window, 'hand-over')).toMatchObject({ error: { code: 'SERVICE_NODE_ORDER', rule: 'WN2' } });
    const reviewed = after(after(begun, window, 'pass', shanghai('2026-01-05 10:00')), office, 'pass', shanghai('2026-01-06 10:00'));
    expect(reviewed).toMatchObject({ node: 'deliver', state: 'open', nodeClock: { dueAt: shanghai('2026-01-06 15:30') } });
    expect(tried(reviewed, window, 'pass')).toMatchObject({ error: { code: 'SERVICE_NODE_ORDER' } });
    const delivered = after(reviewed, window, 'hand-over', shanghai('2026-01-06 11:00'));
    expect(delivered).toMatchObject({ state: 'delivered', clock: { standing: 'stopped' }, endedAt: shanghai('2026-01-06 11:00') });
    expect(delivered.records.map(({ node, clock, byName }) => [node, clock.standing, byName])).toEqual([['accept', 'stopped', 'window'], ['review', 'stopped', 'office'], ['deliver', 'stopped', 'window']]);
  });

  it('[WN3] given a node of the department, then the window cannot do it, and the other way round', () => {
    const begun = taken();
    expect(tried(begun, office, 'pass')).toMatchObject({ error: { code: 'SERVICE_NOT_YOURS', rule: 'WN3' } });
    const inReview = after(begun, window, 'pass', MONDAY + 1);
    expect(tried(inReview, window, 'pass')).toMatchObject({ error: { code: 'SERVICE_NOT_YOURS', rule: 'WN3' } });
    expect(tried(inReview, chief, 'pass')).toMatchObject({ error: { code: 'ACTION_FORBIDDEN' } });
    expect(allowedApplicationActions(inReview, chief)).toEqual(['urge']);
  });

  it('[WN4] given a proxy, then that grid worker hands it over, and no other', () => {
    const proxy = { id: 'w1', name: '网格员甲' };
    const ready = after(after(taken({ channel: 'proxy', proxy }), window, 'pass', MONDAY + 1), office, 'pass', MONDAY + 2);
    expect(tried(ready, actor('grid-worker', null, 'w2'), 'hand-over')).toMatchObject({ error: { code: 'SERVICE_NOT_YOURS', rule: 'WN4' } });
    expect(tried(ready, actor('grid-worker', null, 'w1'), 'hand-over')).toMatchObject({ ok: true });
  });

  it('[WN5] given a supplement asked for after an hour and brought two days later, then both clocks run on with what was left', () => {
    const inReview = after(taken(), window, 'pass', MONDAY);
    const waiting = after(inReview, office, 'ask-supplement', shanghai('2026-01-05 10:00'), { reason: '缺收入证明' });
    expect(waiting).toMatchObject({ state: 'supplement', supplementReason: '缺收入证明', clock: { standing: 'paused' }, nodeClock: { standing: 'paused' } });
    expect(isLateApplication(waiting, shanghai('2026-02-05 10:00'))).toBe(false);
    expect(tried(waiting, office, 'pass')).toMatchObject({ error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    const back = after(waiting, window, 'supplement', shanghai('2026-01-07 10:00'));
    expect(back).toMatchObject({ state: 'open', node: 'review', supplementReason: null, supplementCount: 1, nodeClock: { standing: 'running', dueAt: shanghai('2026-01-08 17:00') } });
    expect(back.clock.dueAt).toBe(shanghai('2026-01-12 17:00'));
    expect(lampAt(back.clock, shanghai('2026-01-08 17:00'))).not.toBe('red');
  });

  it('[WN5] given a supplement asked for on a Friday and brought over the weekend, then no working time is lost', () => {
    const waiting = after(taken(), window, 'ask-supplement', shanghai('2026-01-09 17:00'), { reason: '缺照片' });
    const back = after(waiting, window, 'supplement', shanghai('2026-01-11 10:00'));
    expect(back.clock.usedMs).toBe(waiting.clock.usedMs);
  });

  it('[WN6] given the node of hand-over, then it can be neither refused nor supplemented; before it can, with a reason', () => {
    const inReview = after(taken(), window, 'pass', MONDAY);
    expect(tried(inReview, office, 'refuse')).toMatchObject({ error: { code: 'OBJECT_FIELD_REQUIRED', field: 'reason' } });
    expect(after(inReview, office, 'refuse', MONDAY + 1, { reason: '不符合条件' })).toMatchObject({ state: 'refused', refusal: '不符合条件', clock: { standing: 'stopped' } });
    const ready = after(inReview, office, 'pass', MONDAY + 1);
    for (const action of ['refuse', 'ask-supplement']) expect(tried(ready, window, action, { reason: '不' })).toMatchObject({ error: { code: 'SERVICE_DECIDED' } });
  });

  it('[WN7] given one on time, one late and one withdrawn, then the rate is a half; without any it is none', () => {
    const walk = (at: number): Application => after(after(after(taken(), window, 'pass', MONDAY), office, 'pass', at - 1), window, 'hand-over', at);
    const gone = after(taken(), window, 'withdraw', MONDAY + 1, { reason: '本人撤回' });
    const all = [walk(shanghai('2026-01-06 10:00')), walk(shanghai('2026-01-12 10:00')), gone, taken({ channel: 'proxy', proxy: { id: 'w', name: '甲' } })];
    const figures = serviceFigures(all, shanghai('2026-01-12 11:00'));
    expect(figures).toMatchObject({ today: { received: 0, handedOver: 1 }, month: { received: 4, ended: 2, onTime: 1, share: 0.5 }, proxy: { taken: 1, of: 4, share: 0.25 }, inHand: 1, lateCount: 1 });
    expect(serviceFigures([], MONDAY).month.share).toBeNull();
  });

  it('[WN8] given a hand-over, then it is rated once and within 1 to 5', () => {
    const done = after(after(after(taken(), window, 'pass', MONDAY), office, 'pass', MONDAY + 1), window, 'hand-over', MONDAY + 2);
    expect(tried(done, window, 'rate', { rating: 6 })).toMatchObject({ error: { code: 'FIELD_INVALID', rule: 'WN8' } });
    const rated = after(done, window, 'rate', MONDAY + 3, { rating: 5 });
    expect(rated).toMatchObject({ rating: 5, state: 'delivered' });
    expect(tried(rated, window, 'rate', { rating: 4 })).toMatchObject({ error: { code: 'SERVICE_RATED' } });
  });

  it('puts first what is due first, of its node or of the whole, and what ended last', () => {
    const fresh = taken();
    const nodeDueLater = after(fresh, window, 'pass', MONDAY + 1);
    const ended = after(fresh, window, 'withdraw', MONDAY + 1, { reason: '本人撤回' });
    const endedLater = after(fresh, window, 'withdraw', MONDAY + 2, { reason: '本人撤回' });
    expect([ended, nodeDueLater, endedLater, fresh].sort(compareApplications)).toEqual([fresh, nodeDueLater, endedLater, ended]);
  });
});
