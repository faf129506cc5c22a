import type { LimitUnit, TimeLimit } from '../calendar/index.ts';
import { URGENCIES, type Urgency } from '../district/index.ts';

/**
 * 签收阶梯 of one urgency, each time counted from sending while nobody signs. `autoMoves`: how often the order goes to the next
 * in line by itself; 0: it is proposed to the desk, which sends it with one click.
 */
export interface SignRungs {
  readonly urgency: Urgency;
  readonly remindAfter: TimeLimit;
  readonly nextAfter: TimeLimit;
  readonly autoMoves: number;
  readonly deskAfter: TimeLimit;
}

/** 签收阶梯: one line for each urgency. */
export type SignLadder = readonly SignRungs[];

/** What is wrong with one line, by its place from 0; `reason` in words of the one who edits it. */
export interface SignLadderProblem {
  readonly index: number;
  readonly field: keyof SignRungs;
  readonly reason: string;
}

/** An order that went through more hands than this is the desk's matter. */
const MOST_MOVES = 5;
const MINUTES: Partial<Readonly<Record<LimitUnit, { readonly n: number; readonly isWork: boolean }>>> = {
  minute: { n: 1, isWork: false }, hour: { n: 60, isWork: false }, work_minute: { n: 1, isWork: true }, work_hour: { n: 60, isWork: true },
};

function minutesOf({ value, unit }: TimeLimit): { readonly min: number; readonly isWork: boolean } | null {
  const measure = MINUTES[unit];
  return measure ? { min: value * measure.n, isWork: measure.isWork } : null;
}

/** Everything that keeps a ladder from being climbed: an urgency twice or not at all, days, two measures in one line, rungs out of order. */
export function signLadderProblems(ladder: SignLadder): SignLadderProblem[] {
  const problems = ladder.flatMap((row, index): SignLadderProblem[] => {
    const say = (field: keyof SignRungs, reason: string): SignLadderProblem[] => [{ index, field, reason }];
    if (ladder.findIndex(({ urgency }) => urgency === row.urgency) !== index) return say('urgency', '同一紧急程度写了两次');
    if (row.autoMoves > MOST_MOVES) return say('autoMoves', `不得超过 ${MOST_MOVES} 次`);
    const fields = ['remindAfter', 'nextAfter', 'deskAfter'] as const;
    const [remind, next, desk] = fields.map((field) => minutesOf(row[field]));
    if (!remind || !next || !desk) return say(fields.find((field) => !minutesOf(row[field]))!, '应为分钟或小时（工作分、工作时），不是天');
    if (next.isWork !== remind.isWork || desk.isWork !== remind.isWork) return say('remindAfter', '一行里要么都按工作时间，要么都不按');
    if (next.min <= remind.min) return say('nextAfter', '应晚于提醒');
    return desk.min < next.min ? say('deskAfter', '不得早于转下一顺位') : [];
  });
  const missing = URGENCIES.filter((urgency) => !ladder.some((row) => row.urgency === urgency));
  return [...problems, ...missing.map((): SignLadderProblem => ({ index: 0, field: 'urgency', reason: '特急、紧急、普通各要一行' }))];
}
