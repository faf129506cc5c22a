import { isItemValid } from './responsibility.ts';

/** What a grid worker can be asked for: 巡查 (a recurring duty), 核实 (verify a report), 核查 (check what was handled). */
export const GRID_TASKS = ['patrol', 'verify', 'check'] as const;
export type GridTask = (typeof GRID_TASKS)[number];

/**
 * One item of the admission list of the grid (网格事务准入清单): which department may ask grid workers for what. Whatever is
 * not admitted is not asked of them; a department has it admitted first and brings the funds along (费随事转).
 */
export interface GridAdmission {
  readonly code: string;
  readonly name: string;
  /** 提出部门: whose matter it is. */
  readonly department: string;
  readonly tasks: readonly GridTask[];
  /** Codes of the duties that may be asked for, for `patrol`. */
  readonly dutyCodes: readonly string[];
  /** Types of cases that may be verified or checked. */
  readonly typeCodes: readonly string[];
  /** 经费保障: who pays for the work. */
  readonly funding: string;
  /** 准入批文: number of the approval; empty only for what came with the product. */
  readonly approvalNo: string;
  readonly basis: string;
  /** First and last day on which it is admitted, YYYY-MM-DD; null: open end. */
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Q, P, L, C, or F for values that were set here (默认值). */
  readonly source: string;
}

/** Whether a recurring duty (`patrol`), or a task on cases of a type, is admitted on a day (YYYY-MM-DD). */
export function isAdmitted(list: readonly GridAdmission[], task: GridTask, code: string, day: string): boolean {
  return list.some((item) => item.tasks.includes(task) && (task === 'patrol' ? item.dutyCodes : item.typeCodes).includes(code) && isItemValid(item, day));
}
