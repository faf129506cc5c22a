import type { LifeRow } from '../life/index.ts';
import type { CallField } from './call-payload.ts';
import type { CallState } from './call.ts';

/** Conditions of an action on a call beyond state, role and fields; each is one function in `guards.ts`. */
export type CallGuard =
  | 'caller' | 'signatory' | 'item-in-force' | 'beyond-own-power' | 'tried-first' | 'climbs-in-order' | 'true-emergency' | 'known-units'
  | 'upper' | 'answering' | 'has-unit' | 'supporting' | 'returnable' | 'supports-done' | 'known-support' | 'mediated' | 'known-item';

export type CallRow = LifeRow<CallState, CallField, CallGuard>;

const RIGHTFUL = ['item-in-force', 'beyond-own-power', 'true-emergency', 'known-units', 'tried-first', 'climbs-in-order'] as const;
const LOWER = ['commander', 'duty-chief', 'department', 'grid-worker'] as const;
const UPPER = ['county-centre', 'commander', 'duty-chief', 'dispatcher'] as const;
const HANDS = ['county-department', 'county-centre', 'department'] as const;

/** The life of a call: who may do what in which state and what they must give. Whatever is not here is refused. */
export const CALL_LIFE = [
  { action: 'revise', event: 'revised', from: ['drafted', 'returned'], to: 'drafted', roles: LOWER, requires: ['draft'], guards: ['caller'] },
  { action: 'sign', event: 'called', from: ['drafted'], to: 'called', roles: ['commander', 'department', 'grid-worker'], guards: ['caller', 'signatory', ...RIGHTFUL] },
  { action: 'assign', event: 'assigned', from: ['called'], to: 'same', roles: UPPER, requires: ['departmentId'], guards: ['upper', 'known-units'] },
  { action: 'answer', event: 'answered', from: ['called'], to: 'answered', roles: [...HANDS, 'duty-chief'], requires: ['handlerName'], guards: ['answering', 'has-unit'] },
  { action: 'give-plan', event: 'plan-given', from: ['answered', 'responding'], to: 'responding', roles: HANDS, requires: ['plan'], guards: ['answering'] },
  { action: 'arrive', event: 'arrived', from: ['answered', 'responding'], to: 'responding', roles: HANDS, guards: ['answering'] },
  { action: 'mediate', event: 'mediated', from: ['answered', 'responding'], to: 'responding', roles: HANDS, requires: ['mediation', 'words'], guards: ['answering'] },
  { action: 'hand-in-share', event: 'share-handed-in', from: ['answered', 'responding'], to: 'same', roles: ['county-department', 'department'], requires: ['words'], guards: ['supporting'] },
  { action: 'excuse-share', event: 'share-excused', from: ['answered', 'responding'], to: 'same', roles: UPPER, requires: ['departmentId', 'reason'], guards: ['upper', 'known-support'] },
  { action: 'finish', event: 'finished', from: ['answered', 'responding'], to: 'finished', roles: HANDS, requires: ['words', 'isSolved'], guards: ['answering', 'supports-done', 'mediated'] },
  { action: 'return', event: 'returned', from: ['called'], to: 'returned', roles: [...UPPER, 'department'], requires: ['itemNo', 'reason'], guards: ['upper', 'returnable', 'known-item'] },
  { action: 'withdraw', event: 'withdrawn', from: ['drafted', 'called', 'returned'], to: 'withdrawn', roles: LOWER, requires: ['reason'], guards: ['caller'] },
  { action: 'rate', event: 'rated', from: ['finished'], to: 'rated', roles: LOWER, requires: ['satisfaction', 'isSolved'], guards: ['caller'] },
] as const satisfies readonly CallRow[];

export type CallAction = (typeof CALL_LIFE)[number]['action'];
export type CallEventType = 'drafted' | (typeof CALL_LIFE)[number]['event'];

/** All action names, for the door's schema. */
export const CALL_ACTIONS = CALL_LIFE.map(({ action }) => action) as [CallAction, ...CallAction[]];
