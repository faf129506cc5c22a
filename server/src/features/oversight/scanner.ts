import { refuse, type CaseId, type Result } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import { DueHeap } from '@wangge/shared/figures';
import type { ListVersion } from '@wangge/shared/lists';
import { clockKey, dueRungs, isUnfinished, ladderOrderId, nextRungAt, rungIn, rungOfLevel, type DueRung, type Oversight } from '@wangge/shared/oversight';
import type { CasesApi } from '../cases/cases.api.ts';
import type { LadderSettings } from './ladder-kind.api.ts';
import { LADDER, type OversightBook } from './oversight-book.ts';

export interface ScannerNeeds {
  readonly book: OversightBook;
  readonly cases: CasesApi;
  ladderAt(at: number): ListVersion<LadderSettings>;
}

/**
 * Opens what the ladder says is due. A case is looked at when it changed and at the next instant something of it may become
 * due, never all of them. Scans do not overlap; what somebody else was faster with is looked at again by the next.
 */
export class Scanner {
  readonly #needs: ScannerNeeds;
  readonly #heap = new DueHeap();
  readonly #nextAt = new Map<CaseId, number>();
  readonly #touched = new Set<CaseId>();
  readonly #byHand: { readonly id: CaseId; readonly event: CaseEvent }[] = [];
  #isScanning = false;

  constructor(needs: ScannerNeeds) {
    this.#needs = needs;
  }

  /** A case moved, or the ladder did: it is looked at by the next scan. */
  touch(id: CaseId): void {
    this.#touched.add(id);
  }

  /** Somebody reminded or marked the case on its own page: the next scan makes it an order. */
  adopt(id: CaseId, event: CaseEvent): void {
    this.#byHand.push({ id, event });
  }

  /** Looks at everything that changed or has become due; answers how many orders were opened. */
  async scan(now: number): Promise<number> {
    if (this.#isScanning) return 0;
    this.#isScanning = true;
    try {
      for (const { id, event } of this.#byHand.splice(0)) await this.#openAdopted(id, event, now);
      const due = new Set(this.#touched);
      this.#touched.clear();
      for (let id = this.#heap.popUntil(now); id !== null; id = this.#heap.popUntil(now)) {
        if ((this.#nextAt.get(id as CaseId) ?? Infinity) <= now) due.add(id as CaseId);
      }
      let opened = 0;
      for (const id of due) opened += await this.#look(id, now);
      return opened;
    } finally {
      this.#isScanning = false;
    }
  }

  async #look(id: CaseId, now: number): Promise<number> {
    const { book, cases } = this.#needs;
    const found = cases.get(id);
    if (!found) return 0;
    await book.liftPointless(found, now);
    const opened = isOpenState(found.state) ? await this.#climb(id, now) : 0;
    this.#plan(cases.get(id) ?? found, now);
    return opened;
  }

  /** One rung after the other, for each marks the case anew. */
  async #climb(id: CaseId, now: number): Promise<number> {
    const { calendar } = this.#needs.cases.context(now);
    const ladder = this.#needs.ladderAt(now);
    for (let opened = 0; ; opened += 1) {
      const item = this.#needs.cases.get(id);
      const subject = item && this.#needs.book.subjectOf(item);
      const due = subject && dueRungs(subject, this.#needs.book.orders.of(id), ladder.content.rungs, calendar, now)[0];
      if (!item || !due) return opened;
      const done = await this.#open(item, due, ladder.version, now);
      if (done.ok) continue;
      this.touch(id);
      return opened;
    }
  }

  #open(item: Case, due: DueRung, ladderVersion: string, now: number): Promise<Result<Oversight>> {
    const { book } = this.#needs;
    const subject = book.subjectOf(item);
    return book.open({
      id: ladderOrderId(item.id, due), item, subject, row: due.row, clockKey: due.clockKey, origin: 'ladder', signer: null, requirement: '', ladderVersion,
    }, LADDER, now);
  }

  async #openAdopted(id: CaseId, { at, actor, type, payload }: CaseEvent, now: number): Promise<Result<Oversight>> {
    const { book, cases } = this.#needs;
    const item = cases.get(id);
    const ladder = this.#needs.ladderAt(now);
    const rung = type === 'urged' ? 'urge' : rungOfLevel(payload.supervisionLevel ?? 1);
    const row = rungIn(ladder.content.rungs, rung);
    const isTaken = book.orders.of(id).some((order) => order.rung === rung && isUnfinished(order));
    if (!item || !row || isTaken) return refuse('OVERSIGHT_RUNG_OPEN');
    const subject = book.subjectOf(item);
    return book.open({
      id: `${id}.hand.${at}.${rung}`, item, subject, row, clockKey: clockKey(subject, 'whole'), origin: actor.role === 'leader' ? 'instruction' : 'manual',
      signer: { role: actor.role, personId: actor.id, name: actor.name }, requirement: payload.note ?? '', ladderVersion: ladder.version,
    }, actor, now, true);
  }

  #plan(item: Case, now: number): void {
    const { book, cases } = this.#needs;
    const { calendar } = cases.context(now);
    const next = isOpenState(item.state)
      ? nextRungAt(book.subjectOf(item), book.orders.of(item.id), this.#needs.ladderAt(now).content.rungs, calendar, now + 1) : Infinity;
    if (next === Infinity) this.#nextAt.delete(item.id);
    else {
      this.#nextAt.set(item.id, next);
      this.#heap.push(next, item.id);
    }
  }
}
