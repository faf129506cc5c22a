import { describe, expect, it } from 'vitest';
import type { Actor, ActorRole } from '../access/index.ts';
import { HOUR_MS } from '../base/index.ts';
import { allowedOnDrill, decideDrill, evolveDrill, isRunningAt, openDrill, type Drill, type DrillFacts } from './index.ts';

const NINE = Date.parse('2026-11-20T09:00:00+08:00');
const TOWN = '320281104';
const person = (role: ActorRole, areaCode = TOWN): Actor => ({ id: `p-${role}`, name: role, role, unitId: null, parentUnitId: null, areaCode });
const facts = (more: Partial<DrillFacts> = {}): DrillFacts => ({ id: 'd-1', name: '燃气泄漏演练', areaCode: TOWN, until: NINE + 2 * HOUR_MS, ...more });

function opened(more: Partial<DrillFacts> = {}, areaCode = TOWN): Drill {
  const event = openDrill(facts(more), person('duty-chief', areaCode), [], NINE);
  if (!event.ok) throw new Error(event.error.code);
  return evolveDrill(null, event.value);
}
const end = (drill: Drill, actor: Actor, now: number) => decideDrill(drill, { action: 'end', expectedRevision: drill.revision, actor, payload: {} }, now);

describe('[DR1] a drill is opened', () => {
  it.each(['duty-chief', 'commander'] as const)('by a %s, in their area', (role) => {
    expect(openDrill(facts(), person(role), [], NINE).ok).toBe(true);
    expect(openDrill(facts({ areaCode: '320281105' }), person(role), [], NINE)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', field: 'areaCode', rule: 'DR1' } });
  });

  it.each(['dispatcher', 'intake', 'leader', 'county-centre', 'wall'] as const)('by no %s', (role) => {
    expect(openDrill(facts(), person(role), [], NINE)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN', rule: 'DR1' } });
  });

  it.each([NINE, NINE + 24 * HOUR_MS + 1])('with an end that is to come, within a day', (until) => {
    expect(openDrill(facts({ until }), person('commander'), [], NINE)).toMatchObject({ ok: false, error: { code: 'DRILL_END', field: 'until' } });
  });
});

describe('[DR2] where one runs', () => {
  it.each([TOWN, '320281104201', '320281'])('given one of the township, when another is opened in %s, then it is refused by its name', (areaCode) => {
    expect(openDrill(facts({ id: 'd-2', areaCode }), person('commander', ''), [opened()], NINE + 1)).toMatchObject({ ok: false, error: { code: 'DRILL_RUNNING', detail: '燃气泄漏演练' } });
  });

  it('given one next door or one whose time is over, when another is opened, then it is', () => {
    expect(openDrill(facts({ id: 'd-2', areaCode: '320281105' }), person('commander', ''), [opened()], NINE + 1).ok).toBe(true);
    expect(openDrill(facts({ id: 'd-2', until: NINE + 5 * HOUR_MS }), person('commander'), [opened()], NINE + 2 * HOUR_MS).ok).toBe(true);
  });
});

describe('[DR7] a drill ends', () => {
  it('by whoever may open one there, and tells who and when', () => {
    const drill = opened();
    const event = end(drill, person('commander'), NINE + HOUR_MS);
    expect(event.ok && evolveDrill(drill, event.value)).toMatchObject({ state: 'ended', endedAt: NINE + HOUR_MS, endedBy: { role: 'commander' }, openedBy: { role: 'duty-chief' } });
    expect(end(drill, person('dispatcher'), NINE + 1)).toMatchObject({ ok: false, error: { code: 'ACTION_FORBIDDEN' } });
    expect(end(drill, person('duty-chief', '320281105'), NINE + 1)).toMatchObject({ ok: false, error: { code: 'OBJECT_NOT_FOUND' } });
  });

  it('by itself when its time is over, and not before', () => {
    const drill = opened();
    expect(end(drill, person('system', ''), drill.until - 1)).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    expect(end(drill, person('system', ''), drill.until).ok).toBe(true);
    expect([drill.from - 1, drill.from, drill.until - 1, drill.until].map((at) => isRunningAt(drill, at))).toEqual([false, true, true, false]);
  });

  it('once', () => {
    const drill = opened();
    const event = end(drill, person('commander'), NINE + 1);
    if (!event.ok) throw new Error(event.error.code);
    const ended = evolveDrill(drill, event.value);
    expect(end(ended, person('commander'), NINE + 2)).toMatchObject({ ok: false, error: { code: 'OBJECT_ACTION_NOT_IN_STATE' } });
    expect(isRunningAt(ended, NINE + 1)).toBe(false);
    expect([allowedOnDrill(drill, person('duty-chief'), NINE), allowedOnDrill(drill, person('intake'), NINE), allowedOnDrill(ended, person('duty-chief'), NINE)]).toEqual([['end'], [], []]);
  });
});
