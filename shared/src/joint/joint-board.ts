import type { Lamp } from '../calendar/index.ts';
import type { DepartmentId } from '../base/index.ts';

/** One step of a template and how many running matters stand there; `group` counts from 0, equal groups run side by side. */
export interface BoardStep {
  readonly id: string;
  readonly name: string;
  readonly group: number;
  readonly open: number;
  readonly late: number;
  readonly done: number;
}

/** One template with what is under way by it. `late`: matters of which a step is overdue. */
export interface BoardMatter {
  readonly code: string;
  readonly name: string;
  readonly running: number;
  readonly late: number;
  readonly doneThisYear: number;
  readonly steps: readonly BoardStep[];
}

/** A step that is overdue. */
export interface LateStep {
  readonly runId: string;
  readonly matter: string;
  readonly title: string;
  readonly villageCode: string;
  readonly step: string;
  readonly owner: string;
  readonly dueAt: number;
}

/** What one department owes in support. */
export interface BoardSupport {
  readonly departmentId: DepartmentId;
  readonly name: string;
  readonly open: number;
  readonly unsigned: number;
  readonly lamps: Readonly<Record<Lamp, number>>;
}

/** 农房: how many sites there are and how often they were looked at. `visits`: the steps that ask for a visit on the spot (四到场). */
export interface BoardSites {
  readonly building: number;
  readonly finished: number;
  readonly stopped: number;
  readonly scansThisMonth: number;
  readonly scansTotal: number;
  readonly scansToday: number;
  readonly visits: readonly BoardStep[];
}

/** What the board `joint` answers. `isConfirmed` false: the templates are 默认值. */
export interface JointBoard {
  readonly templatesVersion: string;
  readonly isConfirmed: boolean;
  readonly matters: readonly BoardMatter[];
  readonly lateSteps: readonly LateStep[];
  readonly supports: readonly BoardSupport[];
  readonly sites: BoardSites;
  /** Tasks and steps that wait for whoever asks. */
  readonly waiting: number;
}
