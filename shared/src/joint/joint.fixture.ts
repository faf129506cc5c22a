import type { Actor, ActorRole } from '../access/index.ts';
import { asId, type CaseId, type DepartmentId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import { decideRun, openMatter, type RunContext } from './decide-run.ts';
import { evolveRun } from './evolve-run.ts';
import type { MatterRun, RunPayload } from './matter-run.ts';
import type { MatterStep, MatterTemplate } from './matter-template.ts';
import type { RunAction } from './run-life.ts';

/** Monday, 5 January 2026, nine in the morning in Shanghai. */
export const T0 = Date.parse('2026-01-05T09:00:00+08:00');
export const minute = (n: number): number => T0 + n * 60_000;

export const specCalendar: WorkCalendar = {
  version: 'spec', effectiveFrom: '2026-01-01', coveredYears: [2026], exceptions: [],
  seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 510, endMin: 1020 }] }],
};

/** A person of the spec. */
export function person(role: ActorRole, unitId: string | null = null, parentUnitId: string | null = null): Actor {
  return { id: `p-${role}-${unitId ?? ''}`, name: `${role}`, role, unitId, parentUnitId, areaCode: '' };
}

/** A step that department `owner` holds for 100 minutes. */
export function step(id: string, after: readonly string[] = [], more: Partial<MatterStep> = {}): MatterStep {
  return { id, name: `环节${id}`, owner: `部门${id}`, after, limit: { value: 100, unit: 'minute' }, fields: [], minPhotos: 0, isScanRequired: false, ...more };
}

/** a, then b and c side by side, then d. */
export function template(steps: readonly MatterStep[] = [step('a'), step('b', ['a']), step('c', ['a']), step('d', ['b', 'c'])], more: Partial<MatterTemplate> = {}): MatterTemplate {
  return { code: 'T', name: '某事', triggers: ['E1'], openers: ['duty-chief'], hasSite: false, steps, ...more };
}

/** Every department but `部门x` exists; `部门a` is `dep-a`. */
export function contextAt(now: number): RunContext {
  return { now, calendar: specCalendar, departmentNamed: (name) => (name === '部门x' ? undefined : asId<DepartmentId>(name.replace('部门', 'dep-'))) };
}

export function opened(of: MatterTemplate = template(), actor: Actor = person('duty-chief')): MatterRun {
  const event = openMatter({ id: 'r1', template: of, templateVersion: 'v1', title: '', caseId: asId<CaseId>('c1'), siteCode: null, villageCode: 'v1' }, actor, contextAt(T0));
  if (!event.ok) throw new Error(event.error.code);
  return evolveRun(null, event.value);
}

/** What one act makes of a run, or the refusal. */
export function act(run: MatterRun, action: RunAction, actor: Actor, payload: RunPayload, atMin = 10): ReturnType<typeof decideRun> {
  return decideRun(run, { action, expectedRevision: run.revision, actor, payload }, contextAt(minute(atMin)));
}

/** Takes a run through steps done by their owners. */
export function finish(run: MatterRun, ...stepIds: readonly string[]): MatterRun {
  return stepIds.reduce((now, stepId) => {
    const decided = act(now, 'finish-step', person('department', `dep-${stepId}`), { stepId });
    if (!decided.ok) throw new Error(`${stepId}: ${decided.error.code}`);
    return evolveRun(now, decided.value);
  }, run);
}
