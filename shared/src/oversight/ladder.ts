import type { Role } from '../access/index.ts';
import type { TimeLimit } from '../calendar/index.ts';
import { RUNGS, type Rung } from './rungs.ts';

/**
 * At what post somebody is addressed: 承办人 or 部门负责人 of the department that holds the case, 分管领导, the township itself,
 * the county's department it was called to, or the command room while nobody holds it.
 */
export const POSTS = ['handler', 'head', 'deputy', 'town', 'county', 'room'] as const;
export type Post = (typeof POSTS)[number];

/** Which clock a rung watches: 环节时限, 全案时限, or each of them. */
export const SCOPES = ['step', 'whole', 'any'] as const;

/**
 * When a rung opens by itself: `from` its lamp's change, or from the order of a lower rung on the same clock, `after` a limit.
 * `afterCritical` stands in its place for 特急 cases; null means at once (`after`) or no difference (`afterCritical`).
 */
export interface RungTrigger {
  readonly scope: (typeof SCOPES)[number];
  readonly from: 'lamp-yellow' | 'lamp-red' | Rung;
  readonly after: TimeLimit | null;
  readonly afterCritical: TimeLimit | null;
}

/** One rung as a county sets it. */
export interface LadderRung {
  readonly rung: Rung;
  /** What its numbers begin with: 催办, 督办, 通报. */
  readonly numberPrefix: string;
  /** Null: opened by hand only. */
  readonly trigger: RungTrigger | null;
  /** Who signs what opens by itself (签发人). */
  readonly signer: Role;
  /** Who may open it by hand. */
  readonly openedBy: readonly Role[];
  readonly addressee: Post;
  /** Names of those who get a copy (抄送). */
  readonly copyTo: readonly string[];
  /** Null: no written reply is owed. */
  readonly replyLimit: TimeLimit | null;
  /** Waits for the commander's word before it goes out. */
  readonly isDraft: boolean;
  /** What is asked; `{matter}` and `{caseNo}` stand for the case's. */
  readonly requirement: string;
}

/** 督办阶梯: the rungs in force, the mildest first. */
export type Ladder = readonly LadderRung[];

/** What is wrong with one rung of a ladder, by its place from 0; `reason` in words of the one who edits it. */
export interface LadderProblem {
  readonly index: number;
  readonly field: string;
  readonly reason: string;
}

/** Everything that keeps a ladder from being climbed: doubled or disordered rungs, waiting for a rung not below, nobody to open it. */
export function ladderProblems(ladder: Ladder): LadderProblem[] {
  const problems: LadderProblem[] = [];
  if (ladder.length === 0) problems.push({ index: 0, field: 'rung', reason: '督办阶梯没有任何一级' });
  ladder.forEach((row, index) => {
    const complain = (field: string, reason: string): void => void problems.push({ index, field, reason });
    const rank = RUNGS.indexOf(row.rung);
    const above = ladder.slice(0, index);
    if (above.some(({ rung }) => rung === row.rung)) complain('rung', '同一级写了两次');
    else if (above.some(({ rung }) => RUNGS.indexOf(rung) > rank)) complain('rung', '级别须由轻到重排列');
    const from = row.trigger?.from;
    if (from !== undefined && from !== 'lamp-yellow' && from !== 'lamp-red') {
      if (!above.some(({ rung }) => rung === from)) complain('trigger.from', '只能接在更轻的一级之后');
      if (row.trigger?.after === null) complain('trigger.after', '接在另一级之后须写明间隔时限');
    }
    if (row.trigger === null && row.openedBy.length === 0) complain('openedBy', '既不自动触发，也没有人可以手工签发');
    for (const [, name] of row.requirement.matchAll(/\{(\w*)\}/g)) {
      if (name !== 'matter' && name !== 'caseNo') complain('requirement', `不认识的占位 {${name ?? ''}}`);
    }
  });
  return problems;
}
