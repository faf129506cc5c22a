import type { CaseId, DepartmentId, TeamId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { CaseRules, CaseType } from '../district/index.ts';

/** What a decision may look at beside the case: time and data in force, all handed in. */
export interface DecideContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly rules: CaseRules;
  typeOf(code: string): CaseType | undefined;
  departmentOfTeam(teamId: TeamId): DepartmentId | undefined;
  /** Names of those who still owe the case support (协办) or a step of its 一件事. */
  openSupports(caseId: CaseId): readonly string[];
}
