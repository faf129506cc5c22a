import type { Actor } from '../access/index.ts';
import { ok, refuse, type DepartmentId, type Result } from '../base/index.ts';
import { haltClock, startClock, type WorkCalendar } from '../calendar/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import type { MatterStep } from './matter-template.ts';
import { openSteps, type MatterRun, type RunEvent, type RunFacts, type RunPayload, type RunState, type StepOpening, type StepState } from './matter-run.ts';
import { RUN_GUARDS, RUN_LIFE, type RunAction, type RunGuard, type RunGuardInput } from './run-life.ts';

type Row = (typeof RUN_LIFE)[number];
type Progress = readonly (Pick<MatterStep, 'id' | 'after' | 'owner' | 'limit'> & { readonly state: StepState })[];

/** What a decision on a run looks at beside it. */
export interface RunContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  /** The department of that name which works in a village; undefined when there is none. */
  departmentNamed(name: string, villageCode: string): DepartmentId | undefined;
}

/** Steps that may begin now: nothing before them is left to do. */
function openings(steps: Progress, villageCode: string, { now, calendar, departmentNamed }: RunContext): StepOpening[] {
  const isOver = (id: string): boolean => steps.some((step) => step.id === id && (step.state === 'done' || step.state === 'skipped'));
  return steps.filter((step) => step.state === 'waiting' && step.after.every(isOver))
    .map((step) => ({ stepId: step.id, departmentId: departmentNamed(step.owner, villageCode) ?? null, clock: startClock(calendar, step.limit, now) }));
}

/** Opens a matter; its first steps begin at once. Refused when the role may not open it. */
export function openMatter(facts: RunFacts, actor: Actor, context: RunContext): Result<RunEvent> {
  if (!facts.template.openers.includes(actor.role)) return refuse('ACTION_FORBIDDEN', { rule: 'OM9' });
  const steps = facts.template.steps.map((step) => ({ ...step, state: 'waiting' as const }));
  return ok({ type: 'matter-opened', at: context.now, actor, to: 'running', payload: {}, facts, opens: openings(steps, facts.villageCode, context) });
}

/** Turns a wish about a run into the event it causes, or into a refusal. Ending the last step ends the run. */
export function decideRun(run: MatterRun, wish: Wish<RunPayload>, context: RunContext): Result<RunEvent> {
  const { actor, payload } = wish;
  const step = run.steps.find(({ id }) => id === payload.stepId);
  const found = findRow<RunState, RunGuard, Row, RunGuardInput>(RUN_LIFE, run, wish, RUN_GUARDS, { run, step, actor, payload });
  if (!found.ok) return found;
  const type = found.value.event;
  const base = { type, at: context.now, actor, payload };
  const endsStep = type === 'step-finished' || type === 'step-skipped';
  if (!step || !endsStep) return ok({ ...base, to: stateAfter<RunState>(found.value, run, 'running'), opens: [] });
  const steps = run.steps.map((other) => (other.id === step.id ? { ...other, state: type === 'step-finished' ? 'done' as const : 'skipped' as const } : other));
  const isLast = steps.every(({ state }) => state === 'done' || state === 'skipped');
  return ok({
    ...base, to: isLast ? 'done' : 'running', opens: openings(steps, run.villageCode, context),
    ...(step.clock ? { clock: haltClock(context.calendar, step.clock, context.now, 'stopped') } : {}),
  });
}

/** What this actor may do with each open step, and with the run as a whole (`stepId` null). */
export function allowedRunActions(run: MatterRun, actor: Actor): { readonly stepId: string | null; readonly actions: readonly RunAction[] }[] {
  const rows = (stepId: string | undefined): RunAction[] => {
    const step = run.steps.find(({ id }) => id === stepId);
    const input = { run, step, actor, payload: {} };
    return allowedRows<RunState, RunGuard, Row, RunGuardInput>(RUN_LIFE, run, actor, RUN_GUARDS, input).map(({ action }) => action);
  };
  const ofStep = (action: RunAction): boolean => RUN_LIFE.some((row) => row.action === action && (row.requires as readonly string[]).includes('stepId'));
  return [
    ...openSteps(run).map(({ id }) => ({ stepId: id, actions: rows(id).filter(ofStep) })),
    { stepId: null, actions: rows(undefined).filter((action) => !ofStep(action)) },
  ].filter(({ actions }) => actions.length > 0);
}
