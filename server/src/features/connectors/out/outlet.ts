import { SECOND_MS, type Refusal, type Result } from '@wangge/shared/base';
import { progressBody, retryDelayMs, type Connector, type LetterRow } from '@wangge/shared/connector';
import { newSecret } from '../../../platform/ids.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { signedHeaders, type OutAnswer, type OutMessage } from '../../../platform/pinned-request.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import type { EventStore } from '../../../store/event-store.ts';
import type { Undeliverable } from '../letter-box.ts';
import type { ProgressMessage } from './progress-messages.ts';
import type { ToldBook } from './told-book.ts';

const STATES = 'connector-outlet';
const SECRETS = 'connector-secret';
const PAGE = 500;
const LOOK_MS = SECOND_MS;

/** How far a connector was told, and what holds it up. */
export interface OutletState {
  /** Number of the last event that needs no more telling. */
  readonly seq: number;
  readonly tries: number;
  readonly nextAt: number;
  readonly trouble: Refusal | null;
}

/** A message as a dead letter holds it. */
interface KeptMessage extends Pick<ProgressMessage, 'caseId' | 'revision'> {
  readonly key: string;
  readonly externalNo: string;
  readonly body: Readonly<Record<string, string>>;
}

export interface OutletNeeds {
  readonly events: Pick<EventStore, 'readSince' | 'lastSeq'>;
  readonly documents: DocumentStore;
  readonly told: ToldBook;
  readonly clock: Clock;
  readonly log: Logger;
  connectors(now: number): readonly Connector[];
  messagesOf: (connector: Connector, stored: Awaited<ReturnType<EventStore['readSince']>>[number]) => Promise<readonly ProgressMessage[]>;
  send(message: OutMessage): Promise<OutAnswer>;
  keepLetter(connector: Connector, letter: Undeliverable, now: number): Promise<LetterRow | null>;
  count(connectorId: string, outcome: string): void;
}

/**
 * 回传: the history is the outbox. Each connector is told, in order, of what happened behind the number it was told up to; that number
 * moves on when a message was taken, or lies as a dead letter because it was refused. While the other side is away it waits, longer each
 * time. What was sent when the process died is sent again under the same Idempotency-Key.
 */
