import type { Actor } from '../access/index.ts';
import type { DepartmentId } from '../base/index.ts';
import type { Guards, LifeRow } from '../life/index.ts';
import type { Application, ApplicationPayload, ApplicationState } from './application.ts';
import type { NodeName } from './service-matter.ts';

/** Conditions of an action beyond state, role and fields. */
export type ApplicationGuard = 'holder' | 'front' | 'before-last' | 'last-node' | 'undecided' | 'not-rated' | 'rating-range';

export interface ApplicationGuardInput {
  readonly application: Application;
  readonly actor: Actor;
  readonly payload: ApplicationPayload;
}

type Row = LifeRow<ApplicationState, keyof ApplicationPayload, ApplicationGuard>;

/** The life of an application (办件): node by node to the hand-over; the room watches and urges, but does not decide. */
export const APPLICATION_LIFE = [
  { action: 'pass', event: 'node-passed', from: ['open'], to: 'same', roles: ['department', 'intake'], guards: ['before-last', 'holder'] },
  { action: 'hand-over', event: 'handed-over', from: ['open'], to: 'delivered', roles: ['department', 'intake', 'grid-worker', 'squad'], guards: ['last-node', 'front'] },
  { action: 'ask-supplement', event: 'supplement-asked', from: ['open'], to: 'supplement', roles: ['department', 'intake'], requires: ['reason'], guards: ['undecided', 'holder'] },
  { action: 'supplement', event: 'supplemented', from: ['supplement'], to: 'open', roles: ['department', 'intake', 'grid-worker', 'squad'], guards: ['front'] },
  { action: 'refuse', event: 'application-refused', from: ['open'], to: 'refused', roles: ['department', 'intake'], requires: ['reason'], guards: ['undecided', 'holder'] },
  { action: 'withdraw', event: 'application-withdrawn', from: ['open', 'supplement'], to: 'withdrawn', roles: ['department', 'intake', 'grid-worker', 'squad'], requires: ['reason'], guards: ['front'] },
  { action: 'urge', event: 'application-urged', from: ['open'], to: 'same', roles: ['commander', 'duty-chief', 'dispatcher', 'inspector', 'centre-deputy'] },
  { action: 'rate', event: 'application-rated', from: ['delivered'], to: 'same', roles: ['department', 'intake', 'grid-worker', 'squad'], requires: ['rating'], guards: ['not-rated', 'front', 'rating-range'] },
] as const satisfies readonly Row[];

export type ApplicationAction = (typeof APPLICATION_LIFE)[number]['action'];

/** All action names, for the door's schema. */
export const APPLICATION_ACTIONS = APPLICATION_LIFE.map((row) => row.action) as [ApplicationAction, ...ApplicationAction[]];

const isOf = (actor: Actor, id: DepartmentId): boolean => actor.unitId === id || actor.parentUnitId === id;

/** 前台: the window that took it, the intake desk, or the proxy who carries it. */
function isFront({ application, actor }: ApplicationGuardInput): boolean {
  return actor.role === 'grid-worker' || actor.role === 'squad' ? carriesApplication(actor, application) : actor.role === 'intake' || isOf(actor, application.windowId);
}

/** 代办: whether somebody in the field carries an application for who is at home: its proxy, or a squad (便民服务队) of the window that took it. */
export function carriesApplication(actor: Actor, { proxy, windowId }: Pick<Application, 'proxy' | 'windowId'>): boolean {
  return proxy !== null && (proxy.id === actor.id || (actor.role === 'squad' && isOf(actor, windowId)));
}

/** Acceptance and hand-over lie with the window, what is between with the department. */
export function isFrontNode(node: NodeName): boolean {
  return node === 'accept' || node === 'deliver';
}

function isLast({ application: { nodes, node } }: ApplicationGuardInput): boolean {
  return nodes.at(-1)?.node === node;
}

/** Each condition named in the table, with the number of its rule. */
export const APPLICATION_GUARDS: Guards<ApplicationGuard, ApplicationGuardInput> = {
  holder: { rule: 'WN3', check: (input) => ((isFrontNode(input.application.node) ? isFront(input) : isOf(input.actor, input.application.departmentId)) ? null : 'SERVICE_NOT_YOURS') },
  front: { rule: 'WN4', check: (input) => (isFront(input) ? null : 'SERVICE_NOT_YOURS') },
  'before-last': { rule: 'WN2', check: (input) => (isLast(input) ? 'SERVICE_NODE_ORDER' : null) },
  'last-node': { rule: 'WN2', check: (input) => (isLast(input) ? null : 'SERVICE_NODE_ORDER') },
  undecided: { rule: 'WN6', check: ({ application: { node } }) => (node === 'issue' || node === 'deliver' ? 'SERVICE_DECIDED' : null) },
  'not-rated': { rule: 'WN8', check: ({ application: { rating } }) => (rating === null ? null : 'SERVICE_RATED') },
  'rating-range': { rule: 'WN8', onPayload: true, check: ({ payload: { rating = 0 } }) => (Number.isInteger(rating) && rating >= 1 && rating <= 5 ? null : 'FIELD_INVALID') },
};
