import type { DepartmentId } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import type { Department } from '../district/index.ts';
import type { CallSettings } from './call-limits.ts';
import type { Call } from './call.ts';

/** One item of the responsibility list (属地管理事项清单) as a call needs it. `townRole`: 主体责任 or 配合责任. */
export interface CallItem {
  readonly no: string;
  readonly name: string;
  readonly townRole: 'lead' | 'support';
}

/** What a decision about a call may look at beside the call: time and data in force, all handed in. */
export interface CallContext {
  readonly now: number;
  readonly calendar: WorkCalendar;
  readonly settings: CallSettings;
  readonly settingsVersion: string;
  /** The item of the list in force; undefined when it has none of that number. */
  itemOf(no: string): CallItem | undefined;
  unitOf(id: string): Department | undefined;
  /** 派驻机构 of the township. */
  stationedIn(townCode: string): readonly DepartmentId[];
  /** The case that is called about. */
  readonly item: Case;
  /** Other calls about the same case, oldest first. */
  readonly earlier: readonly Call[];
}
