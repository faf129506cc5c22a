import type { Actor } from '@wangge/shared/access';
import type { CaseId } from '@wangge/shared/base';
import { nextToContact, type Case, type CaseAction } from '@wangge/shared/case';
import type { ReporterToReach } from '@wangge/shared/wire';

/** Actions of whoever has a case in hand, and of whoever was asked to look at it. */
const IN_HAND: readonly CaseAction[] = ['sign', 'report-back', 'contact-reporter'];
const ASKED_TO_LOOK: readonly CaseAction[] = ['confirm-report', 'pass-check'];

/**
 * 联系诉求人: the reporter whom `actor` may ring, by what they may do on the case (`actions`): the first who waits to be
 * contacted, else the case's own. Leaving the hands of the actor, it is masked again; a secret reporter is never named.
 */
export function reporterToReach(item: Case, actions: readonly CaseAction[], actor: Actor, find: (id: CaseId) => Case | undefined): ReporterToReach | null {
  const hasInHand = actions.some((action) => IN_HAND.includes(action));
  const isAsked = item.checkerId === actor.id && actions.some((action) => ASKED_TO_LOOK.includes(action));
  if (!hasInHand && !isAsked) return null;
  const due = actions.includes('contact-reporter') ? nextToContact(item.receipts) : undefined;
  const caseId = due?.caseId ?? item.id;
  const { name = null, phone = null, isSecret = false } = (caseId === item.id ? item : find(caseId))?.reporter ?? {};
  if (!due && (phone === null || isSecret)) return null;
  return { caseId, name: isSecret ? null : name, phone: isSecret ? null : phone, isSecret, isDue: due !== undefined };
}
