import type { CaseRow } from '@wangge/shared/wire';
import { doSomething } from './field-work.ts';
import type { Journal } from './journal.ts';
import type { LightPhone } from './light-phone.ts';
import { between, wait, type Scale, type Span } from './scale.ts';

const DARK_SHARE = 0.45;
const WEAK_SHARE = 0.35;
const LONG_SHARE = 0.2;
const REOPEN_AFTER: Span = [300, 3_000];
/** A browser that is to die while it sends has so long to send something; then it dies idle. */
const DIES_WITHIN_MS = 8_000;
const LOOK_EACH_MS = 100;
const AFTER_SIGNING = new Set(['depart', 'arrive', 'ask-room', 'report-back']);

export interface DutyParts {
  readonly scale: Scale;
  readonly random: () => number;
  readonly journal: Journal;
  /** Cases of the whole township, as the desk has them. */
  strange(): readonly CaseRow[];
}

/** Duty of one person with one telephone: what they do, and what happens to net and browser meanwhile, until told to stop. */
export class Duty {
  readonly #phone: LightPhone;
  readonly #parts: DutyParts;
  readonly #spells: Promise<void>;
  #farSince: number | null = null;
  #isOver = false;

  constructor(phone: LightPhone, parts: DutyParts) {
    this.#phone = phone;
    this.#parts = parts;
    void this.#work();
    this.#spells = this.#suffer();
  }

  /** Whether an order that nobody can take away any more went on far out of range: it will be told late (CL41). */
  get hasDoneFar(): boolean {
    const since = this.#farSince;
    return since !== null && this.#parts.journal.deeds.some(({ account, action = '', pressedAt }) => account === this.#phone.who.account && pressedAt > since && AFTER_SIGNING.has(action));
  }

  /** Nothing new is done; net and browser come back for good. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#spells;
    this.#phone.turn('good');
  }

  /** Not awaited by its deeds: of a browser that was killed no answer ever comes. */
  async #work(): Promise<void> {
    const { scale, random, journal, strange } = this.#parts;
    if (this.#phone.who.isAsleep) return;
    while (!this.#isOver) {
      await this.#pause(between(scale.pause, random));
      if (!this.#isOver && this.#phone.isAlive) void doSomething(this.#phone, journal, strange());
    }
  }

  async #suffer(): Promise<void> {
    const { scale, random, journal } = this.#parts;
    if (this.#phone.who.isFar) await this.#goFar();
    while (!this.#isOver) {
      await this.#pause(between(scale.calm, random));
      if (this.#isOver) return;
      journal.spells += 1;
      const lot = random();
      if (lot >= DARK_SHARE + WEAK_SHARE) await this.#die();
      else await this.#fade(lot < DARK_SHARE ? 'off' : 'weak');
    }
  }

  /** Out of range with an order in hand that is signed already; the end of duty does not bring the net back. */
  async #goFar(): Promise<void> {
    const { teamId } = this.#phone.who;
    const hasSigned = (): boolean => this.#phone.rows().some(({ state, order }) => state === 'handling' && order?.teamId === teamId);
    while (!this.#isOver && !hasSigned()) await wait(LOOK_EACH_MS);
    if (this.#isOver) return;
    this.#phone.turn('off');
    this.#farSince = Date.now();
    await wait(this.#parts.scale.farMs);
    this.#phone.turn('good');
  }

  async #fade(weather: 'off' | 'weak'): Promise<void> {
    const { scale, random } = this.#parts;
    this.#phone.turn(weather);
    await this.#pause(between(weather === 'off' && random() < LONG_SHARE ? scale.longSpell : scale.spell, random));
    this.#phone.turn('good');
  }

  async #die(): Promise<void> {
    const { random } = this.#parts;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#phone.dieSending(resolve);
    await Promise.race([promise, this.#pause(DIES_WITHIN_MS)]);
    this.#phone.kill();
    await wait(between(REOPEN_AFTER, random));
    await this.#phone.open();
  }

  /** Ends early when duty does. */
  async #pause(ms: number): Promise<void> {
    const until = Date.now() + ms;
    while (!this.#isOver && Date.now() < until) await wait(Math.min(500, Math.max(1, until - Date.now())));
  }
}
