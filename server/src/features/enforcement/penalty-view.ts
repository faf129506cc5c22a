import { isInArea, type Actor } from '@wangge/shared/access';
import { isHandlingUnit, isLatePenalty, penaltyActions, type Penalty, type PenaltyContext, type PenaltyDetail, type PenaltyEvent, type PenaltyRowView } from '@wangge/shared/enforcement';
import { lifeEntries, type EntryWords } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { maskName, maskText } from '../cases/mask.api.ts';

/** Whether somebody may see that a penalty case exists: it lies in their area, and squads see their own only. */
export function maySeePenalty(penalty: Penalty, actor: Actor): boolean {
  return isInArea(penalty.villageCode, actor.areaCode) && (actor.role !== 'squad' || isHandlingUnit(penalty, actor));
}

/** A penalty case in a list; nothing of the party, of the fact or of the place is in it. */
export function penaltyRow(penalty: Penalty, unitName: string, now: number): PenaltyRowView {
  const { id, no, state, procedure, power, villageCode, openedAt, stateSince, stepClock, decisionClock } = penalty;
  return {
    id, no, state, procedure, powerName: power.name, unitName, villageCode, openedAt, stateSince, dueAt: stepClock?.dueAt ?? null,
    decisionDueAt: decisionClock?.standing === 'running' ? decisionClock.dueAt : null, isLate: isLatePenalty(penalty, now),
  };
}

/** Of an identity number or credit code the first and the last sign stay. */
function maskId(idNo: string): string {
  return idNo.length < 3 ? '*'.repeat(idNo.length) : idNo[0]! + '*'.repeat(idNo.length - 2) + idNo.at(-1)!;
}

/** Free text may speak of the party by name: both name and numbers are masked in it. */
function hide(text: string, name: string): string {
  return maskText(name.length > 1 ? text.replaceAll(name, maskName(name)) : text);
}

/** The page of one penalty case: party, fact and notes in full for the handling unit only. */
export function penaltyDetail(penalty: Penalty, history: readonly StoredEvent<PenaltyEvent>[], unitName: string, actor: Actor, context: PenaltyContext): PenaltyDetail {
  const isOwn = isHandlingUnit(penalty, actor);
  const { party, officers, power, powersVersion, reviewedAt, caseId, decisionNo, fineYuan, statementUntil, stepClock, decisionClock, publishClock, publishedAt } = penalty;
  const said = (text: string): string => (isOwn ? text : hide(text, party.name));
  const wordsOf = ({ payload }: PenaltyEvent): EntryWords => {
    const note = payload.note ?? payload.reason;
    return { note: note === undefined ? null : said(note), photos: isOwn ? payload.photos : [] };
  };
  const timeline = lifeEntries(history, wordsOf, ({ payload }) => ({ officers: (payload.officers ?? []).map(({ name }) => name) }));
  return {
    ...penaltyRow(penalty, unitName, context.now), revision: penalty.revision, isPartyMasked: !isOwn,
    party: isOwn ? party : { kind: party.kind, name: maskName(party.name), idNo: maskId(party.idNo) },
    officers, place: said(penalty.place), fact: said(penalty.fact), basis: power.basis, powersVersion, needsReview: power.needsReview, reviewedAt, caseId, decisionNo, fineYuan,
    statementUntil, stepClock, decisionClock, publishClock, publishedAt, timeline, allowed: penaltyActions(penalty, actor, context), readAt: context.now,
  };
}
