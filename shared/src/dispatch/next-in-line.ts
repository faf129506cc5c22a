import type { TeamId } from '../base/index.ts';
import { isLead, recommendTeams, type RecommendInput } from './recommend-teams.ts';

/**
 * 下一顺位: the first recommended team that may go in place of another: of the department that leads, or able to take its cases,
 * and none of `had`, which had the order already. Null when nobody can go.
 */
export function nextInLine(input: RecommendInput, had: readonly TeamId[]): TeamId | null {
  const standings = input.standings.filter((standing) => isLead(standing, input) && !had.includes(standing.team.id));
  return recommendTeams({ ...input, standings }).candidates[0]?.teamId ?? null;
}
