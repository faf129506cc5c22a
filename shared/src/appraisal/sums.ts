import { INDICATOR_IDS, type IndicatorId } from './indicator.ts';

const PLACE = new Map<IndicatorId, number>(INDICATOR_IDS.map((id, i) => [id, 2 * i]));

/** Both sums of an indicator. */
export interface Sum {
  readonly numerator: number;
  readonly denominator: number;
}

/** Numerators and denominators of all indicators of one subject in one period; whole numbers, so that taking away what was added leaves nothing. */
export class Sums {
  readonly #values = new Float64Array(2 * INDICATOR_IDS.length);

  add(indicator: IndicatorId, numerator: number, denominator: number): void {
    const i = PLACE.get(indicator)!;
    this.#values[i]! += numerator;
    this.#values[i + 1]! += denominator;
  }

  addAll(other: Sums): void {
    other.#values.forEach((value, i) => (this.#values[i]! += value));
  }

  of(indicator: IndicatorId): Sum {
    const i = PLACE.get(indicator)!;
    return { numerator: this.#values[i]!, denominator: this.#values[i + 1]! };
  }
}
