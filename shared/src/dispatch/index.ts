export { recommendTeams } from './recommend-teams.ts';
export type { RecommendInput, TeamStanding } from './recommend-teams.ts';
export type { Candidate, Reason, ReasonCode, Recommendation } from './recommendation.ts';
