import type { ActorRole } from '../access/index.ts';
import type { Case } from './case.ts';
import type { CaseAction } from './life-cycle.ts';

const OF_CALLS: ReadonlySet<CaseAction> = new Set(['call-county', 'answer-call', 'return-call', 'withdraw-call', 'raise']);
const OF_COUNTY: ReadonlySet<CaseAction> = new Set(['sign', 'arrive', 'report-back']);

/** Whether the case takes this step only by its call (乡呼县应): calling, answering, returning, and what the county does with it. */
export function isThroughCall(item: Case, action: CaseAction, role: ActorRole): boolean {
  const isCounty = role === 'county-centre' || role === 'county-department';
  return OF_CALLS.has(action) || (isCounty && item.countyCall !== null && OF_COUNTY.has(action));
}
