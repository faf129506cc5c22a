import type { DepartmentId } from '../base/index.ts';
import type { LifeEntry } from '../life/index.ts';
import type { MatterRun, RunStep } from './matter-run.ts';
import type { MatterTemplate } from './matter-template.ts';
import type { RunAction } from './run-life.ts';
import type { Site, SiteScan } from './site.ts';
import type { SupportAction } from './support-life.ts';
import type { SupportTask } from './support-task.ts';

/** One line of the record of a matter or a support task; `stepId`: the step it was about. */
export interface HistoryLine extends LifeEntry {
  readonly stepId: string | null;
}

/** A support task for one reader, with what they may do; free text masked for those who may not see personal data. */
export interface SupportView {
  readonly task: SupportTask;
  readonly departmentName: string;
  readonly leadDepartmentId: DepartmentId | null;
  readonly actions: readonly SupportAction[];
  readonly timeline: readonly HistoryLine[];
}

/** A run in a list: where it stands, without what was filled in. */
export interface RunRow extends Omit<MatterRun, 'steps' | 'openedBy' | 'cancelReason' | 'templateVersion'> {
  readonly steps: readonly Pick<RunStep, 'id' | 'name' | 'owner' | 'departmentId' | 'after' | 'state' | 'clock' | 'openedAt' | 'endedAt'>[];
}

/** A run for one reader. `actions`: per open step and, with `stepId` null, for the whole. */
export interface RunView {
  readonly run: MatterRun;
  readonly actions: readonly { readonly stepId: string | null; readonly actions: readonly RunAction[] }[];
  readonly timeline: readonly HistoryLine[];
}

/** A site in a list. */
export interface SiteRow extends Omit<Site, 'scans'> {
  readonly scanCount: number;
  readonly lastScanAt: number | null;
  /** Names of the steps that are open; empty when it has ended. */
  readonly openSteps: readonly string[];
}

/** A step that asks for a visit now, and whether it lies with the reader. */
export interface DueVisit {
  readonly step: RunStep;
  readonly isYours: boolean;
}

/** A site as somebody in front of it sees it: what is due here, and the last looks. */
export interface SiteView {
  readonly site: SiteRow;
  readonly due: readonly DueVisit[];
  readonly scans: readonly SiteScan[];
}

/** The templates in force. `isConfirmed` false: 默认值. */
export interface TemplatesView {
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly templates: readonly MatterTemplate[];
}
