import type { WorkCalendar } from '../calendar/index.ts';
import type { CaseType } from './case-type.ts';
import type { Department, Grid, Person, Team, Town, Unit, Village } from './organisation.ts';
import type { CaseRules } from './rules.ts';

/** Everything that describes the area one server serves, a county (县) or a single township (乡镇), and is edited as data. The map is kept apart, for it is large. */
export interface District {
  /** 6-digit county or 9-digit township code. `town` and `room` name the whole: 江阴市 社会治理中心, or 徐霞客镇 综合信息指挥室. */
  readonly code: string;
  readonly town: string;
  readonly county: string;
  readonly room: string;
  /** 指挥室电话: where the field may call; absent where none was given. */
  readonly roomPhone?: string;
  readonly isDemo: boolean;
  /** A single township lists itself. */
  readonly towns: readonly Town[];
  readonly villages: readonly Village[];
  readonly grids: readonly Grid[];
  readonly departments: readonly Department[];
  readonly teams: readonly Team[];
  readonly units: readonly Unit[];
  readonly people: readonly Person[];
  readonly caseTypes: readonly CaseType[];
  readonly caseTypesVersion: string;
  readonly calendar: WorkCalendar;
  readonly rules: CaseRules;
}
