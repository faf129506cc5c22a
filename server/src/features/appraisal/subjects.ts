import { isInArea, type Actor } from '@wangge/shared/access';
import { POSTS, postOf, readPost, type NamedSubject, type Post, type Subject } from '@wangge/shared/appraisal';
import { isCoveredBy } from './area-cover.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { District } from '@wangge/shared/district';

export const AREA_LEVELS = ['town', 'village', 'grid'] as const;
export type AreaLevel = (typeof AREA_LEVELS)[number];

/** What can be compared with each other in one ranking. */
export type LeagueKind = AreaLevel | 'department' | 'team' | Post;
export const LEAGUES: readonly LeagueKind[] = [...AREA_LEVELS, 'department', 'team', ...POSTS];

const POST_NAMES: Readonly<Record<Post, string>> = { 'grid-worker': '网格员', intake: '受理员', 'duty-chief': '值班长', dispatcher: '派遣员', handler: '承办人' };

function areaName(district: District, code: string): string | null {
  if (code === '' || code === district.code) return district.code.length === 6 ? district.county : district.town;
  const grid = district.grids.find((g) => g.code === code);
  if (grid) return `${district.villages.find((v) => v.code === grid.villageCode)?.shortName ?? ''}${grid.name}`;
  return district.towns.find((t) => t.code === code)?.name ?? district.villages.find((v) => v.code === code)?.name ?? null;
}

function postName(district: District, id: string): string | null {
  const { post, personId } = readPost(id);
  const name = POST_NAMES[post as Post];
  if (!name) return null;
  if (personId === null) return `${areaName(district, id.slice(post.length + 1)) ?? ''}${name}`;
  const person = district.people.find((p) => p.id === personId);
  return person ? `${person.name}（${name}）` : null;
}

/** The whole of what an actor sees. */
export function ownArea(actor: Actor): Subject {
  return { kind: 'area', id: actor.areaCode };
}

/** A department or team with its township before it where somebody sees several townships. */
function placedName(seen: District, name: string, areaCode: string): string {
  const town = seen.towns.length > 1 ? seen.towns.find(({ code }) => areaCode.startsWith(code))?.name : undefined;
  return town === undefined || name.startsWith(town) ? name : `${town}${name}`;
}

function teamName(seen: District, { name, departmentId }: District['teams'][number]): string {
  return placedName(seen, name, seen.departments.find(({ id }) => id === departmentId)?.areaCode ?? '');
}

/** A subject with its name; null when there is none of that id, or none in the actor's area. */
export function namedSubject(api: DistrictApi, actor: Actor, { kind, id }: Subject): NamedSubject | null {
  const seen = api.within(actor.areaCode);
  switch (kind) {
    case 'area': {
      const wanted = id === '' ? actor.areaCode : id;
      const name = isCoveredBy(wanted, actor.areaCode, api.current().code) ? areaName(api.current(), wanted) : null;
      return name === null ? null : { kind, id: wanted === api.current().code ? '' : wanted, name };
    }
    case 'department': {
      const found = seen.departments.find((d) => d.id === id);
      return found ? { kind, id, name: placedName(seen, found.name, found.areaCode) } : null;
    }
    case 'team': {
      const found = seen.teams.find((t) => t.id === id);
      return found ? { kind, id, name: teamName(seen, found) } : null;
    }
    case 'post': {
      const { post, personId } = readPost(id);
      const isSeen = personId === null ? isInArea(id.slice(post.length + 1), actor.areaCode) : seen.people.some((p) => p.id === personId);
      const name = isSeen ? postName(api.current(), id) : null;
      return name === null ? null : { kind, id, name };
    }
  }
}

/** Everybody in one league of an actor's area, in the order of the district. */
export function leagueOf(api: DistrictApi, actor: Actor, league: LeagueKind): NamedSubject[] {
  const seen = api.within(actor.areaCode);
  const whole = api.current();
  switch (league) {
    case 'town': return seen.towns.map(({ code, name }) => ({ kind: 'area', id: code === whole.code ? '' : code, name }));
    case 'village': return seen.villages.map(({ code, name }) => ({ kind: 'area', id: code, name }));
    case 'grid': return seen.grids.map(({ code }) => ({ kind: 'area', id: code, name: areaName(whole, code) ?? code }));
    case 'department': return seen.departments.filter((d) => d.kind !== 'village' && d.kind !== 'county').map(({ id, name, areaCode }) => ({ kind: 'department', id, name: placedName(seen, name, areaCode) }));
    case 'team': return seen.teams.map((team) => ({ kind: 'team', id: team.id, name: teamName(seen, team) }));
    case 'handler': return seen.people.filter((p) => p.roles.includes('department') || p.roles.includes('squad')).map(({ id, name, post }) => ({ kind: 'post', id: postOf(league, id), name: `${name}（${post}）` }));
    default: return seen.people.filter((p) => p.roles.includes(league)).map(({ id, name, post }) => ({ kind: 'post', id: postOf(league, id), name: `${name}（${post}）` }));
  }
}

/** How many grids an area has; one for anything else. */
export function gridsOf({ grids }: District, { kind, id }: Subject): number {
  return kind === 'area' ? Math.max(1, grids.filter(({ code }) => isInArea(code, id)).length) : 1;
}
