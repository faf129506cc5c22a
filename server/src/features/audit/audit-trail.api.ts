import { SECOND_MS } from '@wangge/shared/base';
import type { AuditDeed } from '@wangge/shared/audit';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { AuditStore } from '../../store/audit-store.ts';

/** What is only noted waits at most this long for others to be written with. */
const WRITE_AFTER_MS = SECOND_MS / 2;
const RETRY_AFTER_MS = 2 * SECOND_MS;
const MOST_AT_ONCE = 200;
/** What the process holds while the store can't be written; what came first is given up first, and counted. */
const MOST_HELD = 20_000;

/** The way into the audit log: deeds are written together and in their order. */
export interface AuditTrail {
  /** Takes a deed down, to be written soon. Nobody waits for it. */
  note(deed: AuditDeed): void;
  /** Takes a deed down and answers when it is durable. Throws what the store throws; the deed is then written later. */
  keep(deed: AuditDeed): Promise<void>;
  /** Writes all that waits. */
  close(): Promise<void>;
}

interface Waiting {
  readonly deed: AuditDeed;
  readonly settle: ((error?: unknown) => void) | null;
}

/** What the product itself did. */
export function ownDeed(at: number, action: string, detail: AuditDeed['detail'] = {}): AuditDeed {
  return { at, actorId: 'system', actorName: '', role: 'system', unitId: null, address: '', action, object: '', result: 'ok', code: null, detail };
}

export function createAuditTrail(store: AuditStore, clock: Clock, log: Logger): AuditTrail {
  let waiting: Waiting[] = [];
  let lost = 0;
  let running: Promise<void> | null = null;
  let cancel: (() => void) | null = null;

  function writeIn(delayMs: number): void {
    cancel ??= clock.after(delayMs, () => {
      cancel = null;
      void write();
    });
  }

  function giveUpOldest(): void {
    const over = Math.max(0, waiting.length - MOST_HELD);
    lost += over;
    waiting = waiting.slice(over);
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE);
      const missing = lost > 0 ? [ownDeed(clock.now(), 'audit.lost', { entries: lost })] : [];
      try {
        await store.append([...missing, ...batch.map(({ deed }) => deed)]);
      } catch (error) {
        log.error({ err: error, waiting: waiting.length }, 'audit entries could not be kept');
        for (const { settle } of batch) settle?.(error);
        waiting = [...batch.map(({ deed }) => ({ deed, settle: null })), ...waiting.slice(batch.length)];
        giveUpOldest();
        writeIn(RETRY_AFTER_MS);
        return;
      }
      lost -= missing.length > 0 ? lost : 0;
      waiting = waiting.slice(batch.length);
      for (const { settle } of batch) settle?.();
    }
  }

  function write(): Promise<void> {
    running ??= writeAll().finally(() => (running = null));
    return running;
  }

  return {
    note(deed) {
      waiting.push({ deed, settle: null });
      if (waiting.length >= MOST_AT_ONCE) void write();
      else writeIn(WRITE_AFTER_MS);
    },
    keep: (deed) => new Promise((resolve, reject) => {
      waiting.push({ deed, settle: (error) => (error === undefined ? resolve() : reject(error)) });
      void write();
    }),
    async close() {
      cancel?.();
      await running;
      await write();
      cancel?.();
    },
  };
}
