import { isInArea, type Actor } from '@wangge/shared/access';
import { STATION_RIGHTS, holdsRight, periodAt, postOf, type RosterBody, type RosterView } from '@wangge/shared/appraisal';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { rosterKind } from './appraisal-kinds.api.ts';
import type { AppraisalReader } from './appraisal-reader.ts';

export interface RosterNeeds {
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly reader: AppraisalReader;
}

/** Whether a department is one of those the roster locks to the township. */
export function isStationed({ district, lists }: Pick<RosterNeeds, 'district' | 'lists'>, departmentId: string, at: number): boolean {
  const name = district.current().departments.find(({ id }) => id === departmentId)?.name;
  return lists.inForce(rosterKind, at).content.some((row) => row.department === name);
}

/** 派驻名册 with this month's scores: who is locked to the townships an actor sees, appraised by the same terms as the township's own. */
export function readRoster({ district, lists, reader }: RosterNeeds, actor: Actor, now: number): RosterView {
  const { content, version, isConfirmed } = lists.inForce(rosterKind, now);
  const { departments, people } = district.within(actor.areaCode);
  const month = periodAt('month', now);
  const bodies = content.flatMap((row): RosterBody[] => departments.filter((d) => d.name === row.department && d.kind !== 'county').map((department) => ({
    areaCode: department.areaCode, departmentId: department.id, department: department.name, homeUnit: row.homeUnit, posts: row.posts, postLockedSince: row.postLockedSince,
    personLockedSince: row.personLockedSince, personLockedUntil: row.personLockedUntil, documentNo: row.documentNo,
    people: people.filter((p) => p.departmentId === department.id && isInArea(p.areaCode, actor.areaCode) && (row.post === '' || p.post === row.post)).map((p) => {
      const scored = reader.score({ kind: 'post', id: postOf('handler', p.id) }, month, now);
      return { personId: p.id, name: p.name, post: p.post, areaCode: p.areaCode, score: scored?.score.score ?? null, letter: scored?.letter ?? null, n: scored?.score.n ?? 0 };
    }),
  })));
  return { version, isConfirmed, bodies, rights: STATION_RIGHTS.filter((right) => holdsRight(actor.role, right)) };
}
