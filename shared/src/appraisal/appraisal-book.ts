import { DAY_MS, startOfDay } from '../base/index.ts';
import type { WorkCalendar } from '../calendar/index.ts';
import type { CaseEvent } from '../case/index.ts';
import { isOpenState } from '../district/index.ts';
import type { CaseFacts } from './case-facts.ts';
import { countCase, countsIn, subjectsOf } from './count-case.ts';
import { nextTurn } from './due.ts';
import type { CountingContext } from './entry.ts';
import { evolveFacts } from './evolve-facts.ts';
import { isStanding } from './indicator.ts';
import { isRepeatOf } from './measure.ts';
import { isWithin, periodAt, type Period } from './period.ts';
import { subjectKey, type Subject } from './subject.ts';
import { Sums } from './sums.ts';

/** Periods whose sums are kept; days and weeks are counted when somebody asks, from the cases of those days. */
const KEPT = ['month', 'quarter', 'year'] as const;

/** What was counted of a case: the facts and the instant it was counted for, so that it can be taken away again. */
interface Counted {
  readonly facts: CaseFacts;
  readonly context: CountingContext;
}

type Organisation = Omit<CountingContext, 'asOf' | 'isRepeat'>;

/**
 * 考评读模型: the facts of every case, and the sums of every indicator, subject, month, quarter and year. A change of a case takes
 * away what the case counted for and adds what it counts for now, and touches nothing else.
 */
export class AppraisalBook {
  readonly #facts = new Map<string, CaseFacts>();
  readonly #counted = new Map<string, Counted>();
  readonly #dirty = new Set<string>();
  /** When time alone next changes what a case counts for: every open one, and a closed one whose team was never seen to arrive. */
  readonly #turns = new Map<string, number>();
  readonly #sums = new Map<string, Map<string, Sums>>();
  readonly #standing = new Map<string, Sums>();
  readonly #days = new Map<number, Map<string, number>>();
  readonly #keys = new Map<number, readonly Period[]>();
  readonly #byPhone = new Map<string, Set<string>>();
  /** Cases of one person whose phone was erased from one of them, either way. */
  readonly #linked = new Map<string, Set<string>>();
  /** Days and weeks counted since the last change, all subjects at once. */
  readonly #passing = new Map<string, Map<string, Sums>>();
  #passingOf = '';
  #organisation: Organisation;
  #asOf = -Infinity;
  #version = 0;

  constructor(organisation: Organisation) {
    this.#organisation = organisation;
  }

  /** Grows with every change that may alter a figure. */
  get version(): number {
    return this.#version;
  }

  get(id: string): CaseFacts | undefined {
    return this.#facts.get(id);
  }

  all(): IterableIterator<CaseFacts> {
    return this.#facts.values();
  }

  /** Folds an event of a case; it is counted when somebody looks. */
  apply(id: string, event: CaseEvent, calendar: WorkCalendar): void {
    const before = this.#facts.get(id) ?? null;
    const after = evolveFacts(before, event, calendar);
    this.#facts.set(id, after);
    this.#dirty.add(id);
    this.#version += 1;
    if (after.phone !== null && (before === null || before.type !== after.type)) this.#touchPhone(after.phone, id);
    if (event.type === 'reporter-erased') this.#forgetPhone(id, before?.phone ?? null, after.sameReporter);
  }

