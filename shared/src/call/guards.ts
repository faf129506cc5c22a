import { isInArea, type Actor } from '../access/index.ts';
import type { Guards } from '../life/index.ts';
import type { CallContext } from './call-context.ts';
import type { CallPayload } from './call-payload.ts';
import type { Call } from './call.ts';
import type { CallGuard } from './life-cycle.ts';
import { hasTriedFirst, hasClimbedInOrder, tierOfUnit } from './two-calls.ts';

/** What a guard looks at. */
export interface CallInput {
  readonly call: Call;
  readonly actor: Actor;
  readonly payload: CallPayload;
  readonly context: CallContext;
}

/** The calling side: the room of the township, the village committee, the grid worker who wrote it. */
function isCaller({ call, actor }: CallInput): boolean {
  if (!isInArea(call.areaCode, actor.areaCode)) return false;
  switch (call.from) {
    case 'grid': return actor.role === 'grid-worker' && actor.id === call.draftedBy.id;
    case 'village': return actor.role === 'department' && actor.unitId === call.fromUnitId;
    default: return actor.role === 'commander' || actor.role === 'duty-chief';
  }
}

/** Who leads the called side: the county's centre, the room of the township, the village committee itself. */
function isUpper({ call, actor }: CallInput): boolean {
  if (!isInArea(call.townCode, actor.areaCode) && call.to !== 'village') return false;
  switch (call.to) {
    case 'county': return actor.role === 'county-centre';
    case 'township': return actor.role === 'commander' || actor.role === 'duty-chief' || actor.role === 'dispatcher';
    default: return actor.role === 'department' && actor.unitId === call.toUnitId;
  }
}

function isAnswering(input: CallInput): boolean {
  const { call, actor } = input;
  return (actor.unitId !== null && actor.unitId === call.toUnitId && actor.role !== 'squad') || isUpper(input);
}

/** Each condition named in the table of a call's life, with the number of its rule. */
export const CALL_GUARDS: Guards<CallGuard, CallInput> = {
  caller: { rule: 'CC1', check: (input) => (isCaller(input) ? null : 'CALL_NOT_YOURS') },
  signatory: { rule: 'CC2', check: ({ call, actor }) => (call.from !== 'township' || actor.role === 'commander' ? null : 'CALL_NEEDS_PRINCIPAL') },
  'item-in-force': {
    rule: 'CC3', onPayload: true, field: 'itemNo',
    check: ({ call, context }) => {
      if (call.itemNo === null) return call.to === 'county' ? 'CALL_ITEM_MISSING' : null;
      return context.itemOf(call.itemNo) ? null : 'CALL_ITEM_UNKNOWN';
    },
  },
  'beyond-own-power': {
    rule: 'CC4', onPayload: true,
    check: ({ call, context }) => (call.to === 'county' && context.itemOf(call.itemNo ?? '')?.townRole === 'lead' ? 'CALL_WITHIN_OWN_POWER' : null),
  },
  'tried-first': { rule: 'CC5', onPayload: true, check: ({ call, context }) => hasTriedFirst(call, context) },
  'true-emergency': {
    rule: 'CC6', onPayload: true,
    check: ({ call, context }) => (call.ground !== 'emergency' || (context.item.urgency !== 'normal' && call.urgency !== 'routine') ? null : 'CALL_NOT_AN_EMERGENCY'),
  },
  'climbs-in-order': { rule: 'CC7', onPayload: true, check: ({ call, context }) => (hasClimbedInOrder(call, context) ? null : 'CALL_TIER_SKIPPED') },
  'known-units': {
    rule: 'CC3', onPayload: true,
    check: ({ call, payload, context }) => {
      const wanted = [payload.departmentId ?? call.toUnitId, ...(payload.supportIds ?? []), ...call.attempts.map(({ unitId }) => unitId)];
      if (wanted.some((id) => id !== null && !context.unitOf(id))) return 'DEPARTMENT_UNKNOWN';
      const lead = payload.departmentId ?? call.toUnitId;
      if (lead === null) return call.to === 'county' ? 'CALL_UNIT_MISSING' : null;
      const isOfCase = isInArea(call.areaCode, context.unitOf(lead)?.areaCode ?? '');
      return tierOfUnit(lead, context) === call.to && isOfCase ? null : 'CALL_UNIT_OF_OTHER_TIER';
    },
  },
  upper: { rule: 'CC8', check: (input) => (isUpper(input) ? null : 'CALL_NOT_YOURS') },
  answering: { rule: 'CC8', check: (input) => (isAnswering(input) ? null : 'CALL_NOT_YOURS') },
  'has-unit': { rule: 'CC8', check: ({ call }) => (call.toUnitId === null ? 'CALL_UNIT_MISSING' : null) },
  supporting: {
    rule: 'CC10',
    check: ({ call, actor }) => (call.supports.some((s) => s.unitId === actor.unitId && s.doneAt === null && !s.isExcused) ? null : 'CALL_NOT_YOURS'),
  },
  'known-support': {
    rule: 'CC10', onPayload: true,
    check: ({ call, payload }) => (call.supports.some((s) => s.unitId === payload.departmentId && s.doneAt === null) ? null : 'DEPARTMENT_UNKNOWN'),
  },
  'supports-done': { rule: 'CC10', onPayload: true, check: ({ call }) => (call.supports.every((s) => s.doneAt !== null || s.isExcused) ? null : 'CALL_SUPPORT_OPEN') },
  returnable: { rule: 'CC11', check: ({ call }) => (call.returns.length === 0 ? null : 'CALL_RETURNED_BEFORE') },
  'known-item': { rule: 'CC11', onPayload: true, field: 'itemNo', check: ({ payload, context }) => (context.itemOf(payload.itemNo ?? '') ? null : 'CALL_ITEM_UNKNOWN') },
  mediated: {
    rule: 'CC12', onPayload: true,
    check: ({ call, payload }) => {
      if (!call.isDispute) return null;
      const last = call.mediations.at(-1);
      return last && (last.result === 'agreed') === (payload.isSolved ?? false) ? null : 'CALL_NOT_MEDIATED';
    },
  },
};
