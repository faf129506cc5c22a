import { isInArea, type Actor } from '@wangge/shared/access';
import { ladderOf, type Case } from '@wangge/shared/case';
import type { DistrictApi } from '../district/district.api.ts';
import { isForVisitors } from './mask.api.ts';
import type { RowView } from './case-views.queries.ts';

/** Whether a person in the field has to do with the case: sent to it, or sent before it went on to another team unsigned, called to it, checking it, or it lies in their grid. */
function isFieldCase(item: Case, personId: string, teamId: string | null, gridCode: string | null): boolean {
  return (teamId !== null && (isOrderOf(item, teamId) || item.countyCall?.departmentId === teamId)) || item.checkerId === personId || (gridCode !== null && item.gridCode === gridCode);
}

function isOrderOf({ order }: Case, teamId: string): boolean {
  return order !== null && (order.teamId === teamId || ladderOf(order).passedFrom.some((before) => before.teamId === teamId));
}

/** Whether the department itself has the case (派给部门), and none of its teams. */
function isGivenTo({ order, leadDepartmentId }: Case, departmentId: string): boolean {
  return order === null && leadDepartmentId === departmentId;
}

/** The row rule of the API: field roles see their own, the rest what lies in their area, a wall nothing that is secret. */
export function maySeeCase(actor: Actor, item: Case, gridCode: string | null): boolean {
  if (actor.role === 'squad' || actor.role === 'grid-worker') return isFieldCase(item, actor.id, actor.unitId, gridCode);
  if (actor.role === 'county-department') return actor.unitId !== null && (item.leadDepartmentId === actor.unitId || item.countyCall?.departmentId === actor.unitId);
  return isInArea(item.villageCode, actor.areaCode) && !(actor.role === 'wall' && item.reporter.isSecret);
}

/** The wall of an area: personal matters at the centre of their grid, secret ones not at all. */
export function wallView(district: DistrictApi, areaCode: string): RowView {
  return {
    includes: (item) => !item.reporter.isSecret && isInArea(item.villageCode, areaCode),
    place: (item) => (item.containsPersonalInfo ? district.gridCentre(item.gridCode) ?? item.lngLat : item.lngLat),
  };
}

/** The wall of an area before visitors: no secret or personal matter, every place at the centre of its grid, nobody's name. */
export function visitorView(district: DistrictApi, areaCode: string): RowView {
  return {
    includes: (item) => isForVisitors(item) && isInArea(item.villageCode, areaCode),
    place: (item) => district.gridCentre(item.gridCode) ?? item.lngLat,
    isNameless: true,
  };
}

/** The desks of an area. */
export function deskView(areaCode: string): RowView {
  return { includes: (item) => isInArea(item.villageCode, areaCode), place: (item) => item.lngLat };
}

/** Somebody in the field; `departmentId` where it is the phone of a department. */
export interface FieldViewer {
  readonly personId: string;
  readonly teamId: string | null;
  readonly gridCode: string | null;
  readonly departmentId: string | null;
}

export function fieldView({ personId, teamId, gridCode, departmentId }: FieldViewer): RowView {
  const includes = (item: Case): boolean => (departmentId === null ? isFieldCase(item, personId, teamId, gridCode) : isGivenTo(item, departmentId));
  return { includes, place: (item) => item.lngLat };
}
