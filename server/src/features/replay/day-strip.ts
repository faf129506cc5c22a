import { DAY_MS } from '@wangge/shared/base';
import type { CaseEvent } from '@wangge/shared/case';
import { readKnown, type KnownNeeds } from './read-known.ts';

/** What one jumps to with 上一事件 and 下一事件. */
const MARKED = new Set<CaseEvent['type']>(['reported', 'self-handling-reported', 'dispatched', 'arrived', 'closed', 'county-called', 'supervised', 'suspended']);

/** One event of a day that is worth a jump or opened a case. */
export interface StripEvent {
  readonly at: number;
  readonly caseId: string;
  readonly type: CaseEvent['type'];
  readonly isReport: boolean;
  readonly isMarked: boolean;
}

/** What the strip of a day is made of, in the order in which it became known; read once, and on from there for a day that is not over. */
export class DayStrip {
  readonly day: number;
  readonly #needs: KnownNeeds;
  #events: readonly StripEvent[] = [];
  #readTo = 0;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(day: number, needs: KnownNeeds) {
    this.day = day;
    this.#needs = needs;
  }

  events(): Promise<readonly StripEvent[]> {
    const turn = this.#queue.then(() => this.#read());
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #read(): Promise<readonly StripEvent[]> {
    const stretch = this.#needs.index.stretch(this.day, this.day + DAY_MS - 1);
    if (stretch === null || stretch.lastSeq <= this.#readTo) return this.#events;
    const fresh = await readKnown(this.#needs, { ...stretch, firstSeq: Math.max(stretch.firstSeq, this.#readTo + 1) }, this.day - 1, this.day + DAY_MS - 1);
    this.#readTo = stretch.lastSeq;
    const kept = fresh.map(({ knownAt: at, stored: { stream: caseId, event: { type, facts } } }): StripEvent => ({ at, caseId, type, isReport: facts !== undefined, isMarked: MARKED.has(type) }));
    return (this.#events = [...this.#events, ...kept.filter(({ isReport, isMarked }) => isReport || isMarked)]);
  }
}
