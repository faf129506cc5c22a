import type { MatterRun, RunEvent, RunStep, StepOpening } from './matter-run.ts';

const NOTHING_YET = {
  state: 'waiting', departmentId: null, clock: null, openedAt: null, endedAt: null, endedBy: null, note: null, photos: [], values: {}, failCount: 0, urgeCount: 0,
} as const;

function begin(step: RunStep, opens: readonly StepOpening[], at: number): RunStep {
  const opening = opens.find(({ stepId }) => stepId === step.id);
  return opening ? { ...step, state: 'open', departmentId: opening.departmentId, clock: opening.clock, openedAt: at } : step;
}

function open({ facts, at, actor, opens }: RunEvent): MatterRun {
  if (!facts) throw new Error('a run begins by being opened');
  const { template, ...rest } = facts;
  return {
    ...rest, revision: 1, state: 'running', templateCode: template.code, templateName: template.name, openedAt: at, openedBy: actor.name, endedAt: null,
    cancelReason: null, steps: template.steps.map((step) => begin({ ...step, ...NOTHING_YET }, opens, at)),
  };
}

function change(step: RunStep, { type, at, actor, payload, clock }: RunEvent): RunStep {
  switch (type) {
    case 'step-finished':
      return {
        ...step, state: 'done', endedAt: at, endedBy: actor.name, clock: clock ?? step.clock, note: payload.note ?? null,
        photos: [...step.photos, ...(payload.photos ?? [])], values: payload.values ?? {},
      };
    case 'step-skipped': return { ...step, state: 'skipped', endedAt: at, endedBy: actor.name, clock: clock ?? step.clock, note: payload.reason ?? null };
    case 'step-failed':
      return { ...step, failCount: step.failCount + 1, note: payload.reason ?? null, photos: [...step.photos, ...(payload.photos ?? [])], values: payload.values ?? {} };
    case 'step-urged': return { ...step, urgeCount: step.urgeCount + 1 };
    default: return step;
  }
}

/** Folds one event into the run. The first must be that it was opened. */
export function evolveRun(run: MatterRun | null, event: RunEvent): MatterRun {
  if (!run) return open(event);
  const steps = run.steps.map((step) => begin(step.id === event.payload.stepId ? change(step, event) : step, event.opens, event.at));
  return {
    ...run, steps, revision: run.revision + 1, state: event.to, endedAt: event.to === 'running' ? null : event.at,
    cancelReason: event.type === 'matter-cancelled' ? event.payload.reason ?? null : run.cancelReason,
  };
}
