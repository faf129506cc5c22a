import type { Logger } from '../../platform/logger.ts';
import type { PositionSink } from '../raw-fix.ts';
import type { Jt808Counters } from './counters.ts';
import { locationFix } from './location-fix.ts';
import type { Location } from './messages/0200-location.ts';
import type { TerminalRegistry } from './ports.ts';

/**
 * Hands terminals' positions to the sink under the number of the unit that carries the terminal. A sink that throws
 * costs that position only; it is logged when it begins to fail, and again only after it had recovered.
 */
export class FixOutlet {
  readonly #registry: TerminalRegistry;
  readonly #sink: PositionSink;
  readonly #counters: Jt808Counters;
  readonly #log: Pick<Logger, 'error'>;
  #isSinkFailing = false;

  constructor(registry: TerminalRegistry, sink: PositionSink, counters: Jt808Counters, log: Pick<Logger, 'error'>) {
    this.#registry = registry;
    this.#sink = sink;
    this.#counters = counters;
    this.#log = log;
  }

  /** False when the sink did not take it. */
  pass(location: Location, phone: string, isCatchUp: boolean): boolean {
    const unitId = this.#registry.unitOf(phone);
    if (unitId === undefined) {
      this.#counters.fixes.withoutUnit += 1;
      return true;
    }
    try {
      this.#sink.accept(locationFix(location, phone, unitId, isCatchUp));
      this.#counters.fixes.passed += 1;
      this.#isSinkFailing = false;
      return true;
    } catch (error) {
      this.#counters.fixes.sinkFailed += 1;
      if (!this.#isSinkFailing) this.#log.error({ terminal: phone, err: error }, 'position could not be handed on');
      this.#isSinkFailing = true;
      return false;
    }
  }

  /** Resolves when everything passed so far is durable. */
  kept(): Promise<void> {
    return this.#sink.kept();
  }
}
