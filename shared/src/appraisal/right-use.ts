import { can, type Actor, type ActorRole } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { findRow, allowedRows, stateAfter, type Guards, type LifeRow, type Wish } from '../life/index.ts';

/** 四权 of a township over the staff that county departments station there: 指挥协调、考核管理、推荐提名、反向否决. */
export const STATION_RIGHTS = ['command', 'appraise', 'nominate', 'veto'] as const;
export type StationRight = (typeof STATION_RIGHTS)[number];

/** 已行使, 已回应 by the county or the body that stations, 已撤回. */
export type RightUseState = 'used' | 'answered' | 'withdrawn';

/** 用权记录: one use of one of the rights: who used it over whom, why, and what came of it. `areaCode`: the township it was used for. */
export interface RightUse {
  readonly id: string;
  readonly revision: number;
  readonly state: RightUseState;
  readonly right: StationRight;
  readonly areaCode: string;
  readonly departmentId: string;
  /** The person it is about; null for the body as a whole. */
  readonly personId: string | null;
  readonly reason: string;
  readonly usedAt: number;
  readonly usedById: string;
  readonly usedByName: string;
  readonly usedByRole: ActorRole;
  readonly answer: string | null;
  readonly answeredAt: number | null;
  readonly answeredByName: string | null;
}

export type RightUseFacts = Pick<RightUse, 'id' | 'right' | 'areaCode' | 'departmentId' | 'personId' | 'reason'>;

export interface RightUsePayload {
  readonly note?: string;
}

export interface RightUseEvent {
  readonly type: 'used' | 'answered' | 'withdrawn';
  readonly at: number;
  readonly actor: Actor;
  readonly to: RightUseState;
  readonly payload: RightUsePayload;
  readonly facts?: RightUseFacts;
}

type GuardName = 'own-use' | 'answerable';
type Row = LifeRow<RightUseState, keyof RightUsePayload, GuardName>;

/** The life of a use: the county or the body answers it once, or who used it takes it back before. */
export const RIGHT_USE_LIFE = [
  { action: 'answer', event: 'answered', from: ['used'], to: 'answered', roles: ['county-centre', 'department'], requires: ['note'], guards: ['answerable'] },
  { action: 'withdraw', event: 'withdrawn', from: ['used'], to: 'withdrawn', roles: ['commander', 'centre-deputy', 'duty-chief'], requires: ['note'], guards: ['own-use'] },
] as const satisfies readonly Row[];

export type RightUseAction = (typeof RIGHT_USE_LIFE)[number]['action'];
export const RIGHT_USE_ACTIONS = RIGHT_USE_LIFE.map((row) => row.action) as [RightUseAction, ...RightUseAction[]];

interface GuardInput {
  readonly use: RightUse;
  readonly actor: Actor;
}

const GUARDS: Guards<GuardName, GuardInput> = {
  'own-use': { rule: 'AP17', check: ({ use, actor }) => (use.usedById === actor.id ? null : 'ACTION_FORBIDDEN') },
  answerable: { rule: 'AP17', check: ({ use, actor }) => (actor.role === 'county-centre' || actor.unitId === use.departmentId ? null : 'ACTION_FORBIDDEN') },
};

/** Whether a role holds a right by the access table. */
export function holdsRight(role: ActorRole, right: StationRight): boolean {
  return can(role, `right.${right}`);
}

/** Records the use of a right. Refused: a role that does not hold it; a body that stations nobody here; a use over oneself. */
export function useRight(facts: RightUseFacts, actor: Actor, at: number, isStationed: boolean): Result<RightUseEvent> {
  if (!holdsRight(actor.role, facts.right)) return refuse('ACTION_FORBIDDEN', { rule: 'AP16', detail: facts.right });
  if (!isStationed) return refuse('RIGHT_NOT_STATIONED', { rule: 'AP16', field: 'departmentId' });
  if (facts.personId === actor.id) return refuse('RIGHT_OVER_SELF', { rule: 'AP16', field: 'personId' });
  return ok({ type: 'used', at, actor, to: 'used', payload: {}, facts });
}

/** A wish to answer or take back a use as somebody saw it. */
export interface RightUseCommand extends Wish<RightUsePayload> {
  readonly action: RightUseAction;
}

export function decideRightUse(use: RightUse, command: RightUseCommand, at: number): Result<RightUseEvent> {
  const { actor, payload } = command;
  const found = findRow<RightUseState, GuardName, Row, GuardInput>(RIGHT_USE_LIFE, use, command, GUARDS, { use, actor });
  return found.ok ? ok({ type: found.value.event as RightUseEvent['type'], at, actor, to: stateAfter(found.value, use, 'used'), payload }) : found;
}

export function allowedRightUse(use: RightUse, actor: Actor): RightUseAction[] {
  return allowedRows<RightUseState, GuardName, Row, GuardInput>(RIGHT_USE_LIFE, use, actor, GUARDS, { use, actor }).map(({ action }) => action as RightUseAction);
}

/** Folds one event into the use. The first must have used the right. */
export function evolveRightUse(use: RightUse | null, event: RightUseEvent): RightUse {
  const { at, actor, facts, payload, to } = event;
  if (!use) {
    if (!facts) throw new Error('a use of a right begins with its facts');
    return {
      ...facts, revision: 1, state: to, usedAt: at, usedById: actor.id, usedByName: actor.name, usedByRole: actor.role, answer: null, answeredAt: null, answeredByName: null,
    };
  }
  return { ...use, revision: use.revision + 1, state: to, answer: payload.note ?? null, answeredAt: at, answeredByName: actor.name };
}
