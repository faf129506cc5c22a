import { SECOND_MS } from '@wangge/shared/base';
import type { StoreTrouble } from '@wangge/shared/wire';
import type { Clock } from './clock.ts';
import type { Logger } from './logger.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** How often the store is tried while it is in trouble, and while it is not. */
export const TRY_EACH_MS = 2 * SECOND_MS;
export const LOOK_EACH_MS = 30 * SECOND_MS;

/** Whether the store can be written (存储故障), for everybody who must know. */
export interface StoreWatch {
  /** Since when it can't, and what hinders it; null while it can. */
  trouble(): StoreTrouble | null;
  onChange(listener: (trouble: StoreTrouble | null) => void): void;
  /** The same port, heard: a call of it that ends in StoreUnavailable begins the trouble. */
  over<Port extends object>(port: Port): Port;
  /**
   * Tries the store from now on, seldom while it is well and every other second while it is not. `probe` writes something small,
   * durably; only when that succeeds does the trouble end, for a write that happened to need no room proves little.
   */
  start(probe: () => Promise<void>): () => void;
}

export function createStoreWatch(clock: Clock, log: Logger): StoreWatch {
  const listeners: ((trouble: StoreTrouble | null) => void)[] = [];
  let trouble: StoreTrouble | null = null;
  let cancel = (): void => {};
  let tryIn: (delayMs: number) => void = () => {};

  function tell(next: StoreTrouble | null): void {
    trouble = next;
    for (const listener of listeners) listener(next);
  }

  function hear(error: unknown): void {
    if (!(error instanceof StoreUnavailable) || error.hindrance === 'busy' || trouble !== null) return;
    log.error({ err: error, hindrance: error.hindrance }, 'the store cannot be written');
    tell({ since: clock.now(), hindrance: error.hindrance });
    tryIn(TRY_EACH_MS);
  }

  function end(): void {
    if (trouble === null) return;
    log.info({ since: trouble.since }, 'the store can be written again');
    tell(null);
  }

  return {
    trouble: () => trouble,
    onChange: (listener) => void listeners.push(listener),
    over: (port) => new Proxy(port, {
      get(target, key) {
        const held: unknown = Reflect.get(target, key, target);
        if (typeof held !== 'function') return held;
        return (...args: unknown[]) => {
          const answer: unknown = Reflect.apply(held, target, args);
          if (answer instanceof Promise) answer.catch(hear);
          return answer;
        };
      },
    }),
    start(probe) {
      let isStopped = false;
      const look = async (): Promise<void> => {
        await probe().then(end, hear);
        if (!isStopped) tryIn(trouble === null ? LOOK_EACH_MS : TRY_EACH_MS);
      };
      tryIn = (delayMs) => {
        cancel();
        cancel = clock.after(delayMs, () => void look());
      };
      tryIn(LOOK_EACH_MS);
      return () => {
        isStopped = true;
        tryIn = () => {};
        cancel();
      };
    },
  };
}

/** The watch as a reading for the metrics page. */
export function troubleReading(watch: StoreWatch): { readonly disk: number; readonly database: number } {
  const hindrance = watch.trouble()?.hindrance;
  return { disk: hindrance === 'disk' ? 1 : 0, database: hindrance === 'database' ? 1 : 0 };
}
