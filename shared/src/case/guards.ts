import type { Actor } from '../access/index.ts';
import { distanceM } from '../geo/index.ts';
import type { Guards } from '../life/index.ts';
import type { CasePayload } from './case-payload.ts';
import type { Case } from './case.ts';
import type { DecideContext } from './context.ts';
import type { GuardName } from './life-cycle.ts';

/** What a guard looks at. */
export interface GuardInput {
  readonly item: Case;
  readonly actor: Actor;
  readonly payload: CasePayload;
  readonly context: DecideContext;
}

/** A squad acts for the team that was sent, a department for what it leads or supports, the county for what it was called to. */
function isAssigned(item: Case, actor: Actor): boolean {
  switch (actor.role) {
    case 'system': return true;
    case 'squad': return item.order !== null && item.order.teamId === actor.unitId;
    case 'county-centre': return item.countyCall !== null;
    case 'county-department': return item.countyCall !== null && item.leadDepartmentId === actor.unitId;
    default:
      return actor.unitId !== null && (item.leadDepartmentId === actor.unitId || item.supportDepartmentIds.some((id) => id === actor.unitId));
  }
}

/** Each condition named in the life-cycle table, with the number of its rule. */
export const GUARDS: Guards<GuardName, GuardInput> = {
  separation: {
    rule: 'CL9',
    check: ({ item, actor }) =>
      [actor.id, actor.unitId, actor.parentUnitId].some((id) => id !== null && item.handledBy.includes(id)) ? 'CASE_SEPARATION_OF_DUTIES' : null,
  },
  'assigned-unit': {
    rule: 'CL6',
    check: ({ item, actor }) => (isAssigned(item, actor) ? null : 'CASE_NOT_YOUR_UNIT'),
  },
  'near-case': {
    rule: 'CL7', onPayload: true,
    check: ({ item, payload, context }) =>
      payload.lngLat && distanceM(item.lngLat, payload.lngLat) <= context.rules.arrivalRadiusM + Math.min(payload.accuracyM ?? 0, 50) ? null : 'ORDER_TOO_FAR',
  },
  'within-undo': {
    rule: 'CL8',
    check: ({ item, context }) => (item.order !== null && context.now <= item.order.undoUntil ? null : 'ORDER_UNDO_EXPIRED'),
  },
  'may-suspend': {
    rule: 'CL14',
    check: ({ item, context }) => (item.urgency !== 'critical' && context.typeOf(item.typeCode)?.canSuspend ? null : 'CASE_SUSPEND_NOT_ALLOWED'),
  },
  'may-extend': {
    rule: 'CL15',
    check: ({ item, context }) =>
      item.urgency !== 'critical' && item.extensionCount < (context.typeOf(item.typeCode)?.maxExtensions ?? 0) ? null : 'CASE_EXTENSION_NOT_ALLOWED',
  },
  'later-due': {
    rule: 'CL15', onPayload: true,
    check: ({ item, payload, context }) => ((payload.until ?? 0) > Math.max(item.clock.dueAt, context.now) ? null : 'CASE_DUE_NOT_LATER'),
  },
  'known-type': {
    rule: 'CL3', onPayload: true,
    check: ({ payload, context }) => (context.typeOf(payload.typeCode ?? '') ? null : 'CASE_TYPE_UNKNOWN'),
  },
  'known-team': {
    rule: 'CL3', onPayload: true,
    check: ({ payload, context }) => (payload.teamId && context.departmentOfTeam(payload.teamId) ? null : 'TEAM_UNKNOWN'),
  },
  'own-supervision': {
    rule: 'CL2',
    check: ({ item, actor }) => (actor.role === 'system' || item.supervisedBy === actor.id ? null : 'ACTION_FORBIDDEN'),
  },
  'own-check': {
    rule: 'CL10',
    check: ({ item, actor }) => (actor.role === 'inspector' || item.checkerId === actor.id ? null : 'CASE_NOT_YOUR_UNIT'),
  },
  'supports-done': {
    rule: 'JH1',
    check: ({ item, context }) => (context.openSupports(item.id).length === 0 ? null : 'CASE_SUPPORTS_OPEN'),
    detail: ({ item, context }) => context.openSupports(item.id).join('、'),
  },
  serious: {
    rule: 'JH8',
    check: ({ item }) => (item.level === 'serious' ? null : 'CASE_NOT_SERIOUS'),
  },
};