export function createOutlet({ events, documents, told, clock, log, connectors, messagesOf, send, keepLetter, count }: OutletNeeds) {
  const running = new Set<string>();
  let isLooking = false;

  async function stateOf({ id, out }: Connector): Promise<OutletState> {
    const known = await documents.get<OutletState>(STATES, id);
    // Of its own cases everything is told from the first on; who listens to all begins now.
    return known ?? write(id, { seq: out?.cases === 'all' ? await events.lastSeq() : 0, tries: 0, nextAt: 0, trouble: null });
  }

  async function write(id: string, state: OutletState): Promise<OutletState> {
    await documents.put(STATES, id, state);
    return state;
  }

  async function deliver(connector: Connector, { key, body }: Pick<KeptMessage, 'key' | 'body'>): Promise<OutAnswer | { readonly kind: 'waits'; readonly code: 'CONNECTOR_SECRET_MISSING'; readonly detail: string }> {
    const kept = await documents.get<{ secret: string }>(SECRETS, connector.id);
    if (!kept) return { kind: 'waits', code: 'CONNECTOR_SECRET_MISSING', detail: connector.id };
    const text = JSON.stringify(body);
    return send({ url: connector.out!.url, body: text, headers: signedHeaders(kept.secret, key, clock.now(), text) });
  }

  /** Tells one thing; false when it has to wait. */
  async function tell(connector: Connector, { caseId, revision, facts }: ProgressMessage, state: OutletState): Promise<boolean> {
    const { key, externalNo } = facts;
    if (await told.wasTold(caseId, key)) return true;
    const body = progressBody(connector.out!, facts);
    const answer = await deliver(connector, { key, body });
    const now = clock.now();
    const refusal: Refusal | null = answer.kind === 'told' ? null : { code: answer.kind === 'refused' ? 'CONNECTOR_TARGET_REFUSED' : answer.code, detail: answer.detail };
    count(connector.id, answer.kind === 'told' ? 'told' : answer.kind === 'refused' ? 'told-refused' : 'told-waits');
    const kept: KeptMessage = { caseId, revision, key, externalNo, body };
    const isLetter = answer.kind === 'refused' && (await keepLetter(connector, { topic: 'progress', isWhole: false, text: JSON.stringify(kept, null, 2), externalNo, refusal: refusal! }, now)) !== null;
    if (answer.kind === 'told' || isLetter) {
      await told.note(caseId, key, { to: connector.name, revision, at: now, code: refusal?.code ?? null });
      return true;
    }
    await write(connector.id, { ...state, tries: state.tries + 1, nextAt: now + retryDelayMs(state.tries + 1), trouble: refusal });
    return false;
  }

  async function pump(connector: Connector): Promise<void> {
    let state = await stateOf(connector);
    const wait = state.nextAt - clock.now();
    if (wait > 0 && wait <= retryDelayMs(state.tries)) return;
    for (;;) {
      const page = await events.readSince(state.seq, PAGE);
      for (const stored of page) {
        const messages = await messagesOf(connector, stored);
        for (const message of messages) if (!(await tell(connector, message, state))) return;
        state = { seq: stored.seq, tries: 0, nextAt: 0, trouble: null };
        if (messages.length > 0) await write(connector.id, state);
      }
      if (page.length > 0) await write(connector.id, state);
      if (page.length < PAGE) return;
    }
  }

  function look(): void {
    if (!isLooking) return;
    for (const connector of connectors(clock.now())) {
      const { id, isOn, out } = connector;
      if (!isOn || !out || out.url === '' || running.has(id)) continue;
      running.add(id);
      pump(connector).catch((error: unknown) => log.error({ err: error, connector: id }, 'a system could not be told and is told later')).finally(() => running.delete(id));
    }
  }

  return {
    /** Looks each second, and at once when somebody's plan changed: who listens to all begins there. */
    start(): () => void {
      isLooking = true;
      look();
      const stop = clock.every(LOOK_MS, look);
      return () => {
        isLooking = false;
        stop();
      };
    },
    look,
    stateOf: (id: string) => documents.get<OutletState>(STATES, id),
    /** Sends the message of a dead letter again, under its first key. */
    async resend(connector: Connector, text: string): Promise<Result<{ readonly caseId: KeptMessage['caseId']; readonly caseNo: string | null }>> {
      const kept = parse(text);
      if (!kept) return { ok: false, error: { code: 'CONNECTOR_MESSAGE_UNREADABLE', detail: '应为一个 JSON 对象，key、caseId、body 不能缺' } };
      const answer = await deliver(connector, kept);
      if (answer.kind !== 'told') return { ok: false, error: { code: answer.kind === 'refused' ? 'CONNECTOR_TARGET_REFUSED' : answer.code, detail: answer.detail } };
      await told.note(kept.caseId, kept.key, { to: connector.name, revision: kept.revision, at: clock.now(), code: null });
      return { ok: true, value: { caseId: kept.caseId, caseNo: null } };
    },
    /** Makes a new secret for a connector; it is told once. */
    async renewSecret(id: string): Promise<string> {
      const secret = newSecret(32);
      await documents.put(SECRETS, id, { secret });
      return secret;
    },
  };
}

export type Outlet = ReturnType<typeof createOutlet>;

function parse(text: string): KeptMessage | null {
  try {
    const value = JSON.parse(text) as Partial<KeptMessage> | null;
    return typeof value?.key === 'string' && typeof value.caseId === 'string' && typeof value.revision === 'number' && typeof value.body === 'object' ? (value as KeptMessage) : null;
  } catch {
    return null;
  }
}
