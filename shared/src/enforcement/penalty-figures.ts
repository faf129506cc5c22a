import { startOfMonth } from '../base/index.ts';
import { ENDED_PENALTIES, PENALTY_STATES, PROCEDURES, type PenaltyState, type Procedure } from './penalty-life.ts';
import type { Penalty } from './penalty.ts';

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

/** Adds up penalty cases as of `now`. */
export function penaltyFigures(all: readonly Penalty[], now: number): PenaltyFigures {
  const month = startOfMonth(now);
  const open = all.filter(({ state }) => !ENDED_PENALTIES.includes(state));
  const opened = all.filter(({ openedAt }) => openedAt >= month);
  const decided = all.filter(({ decidedAt }) => decidedAt !== null && decidedAt >= month);
  const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
  return {
    open: open.length, late: open.filter((p) => isLatePenalty(p, now)).length, openedThisMonth: opened.length,
    endedThisMonth: all.filter(({ endedAt }) => endedAt !== null && endedAt >= month).length,
    stages: PENALTY_STATES.filter((state) => !ENDED_PENALTIES.includes(state)).map((state) => {
      const here = open.filter((p) => p.state === state);
      return { state, count: here.length, late: here.filter((p) => isLatePenalty(p, now)).length };
    }),
    procedures: PROCEDURES.map((procedure) => ({
      procedure, openedThisMonth: opened.filter((p) => p.procedure === procedure).length, open: open.filter((p) => p.procedure === procedure).length,
    })),
    decidedInTime: share(decided.filter((p) => p.decisionClock), (p) => p.decidedAt! <= p.decisionClock!.dueAt),
    publishedInTime: share(decided.filter((p) => p.publishClock && (p.publishedAt !== null || now > p.publishClock.dueAt)), (p) => p.publishedAt !== null && p.publishedAt <= p.publishClock!.dueAt),
    reviewed: share(decided.filter((p) => p.power.needsReview), (p) => p.reviewedAt !== null),
    recorded: { part: sum(opened.map((p) => p.recordedSteps)), whole: sum(opened.map((p) => p.stepCount)) },
  };
}
