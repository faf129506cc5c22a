import type { CaseId, DepartmentId, PersonId, TeamId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { CaseRules, CaseType, GridTask, ResponsibilityItem } from '../district/index.ts';
import type { Case } from './case.ts';

/** What a decision may look at beside the case: time and data in force, all handed in. */
export interface DecideContext {
  readonly now: number;
  /** When the deed that is told late was done; absent for one told at once. */
  readonly doneAt?: number | undefined;
  readonly calendar: WorkCalendar;
  /** The calendar by which a department's hours run: with its duty roster (值班表) where it has one; the public one for null. */
  calendarOf(departmentId: DepartmentId | null): WorkCalendar;
  readonly rules: CaseRules;
  /** The case that a report is to be merged into. */
  readonly parent?: Case | undefined;
  /** The step follows from a call, which keeps its own evidence. */
  readonly isThroughCall?: boolean;
  /** A type of the edition that the case was reported under. */
  typeOf(code: string): CaseType | undefined;
  /** An item of the list of shared responsibilities in force (属地管理事项). */
  itemOf(no: string): ResponsibilityItem | undefined;
  /** The items of that list under which cases of a type fall; none for what stands outside it. */
  itemsFor(typeCode: string): readonly ResponsibilityItem[];
  /** Whether a person may be asked for a task on a case of a type: of grid workers only what the list of admissions in force admits (网格事务准入清单). */
  mayAsk(personId: PersonId, task: GridTask, typeCode: string): boolean;
  departmentOfTeam(teamId: TeamId): DepartmentId | undefined;
  /** Names of those who still owe the case support (协办) or a step of its 一件事. */
  openSupports(caseId: CaseId): readonly string[];
}
