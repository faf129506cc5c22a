import type { AppraisalWeights } from '@wangge/shared/appraisal';
import type { WorkCalendar } from '@wangge/shared/calendar';
import type { History } from './history.ts';

/** A stretch of time that is counted, `to` excluded. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** What the counts look at beside the events. */
export interface World {
  readonly calendar: WorkCalendar;
  readonly settings: AppraisalWeights['settings'];
  readonly asOf: number;
  levelOf(departmentId: string): string;
  gridWorkerOf(gridCode: string): string | null;
  headcountOf(teamId: string): number;
  /** Every report by this phone. */
  byPhone(phone: string): readonly History[];
}

export function isIn({ from, to }: Window, at: number): boolean {
  return from <= at && at < to;
}

/** Whom a case counts for beside its places. */
export interface For {
  readonly department?: string | null;
  readonly team?: string;
  readonly post?: readonly [name: string, person: string | null];
}

export interface Counted {
  top: number;
  bottom: number;
  readonly samples: number[];
  readonly cases: Set<string>;
}

/** Both sums of each indicator for each subject in one window: `kind:id` → indicator → sums. */
export type Tally = Map<string, Map<string, Counted>>;

/** Adds to the sums of everybody it is about. */
export type Add = (indicator: string, whom: For, top: number, bottom: number) => void;

function keysOf(village: string, grid: string, whom: For): string[] {
  const keys = [`area:`, `area:${village.slice(0, 6)}`, `area:${village.slice(0, 9)}`, `area:${village}`, `area:${grid}`];
  if (whom.department) keys.push(`department:${whom.department}`);
  if (whom.team) keys.push(`team:${whom.team}`);
  if (whom.post) {
    const [name, person] = whom.post;
    keys.push(`post:${name}@${village.slice(0, 9)}`);
    if (person !== null) keys.push(`post:${name}:${person}`);
  }
  return keys;
}

export function adder(tally: Tally, caseId: string, village: string, grid: string): Add {
  return (indicator, whom, top, bottom) => {
    for (const key of keysOf(village, grid, whom)) {
      let rows = tally.get(key);
      if (!rows) tally.set(key, (rows = new Map()));
      let counted = rows.get(indicator);
      if (!counted) rows.set(indicator, (counted = { top: 0, bottom: 0, samples: [], cases: new Set() }));
      counted.top += top;
      counted.bottom += bottom;
      counted.samples.push(top);
      counted.cases.add(caseId);
    }
  };
}

/** 应…: how something owed until `dueAt` and done at `doneAt` counts in a window: as done, as missed, or not at all; never twice. */
export function owedIn(window: Window, doneAt: number | null, dueAt: number | null, asOf: number): 'done' | 'missed' | null {
  if (doneAt !== null && isIn(window, doneAt)) return 'done';
  if (dueAt === null || !isIn(window, dueAt)) return null;
  return (doneAt ?? asOf) > dueAt ? 'missed' : null;
}
