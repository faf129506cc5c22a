import { createHash } from 'node:crypto';
import { isInArea, type Actor } from '@wangge/shared/access';
import { ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import type { ListVersion } from '@wangge/shared/lists';
import { clockKey, isUnfinished, rungIn, type Ladder, type Oversight, type Rung } from '@wangge/shared/oversight';
import type { CasesApi } from '../cases/cases.api.ts';
import type { LadderSettings } from './ladder-kind.api.ts';
import type { OversightBook } from './oversight-book.ts';

/** An order as a person wants to sign it. */
export interface HandWish {
  readonly caseId: CaseId;
  readonly rung: Rung;
  /** What is asked; a leader's is an instruction (批示). */
  readonly requirement: string;
  readonly actor: Actor;
  readonly commandId: string;
}

export interface HandNeeds {
  readonly book: OversightBook;
  readonly cases: CasesApi;
  ladderAt(at: number): ListVersion<LadderSettings>;
}

/** The rungs this actor may open on the case now: those the ladder lets the role sign, while none of the same is unfinished. */
export function openableRungs(item: Case, orders: readonly Oversight[], ladder: Ladder, { role, areaCode }: Actor): Rung[] {
  if (!isOpenState(item.state) || !isInArea(item.villageCode, areaCode)) return [];
  return ladder
    .filter(({ rung, openedBy }) => openedBy.some((one) => one === role) && !orders.some((order) => order.rung === rung && isUnfinished(order)))
    .map(({ rung }) => rung);
}

/** Opens an order by hand, signed by the one who asks, or refuses with the rule (OV13). A repeated `commandId` opens nothing more. */
export async function openByHand({ book, cases, ladderAt }: HandNeeds, { caseId, rung, requirement, actor, commandId }: HandWish, now: number): Promise<Result<Oversight>> {
  const item = cases.get(caseId);
  if (!item || !isInArea(item.villageCode, actor.areaCode)) return refuse('CASE_NOT_FOUND');
  const id = handId(caseId, `${actor.id}/${commandId}`);
  const repeated = book.get(id);
  if (repeated) return ok(repeated);
  if (!isOpenState(item.state)) return refuse('OVERSIGHT_CASE_ENDED', { rule: 'OV11' });
  const ladder = ladderAt(now);
  const row = rungIn(ladder.content.rungs, rung);
  const instead = openableRungs(item, book.orders.of(caseId), ladder.content.rungs, actor);
  if (!row?.openedBy.some((role) => role === actor.role)) return refuse('OVERSIGHT_RUNG_NOT_YOURS', { rule: 'OV13', instead });
  if (!instead.includes(rung)) return refuse('OVERSIGHT_RUNG_OPEN', { rule: 'OV13', instead });
  if (requirement.trim() === '') return refuse('OBJECT_FIELD_REQUIRED', { field: 'requirement' });
  const subject = book.subjectOf(item);
  return book.open({
    id, item, subject, row, clockKey: clockKey(subject, 'whole'), origin: actor.role === 'leader' ? 'instruction' : 'manual',
    signer: { role: actor.role, personId: actor.id, name: actor.name }, requirement, ladderVersion: ladder.version,
  }, actor, now);
}

/** The same wish of the same person has the same id, so that it opens one order. */
function handId(caseId: CaseId, wish: string): string {
  return `${caseId}.hand.${createHash('sha256').update(wish).digest('hex').slice(0, 16)}`;
}
