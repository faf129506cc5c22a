import { startOfMonth } from '../base/index.ts';
import { ENDED_PENALTIES, PENALTY_STATES, PROCEDURES, type PenaltyState, type Procedure } from './penalty-life.ts';
import type { Penalty } from './penalty.ts';

/** Stages of the ordinary procedure as people count them; a case that passed the review waits for its notice. */
export const PENALTY_STAGES = [['filed'], ['investigating'], ['reviewing', 'reviewed'], ['noticed'], ['decided'], ['served'], ['executed']] as const satisfies readonly (readonly PenaltyState[])[];

/** Part and whole of a rate; a whole of zero has no rate. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

/** Counts of penalty cases, without anybody's name. `decided`, `published` and `reviewed` are shares of this month's decisions. */
export interface PenaltyFigures {
  readonly open: number;
  readonly late: number;
  readonly openedThisMonth: number;
  readonly endedThisMonth: number;
  readonly stages: readonly { readonly state: PenaltyState; readonly count: number; readonly late: number }[];
  readonly procedures: readonly { readonly procedure: Procedure; readonly openedThisMonth: number; readonly open: number }[];
  readonly decidedInTime: Share;
  readonly publishedInTime: Share;
  readonly reviewed: Share;
  /** Steps with a photograph of all steps of the cases opened this month. */
  readonly recorded: Share;
}

/** Whether an open case is late at `now`: the step it is in, or its decision. */
export function isLatePenalty({ state, stepClock, decisionClock }: Penalty, now: number): boolean {
  if (ENDED_PENALTIES.includes(state)) return false;
  return (stepClock !== null && now > stepClock.dueAt) || (decisionClock?.standing === 'running' && now > decisionClock.dueAt);
}

function share(all: readonly Penalty[], test: (p: Penalty) => boolean): Share {
  return { part: all.filter(test).length, whole: all.length };
}

/** The penalty cases behind each number of the board. */
export interface PenaltySets {
  readonly open: readonly Penalty[];
  readonly late: readonly Penalty[];
  readonly opened: readonly Penalty[];
  readonly ended: readonly Penalty[];
  readonly decided: readonly Penalty[];
  /** Decisions of this month under a clock, and those whose time to be public has come. */
  readonly timed: readonly Penalty[];
  readonly owedToPublic: readonly Penalty[];
  readonly stages: readonly { readonly state: PenaltyState; readonly here: readonly Penalty[] }[];
}

/** Sorts penalty cases into the numbers of the board as of `now`. */
export function penaltySets(all: readonly Penalty[], now: number): PenaltySets {
  const month = startOfMonth(now);
  const open = all.filter(({ state }) => !ENDED_PENALTIES.includes(state));
  const decided = all.filter(({ decidedAt }) => decidedAt !== null && decidedAt >= month);
  return {
    open, late: open.filter((p) => isLatePenalty(p, now)), opened: all.filter(({ openedAt }) => openedAt >= month), ended: all.filter(({ endedAt }) => endedAt !== null && endedAt >= month),
    decided, timed: decided.filter((p) => p.decisionClock), owedToPublic: decided.filter((p) => p.publishClock && (p.publishedAt !== null || now > p.publishClock.dueAt)),
    stages: PENALTY_STATES.filter((state) => !ENDED_PENALTIES.includes(state)).map((state) => ({ state, here: open.filter((p) => p.state === state) })),
  };
}

/** Whether a decision under a clock was made in time. */
export function isDecidedInTime({ decidedAt, decisionClock }: Penalty): boolean {
  return decidedAt !== null && decisionClock !== null && decidedAt <= decisionClock.dueAt;
}

/** Whether a decision was made public in time. */
export function isPublishedInTime({ publishedAt, publishClock }: Penalty): boolean {
  return publishedAt !== null && publishClock !== null && publishedAt <= publishClock.dueAt;
}

/** Adds up penalty cases as of `now`. */
export function penaltyFigures(all: readonly Penalty[], now: number): PenaltyFigures {
  const { open, late, opened, ended, decided, timed, owedToPublic, stages } = penaltySets(all, now);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    open: open.length, late: late.length, openedThisMonth: opened.length, endedThisMonth: ended.length,
    stages: stages.map(({ state, here }) => ({ state, count: here.length, late: here.filter((p) => isLatePenalty(p, now)).length })),
    procedures: PROCEDURES.map((procedure) => ({
      procedure, openedThisMonth: opened.filter((p) => p.procedure === procedure).length, open: open.filter((p) => p.procedure === procedure).length,
    })),
    decidedInTime: share(timed, isDecidedInTime), publishedInTime: share(owedToPublic, isPublishedInTime),
    reviewed: share(decided.filter((p) => p.power.needsReview), (p) => p.reviewedAt !== null),
    recorded: { part: sum(opened.map((p) => p.recordedSteps)), whole: sum(opened.map((p) => p.stepCount)) },
  };
}
