import type { Actor } from '@wangge/shared/access';
import type { JointRules, MatterTemplate, RunContext } from '@wangge/shared/joint';
import type { ListVersion } from '@wangge/shared/lists';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { jointRulesKind, matterTemplatesKind } from './joint-kinds.api.ts';
import { departmentNamed } from './step-owners.api.ts';

/** What joint handling is built from. */
export interface JointNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
}

/** The product itself, where one act causes another. */
export const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

/** The templates in force. */
export function templatesAt({ lists }: JointNeeds, now: number): ListVersion<readonly MatterTemplate[]> {
  return lists.inForce(matterTemplatesKind, now);
}

export function rulesAt({ lists }: JointNeeds, now: number): JointRules {
  return lists.inForce(jointRulesKind, now).content;
}

/** What a decision on a run looks at. */
export function runContext({ district }: JointNeeds, now: number): RunContext {
  return { now, calendar: district.current().calendar, departmentNamed: (name, villageCode) => departmentNamed(district, name, villageCode) };
}
