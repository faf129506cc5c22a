import type { LifeRow } from '../life/index.ts';
import type { PenaltyPayload } from './penalty-payload.ts';

/**
 * Stages of a penalty case. Simple: on-spot → registered → executed → closed. Ordinary: filed 立案 → investigating 调查取证 →
 * reviewing, reviewed 法制审核 → noticed 告知 → decided 决定 → served 送达 → executed 执行 → closed 结案. Ends without a penalty:
 * no-penalty 不予处罚, withdrawn 撤案.
 */
export const PENALTY_STATES = [
  'on-spot', 'registered', 'filed', 'investigating', 'reviewing', 'reviewed', 'noticed', 'decided', 'served', 'executed', 'closed', 'no-penalty', 'withdrawn',
] as const;
export type PenaltyState = (typeof PENALTY_STATES)[number];

export const PROCEDURES = ['simple', 'ordinary'] as const;
export type Procedure = (typeof PROCEDURES)[number];

/** Conditions beyond state, role and fields; each is one function in `penalty-guards.ts`. */
export type PenaltyGuard = 'own-unit' | 'own-department' | 'two-officers' | 'not-investigator' | 'review-passed' | 'statement-over' | 'not-published';

export type PenaltyRow = LifeRow<PenaltyState, keyof PenaltyPayload, PenaltyGuard>;

const OFFICERS = ['squad', 'department'] as const;
/** 法制审核人员. */
const REVIEWERS = ['centre-deputy', 'inspector', 'duty-chief', 'department'] as const;
/** 行政机关负责人. */
const HEADS = ['commander', 'centre-deputy', 'department'] as const;

/** The life of a penalty case after it was opened. */
export const PENALTY_LIFE = [
  { action: 'register', event: 'registered', from: ['on-spot'], to: 'registered', roles: OFFICERS, guards: ['own-unit'] },
  { action: 'collect-evidence', event: 'evidence-collected', from: ['filed', 'investigating'], to: 'investigating', roles: OFFICERS, requires: ['officers', 'note'], guards: ['own-unit', 'two-officers'] },
  { action: 'send-review', event: 'review-asked', from: ['investigating'], to: 'reviewing', roles: OFFICERS, requires: ['note'], guards: ['own-unit'] },
  { action: 'pass-review', event: 'review-passed', from: ['reviewing'], to: 'reviewed', roles: REVIEWERS, requires: ['note'], guards: ['not-investigator'] },
  { action: 'fail-review', event: 'review-failed', from: ['reviewing'], to: 'investigating', roles: REVIEWERS, requires: ['reason'], guards: ['not-investigator'] },
  { action: 'notify', event: 'notified', from: ['investigating', 'reviewed'], to: 'noticed', roles: OFFICERS, requires: ['note'], guards: ['own-unit', 'review-passed'] },
  { action: 'hear', event: 'heard', from: ['noticed'], to: 'same', roles: OFFICERS, requires: ['note'], guards: ['own-unit'] },
  { action: 'decide', event: 'decided', from: ['noticed'], to: 'decided', roles: HEADS, requires: ['decisionNo', 'fineYuan'], guards: ['own-department', 'not-investigator', 'statement-over'] },
  { action: 'decide-none', event: 'not-punished', from: ['investigating', 'reviewed', 'noticed'], to: 'no-penalty', roles: HEADS, requires: ['reason'], guards: ['own-department', 'not-investigator'] },
  { action: 'serve', event: 'served', from: ['decided'], to: 'served', roles: OFFICERS, requires: ['note'], guards: ['own-unit'] },
  { action: 'execute', event: 'executed', from: ['served', 'registered'], to: 'executed', roles: OFFICERS, requires: ['note'], guards: ['own-unit'] },
  { action: 'close', event: 'closed', from: ['executed'], to: 'closed', roles: ['department', 'commander', 'centre-deputy'], guards: ['own-department'] },
  { action: 'publish', event: 'published', from: ['on-spot', 'registered', 'decided', 'served', 'executed', 'closed'], to: 'same', roles: ['department', 'duty-chief', 'centre-deputy'], guards: ['own-department', 'not-published'] },
  { action: 'withdraw', event: 'withdrawn', from: ['filed', 'investigating', 'reviewing', 'reviewed', 'noticed'], to: 'withdrawn', roles: HEADS, requires: ['reason'], guards: ['own-department'] },
] as const satisfies readonly PenaltyRow[];

export type PenaltyAction = (typeof PENALTY_LIFE)[number]['action'];
export type PenaltyEventType = 'filed' | 'decided-on-spot' | (typeof PENALTY_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const PENALTY_ACTIONS = [...new Set(PENALTY_LIFE.map(({ action }) => action))] as [PenaltyAction, ...PenaltyAction[]];

/** States in which nothing is left to do. */
export const ENDED_PENALTIES: readonly PenaltyState[] = ['closed', 'no-penalty', 'withdrawn'];
