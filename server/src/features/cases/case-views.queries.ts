import { isReopenAsked, type Case } from '@wangge/shared/case';
import { isShown, type CaseRow, type TickerItem } from '@wangge/shared/wire';
import type { CaseChange, CaseFeed } from './case-feed.api.ts';
import { caseRow } from './case-row.ts';

/** Changes remembered for surfaces that come back; older gaps are filled by a snapshot. */
const MEMORY = 20_000;
/** Rows beyond which a snapshot is smaller than the difference. */
const MAX_DIFF_ROWS = 2_000;
const TICKER_LENGTH = 40;

const BROADCAST = new Set(['reported', 'dispatched', 'signed', 'arrived', 'reported-back', 'closed', 'county-called', 'call-answered', 'supervised', 'suspended']);

/** Which cases an audience sees and where it sees them. */
export interface RowView {
  includes(item: Case): boolean;
  place(item: Case): readonly [number, number];
  /** Neither the department that has a case nor the unit of a broadcast is named. */
  readonly isNameless?: true;
}

/** A case as one audience is told it. */
function rowFor(view: RowView, item: Case): CaseRow {
  const row = caseRow(item, view.place(item));
  return view.isNameless ? { ...row, leadDepartmentId: null, no: '' } : row;
}

/** The rows of all cases that matter now, what changed since a `seq`, and the broadcast lines. Kept from the book's changes. */
export class CaseViews {
  readonly #book: CaseFeed;
  readonly #now: () => number;
  readonly #unitName: (item: Case) => string | null;
  #shown = new Set<Case['id']>();
  #recent: { seq: number; id: Case['id']; before: Case | null }[] = [];
  #ticker: TickerItem[] = [];
  /** The last change that is no longer remembered: who holds it, or a later one, can go on. Numbers between changes may belong to nothing. */
  #forgottenSeq: number;

  constructor(book: CaseFeed, now: () => number, unitName: (item: Case) => string | null) {
    this.#book = book;
    this.#now = now;
    this.#unitName = unitName;
    this.#forgottenSeq = book.lastSeq;
    for (const item of book.all()) if (this.#isShown(item)) this.#shown.add(item.id);
    book.onChanges((changes) => changes.forEach((change) => this.#take(change)));
  }

  #take({ seq, event, before, after }: CaseChange): void {
    if (this.#isShown(after)) this.#shown.add(after.id);
    this.#recent.push({ seq, id: after.id, before });
    if (this.#recent.length > 2 * MEMORY) {
      this.#forgottenSeq = this.#recent[this.#recent.length - MEMORY - 1]?.seq ?? seq;
      this.#recent = this.#recent.slice(-MEMORY);
    }
    if (!BROADCAST.has(event.type)) return;
    this.#ticker.push({
      seq, at: event.at, caseId: after.id, event: event.type, villageCode: after.villageCode, matter: after.matter,
      unitName: this.#unitName(after), etaAt: after.order?.etaAt ?? null, ...(after.drillId === null ? {} : { isDrill: true as const }),
    });
    if (this.#ticker.length > 2 * TICKER_LENGTH) this.#ticker = this.#ticker.slice(-TICKER_LENGTH);
  }

  #isShown(item: Case): boolean {
    const { state, closedAt, drillId } = item;
    return isShown({ state, closedAt, drillId, isReopenAsked: isReopenAsked(item) }, this.#now());
  }

  rows(view: RowView): CaseRow[] {
    const rows: CaseRow[] = [];
    for (const id of this.#shown) {
      const item = this.#book.get(id);
      if (!item || !this.#isShown(item)) this.#shown.delete(id);
      else if (view.includes(item)) rows.push(rowFor(view, item));
    }
    return rows;
  }

  /** What changed after `fromSeq`; null when it is further back than is remembered, or too much to tell. */
  since(fromSeq: number, view: RowView): { cases: CaseRow[]; gone: string[]; ticker: TickerItem[] } | null {
    if (fromSeq === this.#book.lastSeq) return { cases: [], gone: [], ticker: [] };
    if (fromSeq > this.#book.lastSeq || fromSeq < this.#forgottenSeq) return null;
    const recent = this.#recent.filter((r) => r.seq > fromSeq);
    const ids = new Set(recent.map((r) => r.id));
    const wasSeen = new Set(recent.filter(({ before }) => before && view.includes(before)).map((r) => r.id));
    if (ids.size > MAX_DIFF_ROWS) return null;
    const cases: CaseRow[] = [];
    const gone: string[] = [];
    for (const id of ids) {
      const item = this.#book.get(id);
      if (item && this.#isShown(item) && view.includes(item)) cases.push(rowFor(view, item));
      else if (wasSeen.has(id)) gone.push(id);
    }
    return { cases, gone, ticker: this.ticker(view).filter((t) => t.seq > fromSeq) };
  }

  ticker(view: RowView): TickerItem[] {
    return this.#ticker.slice(-TICKER_LENGTH).filter((t) => {
      const item = this.#book.get(t.caseId);
      return item !== undefined && view.includes(item);
    }).map((t) => (view.isNameless ? { ...t, unitName: null } : t));
  }
}
