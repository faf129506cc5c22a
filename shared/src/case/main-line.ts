import type { CaseState } from '../district/index.ts';
import type { LifeLine } from '../life/index.ts';
import { LIFE_CYCLE } from './life-cycle.ts';

/** The straight way of a case (七步闭环) from report to archive, for drawing its process. */
export const CASE_LIFE: LifeLine<CaseState> = {
  table: LIFE_CYCLE,
  line: ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'handled', 'checking', 'checked', 'closed', 'evaluated', 'archived'],
};
