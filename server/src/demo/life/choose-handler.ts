import { localParts, type DepartmentId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { townCodeOf, type Team } from '@wangge/shared/district';
import { distanceM } from '@wangge/shared/geo';
import { departmentId, villageDepartmentId } from '../organisation/departments.ts';
import { TEAM_ROWS } from '../organisation/team-table.ts';
import { teamKeyOf } from '../organisation/teams.ts';
import { chance, pickAt } from './chance.ts';
import { fateOf } from './fate.ts';
import { isVillageMatter } from './matters.ts';
import type { Town } from './town.ts';

const NIGHT_TEAMS: ReadonlySet<string> = new Set(TEAM_ROWS.filter((row) => row.isOnNightDuty).map((row) => row.key));
const NIGHT_FROM_HOUR = 21;
const NIGHT_TO_HOUR = 7;

/** Of the matters that a village can settle, the share that its committee is charged with. */
const VILLAGE_SHARE = 0.95;

/** Of returned cases, the share that had been sent to the wrong body. */
const WRONG_SHARE = 0.6;

/** Who answers when the type says only `责任部门` or `权属单位`. */
const ANSWERABLE = ['enforcement', 'construction', 'works', 'ecology', 'service-centre'] as const;
const OWNERS = ['power', 'water-supply', 'telecom'] as const;

/** Whether a team is out at that hour; at night only some are. */
export function isTeamOut(team: Team, at: number): boolean {
  const { hour } = localParts(at);
  return NIGHT_TEAMS.has(teamKeyOf(team.id)) || (hour >= NIGHT_TO_HOUR && hour < NIGHT_FROM_HOUR);
}

function wantedBy(item: Case, town: Town): DepartmentId[] {
  const type = town.context(0).typeOf(item.typeCode);
  return (type ? [type.leadDept, ...type.supportDepts] : []).flatMap((name) => town.departmentNamed(name) ?? []);
}

/** The team a dispatcher would send: able, out at that hour, near, with little in hand, the lead department's first. */
export function chooseTeam(item: Case, town: Town, at: number): Team | undefined {
  const wanted = wantedBy(item, town);
  const [lead] = wanted;
  const able = town.district.current().teams.filter((t) => wanted.some((id) => t.departmentId === id || t.handles.includes(id)));
  const out = able.filter((t) => isTeamOut(t, at));
  const rankOf = (team: Team): number =>
    distanceM(town.movement.placeOf(team), item.lngLat) + 6_000 * town.loadOf(team.id)
    + (lead !== undefined && (team.departmentId === lead || team.handles.includes(lead)) ? 0 : 3_500) + 900 * chance(item.id, team.id);
  return (out.length > 0 ? out : able).map((team) => ({ team, rank: rankOf(team) })).sort((a, b) => a.rank - b.rank)[0]?.team;
}

/** Whether a case goes to its village's committee rather than to a team or a department; what presses never does. */
export function isVillages(item: Case): boolean {
  return item.urgency === 'normal' && isVillageMatter(item.typeCode) && chance(item.id, 'village') < VILLAGE_SHARE;
}

/** Who may be charged with a matter without a team, the right one first: whom the list names, then whom the type names. */
export function chargeable(item: Case, town: Town): DepartmentId[] {
  const village = villageDepartmentId(item.villageCode);
    const listed = town.itemOf(item, item.reportedAt);
  const named = listed && listed.townDepartment !== '' ? town.departmentFor(listed.townDepartment, item) : undefined;
  const choices = [...(isVillages(item) ? [village] : []), ...(named ? [named.id] : []), ...wantedBy(item, town).map((id) => concrete(id, item, village))];
  return choices.filter((id, i) => choices.indexOf(id) === i && town.cast.department(id));
}

/** The department a matter without a team is charged to; now and then first the wrong one, and another one after it was returned. */
export function chooseDepartment(item: Case, town: Town): DepartmentId {
  const choices = chargeable(item, town);
  const isSentWrongly = fateOf(item).isReturned && chance(item.id, 'sent wrongly') < WRONG_SHARE;
  const rank = isSentWrongly ? Number(item.returnCount === 0) : item.returnCount;
  return choices[Math.min(rank, choices.length - 1)] ?? departmentId('enforcement', townCodeOf(item.villageCode));
}

function concrete(id: DepartmentId, item: Case, village: DepartmentId): DepartmentId {
  const town = townCodeOf(item.villageCode);
  if (id === departmentId('villages', town)) return village;
  if (id === departmentId('answerable', town)) return departmentId(pickAt(ANSWERABLE, chance(item.id, 'answerable')), town);
  if (id === departmentId('owner', town)) return departmentId(pickAt(OWNERS, chance(item.id, 'owner')), town);
  return id;
}
