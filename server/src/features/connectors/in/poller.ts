import { SECOND_MS, type Refusal, type Result } from '@wangge/shared/base';
import { pollDelayMs, pollUrl, type Connector } from '@wangge/shared/connector';
import { passedMs, type Clock } from '../../../platform/clock.ts';
import { decodeText } from '../../../platform/csv.ts';
import type { Logger } from '../../../platform/logger.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import type { createPinnedQuestion } from '../../../platform/pinned-request.ts';
import { readAnswer } from '../read-message.ts';

const CURSORS = 'connector-cursor';
const LOOK_MS = SECOND_MS;

/** How far an address was read; another address begins anew. */
interface Cursor {
  readonly url: string;
  readonly read: string;
}

export interface PollerNeeds {
  readonly documents: DocumentStore;
  readonly clock: Clock;
  readonly log: Logger;
  connectors(now: number): readonly Connector[];
  ask: ReturnType<typeof createPinnedQuestion>;
  /** The headers by which a system knows us. */
  headersOf(connector: Connector): Promise<Result<Readonly<Record<string, string>>>>;
  take(connector: Connector, text: string, now: number): Promise<Result<unknown>>;
  /** The connector answered and has nothing to tell. */
  hear(id: string, now: number): Promise<void>;
  hinder(id: string, refusal: Refusal | null, now: number): Promise<void>;
  count(id: string, outcome: string): void;
}

/**
 * 轮询接入: asks each connector that has a plan for what is new, as often as the plan says, later and later while it can't be had. How far
 * was read moves on only when all of an answer is durable; what was read when the process died is read again and makes no second case.
 */
export function createPoller({ documents, clock, log, connectors, ask, headersOf, take, hear, hinder, count }: PollerNeeds) {
  const running = new Set<string>();
  const waits = new Map<string, { readonly url: string; readonly askedAt: number; readonly tries: number }>();

  /** Takes what an answer holds; a refusal when it has to be asked for again. */
  async function takeAnswer(connector: Connector, url: string, text: string): Promise<Refusal | null> {
    const { isEmpty, cursor } = readAnswer(text, connector);
    if (isEmpty) await hear(connector.id, clock.now());
    else {
      const done = await take(connector, text, clock.now());
      if (!done.ok) return done.error;
    }
    if (cursor !== null) await documents.put(CURSORS, connector.id, { url, read: cursor } satisfies Cursor);
    return null;
  }

  async function poll(connector: Connector, tries: number): Promise<void> {
    const { id, poll: plan } = connector;
    if (!plan) return;
    const known = await documents.get<Cursor>(CURSORS, id);
    const headers = await headersOf(connector);
    const answer = headers.ok ? await ask(pollUrl(plan, known?.url === plan.url ? known.read : null), headers.value) : { kind: 'waits' as const, ...headers.error };
    const refusal = answer.kind === 'waits' ? { code: answer.code, ...(answer.detail === undefined ? {} : { detail: answer.detail }) } : await takeAnswer(connector, plan.url, decodeText(answer.bytes));
    if (answer.kind === 'waits') count(id, 'poll-away');
    waits.set(id, { url: plan.url, askedAt: clock.now(), tries: refusal ? tries + 1 : 0 });
    await hinder(id, refusal, clock.now());
  }

  function look(): void {
    const now = clock.now();
    for (const connector of connectors(now)) {
      const { id, isOn, poll: plan } = connector;
      if (!isOn || !plan || plan.url === '' || running.has(id)) continue;
      const last = waits.get(id);
      const tries = last?.url === plan.url ? last.tries : 0;
      if (last?.url === plan.url && passedMs(last.askedAt, now) < pollDelayMs(plan, tries)) continue;
      running.add(id);
      poll(connector, tries).catch((error: unknown) => {
        waits.set(id, { url: plan.url, askedAt: clock.now(), tries: tries + 1 });
        log.error({ err: error, connector: id }, 'a system could not be asked and is asked later');
      }).finally(() => running.delete(id));
    }
  }

  return {
    start(): () => void {
      look();
      return clock.every(LOOK_MS, look);
    },
  };
}
