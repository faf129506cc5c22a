export { dueSignRung, nextSignRungAt, signStep } from './due-sign-rung.ts';
export type { DueSignRung, SignRung } from './due-sign-rung.ts';
export { nextInLine } from './next-in-line.ts';
export { recommendTeams } from './recommend-teams.ts';
export type { RecommendInput, TeamStanding } from './recommend-teams.ts';
export type { Candidate, Reason, ReasonCode, Recommendation } from './recommendation.ts';
export { signLadderProblems } from './sign-ladder.ts';
export type { SignLadder, SignLadderProblem, SignRungs } from './sign-ladder.ts';
