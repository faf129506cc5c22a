import { POSTS, type Subject } from '@wangge/shared/appraisal';
import { COUNTY, GRIDS, TOWNS, VILLAGES, departments, teams } from './county.ts';
import type { Tally } from './recount/tally.ts';

/** Everybody that could be counted: all areas, departments, teams and posts of townships, and whoever the recount found. */
export function allSubjects(tally: Tally): Subject[] {
  const organised: Subject[] = [
    ...['', COUNTY, ...TOWNS, ...VILLAGES, ...GRIDS].map((id) => ({ kind: 'area' as const, id })),
    ...departments.map(({ id }) => ({ kind: 'department' as const, id: id as string })),
    ...teams.map(({ id }) => ({ kind: 'team' as const, id: id as string })),
    ...POSTS.flatMap((post) => TOWNS.map((town) => ({ kind: 'post' as const, id: `${post}@${town}` }))),
  ];
  const known = new Set(organised.map(({ kind, id }) => `${kind}:${id}`));
  const found = [...tally.keys()].filter((key) => !known.has(key)).map((key): Subject => {
    const colon = key.indexOf(':');
    return { kind: key.slice(0, colon) as Subject['kind'], id: key.slice(colon + 1) };
  });
  return [...organised, ...found];
}
