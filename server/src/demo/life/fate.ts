import type { Case } from '@wangge/shared/case';
import { chance } from './chance.ts';
import { hasPetitioner } from './sources.ts';

/** What will be out of the ordinary in the life of a case: drawn from its id when it is asked for, for the same case always the same. */
class Fate {
  readonly #item: Case;

  constructor(item: Case) {
    this.#item = item;
  }

  #draw(what: string, share: number): boolean {
    return chance(this.#item.id, what) < share;
  }

  get #isCalm(): boolean {
    return this.#item.urgency === 'normal';
  }

  get isRefused(): boolean {
    return this.#isCalm && this.#draw('refused', 0.028);
  }

  /** A grid worker looks first and finds nothing (不属实). */
  get isUnfounded(): boolean {
    return this.#isCalm && hasPetitioner(this.#item.source) && this.#draw('unfounded', 0.045);
  }

  get isVoid(): boolean {
    return this.#isCalm && this.#draw('void', 0.009);
  }

  get isLate(): boolean {
    return this.#draw('late', 0.115);
  }

  /** Late, and nobody minds it for days. */
  get isForgotten(): boolean {
    return this.#isCalm && this.#draw('forgotten', 0.5);
  }

  get callsCounty(): boolean {
    return this.#draw('county', this.#item.level === 'ordinary' ? 0.06 : 0.09);
  }

  get isReturned(): boolean {
    return this.#draw('returned', 0.05);
  }

  get isSuspended(): boolean {
    return this.#isCalm && this.#draw('suspended', 0.045);
  }

  get isExtended(): boolean {
    return this.#draw('extended', 0.04);
  }

  get needsRework(): boolean {
    return this.#draw('rework', 0.032);
  }

  get isEvaluated(): boolean {
    return this.#draw('evaluated', hasPetitioner(this.#item.source) ? 0.75 : 0.2);
  }
}

export function fateOf(item: Case): Fate {
  return new Fate(item);
}
