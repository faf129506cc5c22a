import type { ActorRole } from '@wangge/shared/access';
import { LIFE_CYCLE, type CaseAction, type Transition } from '@wangge/shared/case';
import type { CaseState } from '@wangge/shared/district';
import type { CaseDetail } from '@wangge/shared/wire';
import { formNeeds } from './action-form.ts';

/** Actions that carry a case forward, by what the desk should propose first. */
const FORWARD: readonly CaseAction[] = [
  'approve-self-handled', 'accept', 'file', 'dispatch', 'pass-on', 'answer-call', 'sign', 'report-back', 'approve-return', 'approve-extension', 'approve-suspension',
  'approve-void', 'send-check', 'pass-check', 'close', 'evaluate', 'archive', 'resume',
];

/** Actions shown at the order, in the toast or beside what they answer instead of in the list. */
const ELSEWHERE: ReadonlySet<CaseAction> = new Set(['deliver', 'see', 'withdraw', 'decline-reopen']);

/** What the desk offers on a case: one white button and the rest as text. */
export interface DeskActions {
  readonly primary: CaseAction | null;
  readonly others: readonly CaseAction[];
}

/** Splits what the server allows into the next step and the rest; actions whose fields only the field can give are left out. An unsigned order is passed on with the one button where somebody is next in line. */
export function deskActions(detail: CaseDetail): DeskActions {
  const offered = detail.actions.filter((action) => !ELSEWHERE.has(action) && formNeeds(action) !== null);
  const isNextKnown = Boolean(detail.row.order?.ladder?.nextTeamId);
  const primary = FORWARD.find((action) => offered.includes(action) && (action !== 'pass-on' || isNextKnown)) ?? null;
  return { primary, others: offered.filter((action) => action !== primary) };
}

/** Whose move it is in a state: the roles that carry the case forward from there. */
export function waitsFor(state: CaseState): ActorRole[] {
  const moves = LIFE_CYCLE.filter((row: Transition) => row.from.includes(state) && row.to !== 'same' && FORWARD.includes(row.action as CaseAction));
  return [...new Set(moves.flatMap((row): readonly ActorRole[] => row.roles))].filter((role) => role !== 'system');
}
