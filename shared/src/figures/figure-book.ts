import type { WorkCalendar } from '../calendar/index.ts';
import type { Case } from '../case/index.ts';
import { contributions, type CounterName } from './contributions.ts';
import { DueHeap } from './due-heap.ts';
import { insertSorted } from './sorted-instants.ts';
import { timePhase, type TimePhase } from './time-phase.ts';

/**
 * The counters behind all figures, kept up to date by one case at a time. Time moves lamps and ages without any event:
 * `advance` brings the book to an instant by touching only the cases whose phase changes.
 */
export class FigureBook {
  readonly #calendar: WorkCalendar;
  /** By name, by time or step, by dimension. */
  readonly #counts = new Map<CounterName, Map<number, Map<string, number>>>();
  readonly #held = new Map<string, { item: Case; phase: TimePhase | null }>();
  readonly #due = new DueHeap();
  /** Instants of all reports, ascending: any span is counted by two searches. */
  readonly reportedAts: number[] = [];
  #now = -Infinity;

  constructor(calendar: WorkCalendar) {
    this.#calendar = calendar;
  }

  /** Value of a counter, named as `contributions` names it; 0 when nothing was ever counted under it. */
  count(name: CounterName, at = 0, dimension = ''): number {
    return this.#counts.get(name)?.get(at)?.get(dimension) ?? 0;
  }

  /** Takes the new state of a case, whatever it was before. */
  put(item: Case, now: number): void {
    this.advance(now);
    const before = this.#held.get(item.id);
    if (before) this.#add(before.item, before.phase, -1);
    else insertSorted(this.reportedAts, item.reportedAt);
    this.#hold(item);
  }

  /** Moves time forward to `now`; earlier instants are ignored, so that phases never run back. */
  advance(now: number): void {
    if (now <= this.#now) return;
    this.#now = now;
    for (let id = this.#due.popUntil(now); id !== null; id = this.#due.popUntil(now)) {
      const held = this.#held.get(id);
      if (!held?.phase || held.phase.nextAt > now) continue;
      this.#add(held.item, held.phase, -1);
      this.#hold(held.item);
    }
  }

  #hold(item: Case): void {
    const phase = timePhase(item, this.#calendar, this.#now);
    this.#held.set(item.id, { item, phase });
    this.#add(item, phase, 1);
    if (phase && phase.nextAt < Infinity) this.#due.push(phase.nextAt, item.id);
  }

  #add(item: Case, phase: TimePhase | null, amount: number): void {
    contributions(item, phase, (name, at, dimension) => {
      const counters = this.#counters(name, at);
      counters.set(dimension, (counters.get(dimension) ?? 0) + amount);
    });
  }

  #counters(name: CounterName, at: number): Map<string, number> {
    let times = this.#counts.get(name);
    if (!times) this.#counts.set(name, (times = new Map()));
    let counters = times.get(at);
    if (!counters) times.set(at, (counters = new Map()));
    return counters;
  }
}
