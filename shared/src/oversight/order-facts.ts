import type { CaseAction, CasePayload, Case } from '../case/index.ts';
import type { DueRung } from './due-rungs.ts';
import { addresseeOf, signerOf, type LadderSubject } from './ladder-subject.ts';
import type { LadderRung } from './ladder.ts';
import { orderNo, type OversightFacts, type Signer } from './oversight.ts';
import { SUPERVISION_LEVEL } from './rungs.ts';

/** What makes an order of a rung for a case. `serial`: the next of `serialCounter`. `signer` null: whoever is on duty in the rung's role. */
export interface OrderPlan {
  readonly id: string;
  readonly item: Case;
  readonly subject: LadderSubject;
  readonly row: LadderRung;
  readonly clockKey: string;
  readonly origin: OversightFacts['origin'];
  readonly signer: Signer | null;
  /** Empty: the ladder's own words. */
  readonly requirement: string;
  readonly ladderVersion: string;
}

/** The id of what the ladder opens by itself: the same case, clock and rung give the same, so that two openers meet. */
export function ladderOrderId(caseId: string, { row, clockKey }: DueRung): string {
  return `${caseId}.${clockKey}.${row.rung}`;
}

/** Names the counter of a township's numbers of a year. */
export function serialCounter({ numberPrefix }: LadderRung, townCode: string, year: number): string {
  return `oversight/${numberPrefix}/${townCode}/${year}`;
}

/** The facts an order begins with. */
export function orderFacts({ id, item, subject, row, clockKey, origin, signer, requirement, ladderVersion }: OrderPlan, year: number, serial: number): OversightFacts {
  const addressee = addresseeOf(row, subject);
  const words = requirement.trim() || row.requirement.replaceAll('{matter}', item.matter).replaceAll('{caseNo}', item.no);
  return {
    id, no: orderNo(row.numberPrefix, year, serial), rung: row.rung, origin, caseId: item.id, caseNo: item.no, matter: item.matter, areaCode: item.villageCode,
    clockKey, signer: signer ?? signerOf(row, addressee), addressee, copyTo: row.copyTo, requirement: words, replyLimit: row.replyLimit, isDraft: row.isDraft, ladderVersion,
  };
}

/** What an order that goes out says to its case: a reminder counts, any other marks it, never lower than it is marked. */
export function markOf(facts: Pick<OversightFacts, 'rung' | 'no' | 'requirement'>, item: Case): { readonly action: CaseAction; readonly payload: CasePayload } {
  const note = `${facts.no} ${facts.requirement}`;
  if (facts.rung === 'urge') return { action: 'urge', payload: { note } };
  return { action: 'supervise', payload: { supervisionLevel: Math.max(item.supervision, SUPERVISION_LEVEL[facts.rung]), note } };
}
