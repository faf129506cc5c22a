import type { Actor } from '../access/index.ts';
import type { DepartmentId } from '../base/index.ts';
import type { Guards, LifeRow } from '../life/index.ts';
import type { SupportPayload, SupportState, SupportTask } from './support-task.ts';

/** Conditions of an action on a support task beyond state, role and fields. */
export type SupportGuard = 'own-task' | 'lead-or-room' | 'lead-unit';

/** What a guard looks at. `leadDepartmentId`: who leads the case now; there is always at most one. */
export interface SupportGuardInput {
  readonly task: SupportTask;
  readonly actor: Actor;
  readonly leadDepartmentId: DepartmentId | null;
}

type SupportRow = LifeRow<SupportState, keyof SupportPayload, SupportGuard>;

const OPEN = ['asked', 'signed', 'fed-back', 'excuse-requested'] as const satisfies readonly SupportState[];

/** The life of a support task: signed and answered by the supporter, accepted by the lead, excused at the lead's wish by the duty chief or the commander. */
export const SUPPORT_LIFE = [
  { action: 'sign', event: 'support-signed', from: ['asked'], to: 'signed', roles: ['department', 'squad', 'county-department'], guards: ['own-task'] },
  { action: 'feed-back', event: 'support-fed-back', from: ['signed'], to: 'fed-back', roles: ['department', 'squad', 'county-department'], requires: ['note'], guards: ['own-task'] },
  { action: 'accept', event: 'support-accepted', from: ['fed-back'], to: 'accepted', roles: ['department', 'squad', 'dispatcher', 'duty-chief', 'commander'], guards: ['lead-or-room'] },
  { action: 'send-back', event: 'support-sent-back', from: ['fed-back'], to: 'signed', roles: ['department', 'squad', 'dispatcher', 'duty-chief', 'commander'], requires: ['reason'], guards: ['lead-or-room'] },
  { action: 'request-excuse', event: 'excuse-requested', from: ['asked', 'signed', 'fed-back'], to: 'excuse-requested', roles: ['department', 'squad'], requires: ['reason'], guards: ['lead-unit'] },
  { action: 'grant-excuse', event: 'excuse-granted', from: ['excuse-requested'], to: 'excused', roles: ['duty-chief', 'commander'] },
  { action: 'refuse-excuse', event: 'excuse-refused', from: ['excuse-requested'], to: 'resume', roles: ['duty-chief', 'commander'], requires: ['note'] },
  { action: 'urge', event: 'support-urged', from: OPEN, to: 'same', roles: ['dispatcher', 'duty-chief', 'commander', 'inspector'] },
  { action: 'drop', event: 'support-dropped', from: OPEN, to: 'excused', roles: ['system'], requires: ['reason'] },
] as const satisfies readonly SupportRow[];

export type SupportAction = (typeof SUPPORT_LIFE)[number]['action'];

/** All action names, for the door's schema. */
export const SUPPORT_ACTIONS = SUPPORT_LIFE.map((row) => row.action) as [SupportAction, ...SupportAction[]];

const isOf = (actor: Actor, departmentId: DepartmentId | null): boolean =>
  departmentId !== null && (actor.unitId === departmentId || actor.parentUnitId === departmentId);
const isField = (actor: Actor): boolean => actor.role === 'department' || actor.role === 'squad';

/** Each condition named in the table, with the number of its rule. */
export const SUPPORT_GUARDS: Guards<SupportGuard, SupportGuardInput> = {
  'own-task': { rule: 'JH3', check: ({ task, actor }) => (isOf(actor, task.departmentId) ? null : 'SUPPORT_NOT_YOURS') },
  'lead-or-room': { rule: 'JH4', check: ({ actor, leadDepartmentId }) => (!isField(actor) || isOf(actor, leadDepartmentId) ? null : 'SUPPORT_NOT_LEAD') },
  'lead-unit': { rule: 'JH5', check: ({ actor, leadDepartmentId }) => (isOf(actor, leadDepartmentId) ? null : 'SUPPORT_NOT_LEAD') },
};
