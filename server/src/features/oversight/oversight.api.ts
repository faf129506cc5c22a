import type { Result } from '@wangge/shared/base';
import type { Oversight, OversightCommand } from '@wangge/shared/oversight';

/** What others may ask of the orders of supervision (督办单). */
export interface OversightApi {
  all(): IterableIterator<Oversight>;
  get(id: string): Oversight | undefined;
  /** Acts on an order as a person or a system would over HTTP. */
  act(id: string, command: OversightCommand, now: number): Promise<Result<Oversight>>;
  /** Opens what the ladder says is due at `now`; answers how many. The feature does so by itself every ten seconds. */
  scan(now: number): Promise<number>;
  onChanges(listener: () => void): void;
}