  /**
   * Takes the facts of a case as they stand, the last of which is of `lastAt`. One that counts for nothing from `since` on is known to
   * later reports of the same person, and is not counted.
   */
  hold(facts: CaseFacts, lastAt: number, since: number): void {
    this.#facts.set(facts.id, facts);
    if (facts.phone !== null) this.#sharePhone(facts.phone, facts.id);
    for (const other of facts.sameReporter) this.#link(facts.id, other);
    if (isOpenState(facts.state) || lastAt >= since || nextTurn(facts, since, this.#organisation.settings) < Infinity) this.#dirty.add(facts.id);
    this.#version += 1;
  }

  /** Other settings or another organisation: everything is counted again. */
  reorganise(organisation: Organisation): void {
    this.#organisation = organisation;
    for (const id of this.#facts.keys()) this.#dirty.add(id);
    this.#version += 1;
  }

  /** Brings all sums to an instant; it never goes back. With `most` at most so many cases are counted; answers whether that was all. */
  advance(now: number, most = Infinity): boolean {
    if (now > this.#asOf) {
      this.#asOf = now;
      for (const [id, turn] of this.#turns) if (turn < now) this.#dirty.add(id);
    }
    let counted = 0;
    for (const id of this.#dirty) {
      if (counted >= most) return false;
      this.#recount(id);
      this.#dirty.delete(id);
      counted += 1;
    }
    return true;
  }

  /** How cases are counted at the instant the book stands at. */
  context(): CountingContext {
    return {
      ...this.#organisation, asOf: this.#asOf,
      isRepeat: (facts) => isRepeatOf(facts, this.#samePerson(facts), this.#organisation.settings.repeatDays),
    };
  }

  /** All sums of a subject in a period, as of the last `advance`. */
  read(subject: Subject, period: Period): Sums {
    const key = subjectKey(subject);
    const found = this.#sums.get(period.key)?.get(key);
    const sums = new Sums();
    const standing = isWithin(period, this.#asOf) ? this.#standing.get(key) : undefined;
    for (const kept of [found, standing]) if (kept) sums.addAll(kept);
    const passing = KEPT.some((kind) => kind === period.kind) ? undefined : this.#countDays(period).get(key);
    if (passing) sums.addAll(passing);
    return sums;
  }

  /** The cases that have anything to do with a period. */
  casesOf(period: Period): CaseFacts[] {
    const ids = new Set(isWithin(period, this.#asOf) ? this.#turns.keys() : []);
    for (let day = startOfDay(period.startAt); day < period.endAt; day += DAY_MS) for (const id of this.#days.get(day)?.keys() ?? []) ids.add(id);
    return [...ids].map((id) => this.#facts.get(id)!);
  }

  #countDays(period: Period): ReadonlyMap<string, Sums> {
    const standsAt = `${this.#version}/${this.#asOf}`;
    if (this.#passingOf !== standsAt) this.#passing.clear();
    this.#passingOf = standsAt;
    let bySubject = this.#passing.get(period.key);
    if (bySubject) return bySubject;
    this.#passing.set(period.key, (bySubject = new Map()));
    const counted = bySubject;
    const context = this.context();
    for (const facts of this.casesOf(period)) {
      countCase(facts, context, (entry) => {
        if (isStanding(entry.indicator) || !countsIn(entry, period)) return;
        for (const subject of subjectsOf(facts, entry)) sumsIn(counted, subject).add(entry.indicator, entry.numerator, entry.denominator);
      });
    }
    return bySubject;
  }

  #recount(id: string): void {
    const before = this.#counted.get(id);
    if (before) this.#count(before, -1);
    const facts = this.#facts.get(id)!;
    const isRepeat = this.context().isRepeat(facts);
    const counted: Counted = { facts, context: { ...this.context(), isRepeat: () => isRepeat } };
    this.#counted.set(id, counted);
    this.#count(counted, 1);
    const turn = nextTurn(facts, this.#asOf, this.#organisation.settings);
    if (isOpenState(facts.state) || turn < Infinity) this.#turns.set(id, turn);
    else this.#turns.delete(id);
  }

  #count({ facts, context }: Counted, sign: 1 | -1): void {
    countCase(facts, context, (entry) => {
      const subjects = subjectsOf(facts, entry);
      const add = (sums: Sums): void => sums.add(entry.indicator, sign * entry.numerator, sign * entry.denominator);
      if (isStanding(entry.indicator)) {
        for (const subject of subjects) add(sumsIn(this.#standing, subject));
        return;
      }
      this.#noteDay(entry.at, facts.id, sign);
      for (const period of this.#periodsAt(entry.at)) {
        if (!countsIn(entry, period)) continue;
        const bySubject = this.#ofPeriod(period.key);
        for (const subject of subjects) add(sumsIn(bySubject, subject));
      }
    });
  }

  #noteDay(at: number, id: string, sign: 1 | -1): void {
    const day = startOfDay(at);
    let ids = this.#days.get(day);
    if (!ids) this.#days.set(day, (ids = new Map()));
    const count = (ids.get(id) ?? 0) + sign;
    if (count > 0) ids.set(id, count);
    else ids.delete(id);
  }

  #periodsAt(at: number): readonly Period[] {
    const day = startOfDay(at);
    let periods = this.#keys.get(day);
    if (!periods) this.#keys.set(day, (periods = KEPT.map((kind) => periodAt(kind, at))));
    return periods;
  }

  #ofPeriod(key: string): Map<string, Sums> {
    let bySubject = this.#sums.get(key);
    if (!bySubject) this.#sums.set(key, (bySubject = new Map()));
    return bySubject;
  }

  #samePerson({ id, phone }: CaseFacts): CaseFacts[] {
    const ids = [...(phone === null ? [] : this.#byPhone.get(phone) ?? []), ...(this.#linked.get(id) ?? [])];
    return ids.flatMap((other) => this.#facts.get(other) ?? []);
  }

  /** A phone that was erased: what is left of it is which cases it joined. */
  #forgetPhone(id: string, phone: string | null, others: readonly string[]): void {
    if (phone !== null) this.#byPhone.get(phone)?.delete(id);
    for (const other of others) {
      this.#link(id, other);
      this.#dirty.add(other);
    }
  }

  #link(one: string, other: string): void {
    for (const [from, to] of [[one, other], [other, one]] as const) this.#linked.set(from, (this.#linked.get(from) ?? new Set()).add(to));
  }

  #touchPhone(phone: string, id: string): void {
    for (const other of this.#sharePhone(phone, id)) this.#dirty.add(other);
  }

  /** All cases of a phone, with this one. */
  #sharePhone(phone: string, id: string): ReadonlySet<string> {
    let ids = this.#byPhone.get(phone);
    if (!ids) this.#byPhone.set(phone, (ids = new Set()));
    return ids.add(id);
  }
}

function sumsIn(map: Map<string, Sums>, key: string): Sums {
  let sums = map.get(key);
  if (!sums) map.set(key, (sums = new Sums()));
  return sums;
}
