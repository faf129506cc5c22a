import type { Actor } from '../access/index.ts';
import type { Guards, LifeRow } from '../life/index.ts';
import type { MatterRun, RunPayload, RunState, RunStep } from './matter-run.ts';
import { failedChecks, formFault } from './step-form.ts';

/** Conditions of an action on a run beyond state, role and fields. */
export type RunGuard = 'step-open' | 'step-owner' | 'scanned' | 'evidence' | 'form' | 'checks';

/** What a guard looks at; `step` is the one that the payload names. */
export interface RunGuardInput {
  readonly run: MatterRun;
  readonly step: RunStep | undefined;
  readonly actor: Actor;
  readonly payload: RunPayload;
}

type RunRow = LifeRow<RunState, keyof RunPayload, RunGuard>;

const OWNERS = ['department', 'squad', 'grid-worker', 'dispatcher', 'duty-chief'] as const;
const ROOM = ['dispatcher', 'duty-chief'] as const;

/** The life of a run. Which steps open after one, and when the run is done, follows from its template. */
export const RUN_LIFE = [
  { action: 'finish-step', event: 'step-finished', from: ['running'], to: 'same', roles: OWNERS, requires: ['stepId'], guards: ['step-open', 'step-owner', 'scanned', 'evidence', 'form', 'checks'] },
  { action: 'fail-step', event: 'step-failed', from: ['running'], to: 'same', roles: OWNERS, requires: ['stepId', 'reason'], guards: ['step-open', 'step-owner', 'scanned', 'form'] },
  { action: 'skip-step', event: 'step-skipped', from: ['running'], to: 'same', roles: ['duty-chief', 'commander'], requires: ['stepId', 'reason'], guards: ['step-open'] },
  { action: 'urge-step', event: 'step-urged', from: ['running'], to: 'same', roles: ['dispatcher', 'duty-chief', 'commander', 'inspector'], requires: ['stepId'], guards: ['step-open'] },
  { action: 'cancel', event: 'matter-cancelled', from: ['running'], to: 'cancelled', roles: ['duty-chief', 'commander', 'system'], requires: ['reason'] },
] as const satisfies readonly RunRow[];

export type RunAction = (typeof RUN_LIFE)[number]['action'];

/** All action names, for the door's schema. */
export const RUN_ACTIONS = RUN_LIFE.map((row) => row.action) as [RunAction, ...RunAction[]];

/** Whether the step lies with this actor: their unit, or the unit it belongs to. A step that nobody of its name holds lies with the room. */
export function holdsStep({ departmentId }: Pick<RunStep, 'departmentId'>, actor: Actor): boolean {
  if (departmentId === null) return ROOM.some((role) => role === actor.role);
  return actor.unitId === departmentId || actor.parentUnitId === departmentId;
}

/** Each condition named in the table, with the number of its rule. */
export const RUN_GUARDS: Guards<RunGuard, RunGuardInput> = {
  'step-open': {
    rule: 'OM2', check: ({ step }) => (step?.state === 'open' ? null : 'STEP_NOT_OPEN'),
    detail: ({ run }) => run.steps.filter(({ state }) => state === 'open').map(({ name }) => name).join('、'),
  },
  'step-owner': { rule: 'OM3', check: ({ step, actor }) => (step && holdsStep(step, actor) ? null : 'STEP_NOT_YOURS'), detail: ({ step }) => step?.owner ?? '' },
  scanned: { rule: 'OM8', onPayload: true, check: ({ step, payload }) => (step?.isScanRequired && payload.isScanned !== true ? 'STEP_NEEDS_SCAN' : null) },
  evidence: {
    rule: 'OM4', onPayload: true, check: ({ step, payload }) => ((payload.photos?.length ?? 0) >= (step?.minPhotos ?? 0) ? null : 'STEP_NEEDS_PHOTOS'),
    detail: ({ step }) => String(step?.minPhotos ?? 0),
  },
  form: {
    rule: 'OM4', onPayload: true, check: ({ step, payload }) => (step && formFault(step.fields, payload.values ?? {}) ? 'STEP_FORM_INVALID' : null),
    detail: ({ step, payload }) => (step && formFault(step.fields, payload.values ?? {})) ?? '',
  },
  checks: {
    rule: 'OM5', onPayload: true, check: ({ step, payload }) => (step && failedChecks(step.fields, payload.values ?? {}).length > 0 ? 'STEP_CHECK_FAILED' : null),
    detail: ({ step, payload }) => (step ? failedChecks(step.fields, payload.values ?? {}).join('、') : ''),
  },
};
