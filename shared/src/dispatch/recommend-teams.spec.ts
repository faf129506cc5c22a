import { describe, expect, it } from 'vitest';
import { asId, type DepartmentId, type TeamId } from '../base/index.ts';
import type { Team } from '../district/index.ts';
import { recommendTeams, type TeamStanding } from './recommend-teams.ts';

const MINUTE = 60_000;
const lead = asId<DepartmentId>('lead');
const support = asId<DepartmentId>('support');

function standing(id: string, more: Partial<Omit<TeamStanding, 'team'>> & { etaMin?: number; team?: Partial<Team> } = {}): TeamStanding {
  const { etaMin = 10, team, ...rest } = more;
  return {
    team: {
      id: asId<TeamId>(id), name: id, kind: 'service', departmentId: lead, handles: [], equipment: [], headcount: 2, unitId: asId(`u-${id}`), base: [120, 31], ...team,
    },
    isOnDuty: true, fixAgeMs: 5_000, load: 0, villageCode: 'v2',
    way: { etaMs: etaMin * MINUTE, distanceM: etaMin * 500, isEstimate: false, route: [] }, ...rest,
  };
}

function recommend(...standings: TeamStanding[]): ReturnType<typeof recommendTeams> {
  return recommendTeams({ caseRevision: 3, at: 0, villageCode: 'v1', departments: [lead, support], staleFixMs: 5 * MINUTE, standings });
}

const ranked = (r: ReturnType<typeof recommendTeams>): string[] => r.candidates.map((c) => c.teamId);

describe('recommending teams', () => {
  it('takes the three that arrive first, and says why each', () => {
    const found = recommend(standing('far', { etaMin: 20 }), standing('near', { etaMin: 4 }), standing('middle'), standing('farthest', { etaMin: 40 }));
    expect(ranked(found)).toEqual(['near', 'middle', 'far']);
    expect(found.candidates[0]?.reasons.map((r) => r.code)).toEqual(['idle', 'nearest', 'lead-department']);
    expect(found.passedOver).toEqual([{ teamId: 'farthest', reason: { code: 'slower', value: 40 * MINUTE } }]);
  });

  it('says of a supporting team that is nearer than the last best one what kept it back, not that it is farther', () => {
    const found = recommend(standing('a', { etaMin: 4 }), standing('b', { etaMin: 5 }), standing('c', { etaMin: 6 }), standing('helps', { etaMin: 3, team: { departmentId: support } }));
    expect(ranked(found)).toEqual(['a', 'b', 'c']);
    expect(found.passedOver).toEqual([{ teamId: 'helps', reason: { code: 'supports-only' } }]);
  });

  it('prefers an idle team to a busy one that is a little nearer, but not to one that is there', () => {
    expect(ranked(recommend(standing('busy', { etaMin: 4, load: 1 }), standing('idle', { etaMin: 10 })))).toEqual(['idle', 'busy']);
    expect(ranked(recommend(standing('busy', { etaMin: 1, load: 1 }), standing('idle', { etaMin: 20 })))).toEqual(['busy', 'idle']);
  });

  it('ranks a supporting team behind a leading one of like distance', () => {
    expect(ranked(recommend(standing('helps', { etaMin: 9, team: { departmentId: support } }), standing('leads')))).toEqual(['leads', 'helps']);
  });

  it.each([
    ['off-duty', standing('x', { isOnDuty: false }), { code: 'off-duty' }],
    ['without a position', standing('x', { way: null }), { code: 'no-fix' }],
    ['with an old position', standing('x', { fixAgeMs: 6 * MINUTE }), { code: 'stale-fix', value: 6 * MINUTE }],
  ])('passes over a team %s and says so', (_why, team, reason) => {
    expect(recommend(team)).toMatchObject({ candidates: [], passedOver: [{ teamId: 'x', reason }] });
  });

  it('leaves teams that cannot do it unmentioned, and takes those whose list names the department', () => {
    const other = asId<DepartmentId>('other');
    const found = recommend(standing('no', { team: { departmentId: other } }), standing('yes', { team: { departmentId: other, handles: [lead] } }));
    expect(ranked(found)).toEqual(['yes']);
    expect(found.passedOver).toEqual([]);
  });
});
