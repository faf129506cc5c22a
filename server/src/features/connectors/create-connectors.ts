import { MINUTE_MS, HOUR_MS, refuse, type Refusal, type Result } from '@wangge/shared/base';
import { applyRule, type Connector, type ConnectorRow, type ConnectorStanding, type Fields, type LetterRow, type Topic } from '@wangge/shared/connector';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import { BODY_LIMIT_BYTES } from '../../platform/http.ts';
import type { Logger } from '../../platform/logger.ts';
import { createPinnedQuestion, createPinnedRequest } from '../../platform/pinned-request.ts';
import type { EventStore } from '../../store/event-store.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { Arrival, ConnectorsApi, Taken } from './connectors.api.ts';
import { connectorsKind } from './connectors-kind.api.ts';
import { createDelivery, type Delivered } from './deliver-record.ts';
import { LetterBox } from './letter-box.ts';
import { createLetterDesk } from './letter-desk.ts';
import { connectorRoutes } from './connectors.routes.ts';
import { createKeyBook } from './in/key-book.ts';
import { createPoller } from './in/poller.ts';
import { createOutlet } from './out/outlet.ts';
import { createProgressMessages } from './out/progress-messages.ts';
import { createToldBook } from './out/told-book.ts';
import { readMessage } from './read-message.ts';
import { createTroubleBook } from './trouble-book.ts';

export interface ConnectorsNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly events: EventStore;
  readonly documents: DocumentStore;
  readonly outgoingHosts: readonly string[];
  readonly hasBroker: boolean;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

const HEARD = 'connector-heard';
const SWEEP_MS = HOUR_MS;

/** 外部系统接入: messages of other systems become cases; what can't be taken becomes a dead letter, which somebody reads, mends and sends through again. */
export function createConnectors({ ledger, cases, events, documents, outgoingHosts, hasBroker, district, lists, clock, log }: ConnectorsNeeds): Feature & { readonly api: ConnectorsApi } {
  const box = new LetterBox(documents);
  const deliver = createDelivery({ ledger, cases });
  const troubles = createTroubleBook(documents);
  const keys = createKeyBook(documents);
  const counts = new Map<string, number>();
  const heardAt = new Map<string, number>();

  const inForce = (now: number): readonly Connector[] => lists.inForce(connectorsKind, now).content;
  const find = (id: string, now: number): Connector | undefined => inForce(now).find((one) => one.id === id);

  function count(connectorId: string, outcome: string): void {
    const key = `${connectorId} ${outcome}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }

  /** Remembers when a connector last said something, to the minute. */
  async function hear(id: string, now: number): Promise<void> {
    if (now - (heardAt.get(id) ?? -Infinity) < MINUTE_MS) return;
    heardAt.set(id, now);
    await documents.put(HEARD, id, { at: now });
  }

  async function take({ connectorId, topic, channelId, ip }: Arrival, text: string, now: number): Promise<Result<Taken>> {
    const connector = find(connectorId, now);
    const isOther = channelId !== null && connector?.channelId !== channelId;
    if (!connector || isOther || !connector[topic]) return refused('unknown', { code: 'CONNECTOR_UNKNOWN' });
    if (!connector.isOn) return refused(connectorId, { code: 'CONNECTOR_OFF' });
    await hear(connectorId, now);
    return takeText(connector, topic, text, now, ip);
  }

  const listeners = (now: number): ReturnType<ConnectorsApi['listeners']> => inForce(now).flatMap(({ id, isOn, mqtt }) => (isOn && mqtt ? [{ connectorId: id, filter: mqtt.filter }] : []));

  function refused(id: string, refusal: Refusal): Result<never> {
    count(id, 'refused');
    return { ok: false, error: refusal };
  }

  async function takeText(connector: Connector, topic: Topic, text: string, now: number, ip?: string): Promise<Result<Taken>> {
    const taken: (Delivered & { index: number })[] = [];
    const letters: { index: number; letter: LetterRow }[] = [];
    const read = readMessage(text, connector, topic);
    const records = read.ok ? read.value : [read];
    for (const [index, record] of records.entries()) {
      const done = record.ok ? await deliver(connector, topic, record.value, now, ip) : refusalOf(record);
      if (done.ok) {
        taken.push({ index, ...done.value });
        count(connector.id, done.value.isRepeated ? 'repeated' : 'taken');
        continue;
      }
      const kept = await box.keep(connector, {
        topic, refusal: done.error, isWhole: !record.ok, text: record.ok ? JSON.stringify(record.value, null, 2) : text,
        externalNo: record.ok ? externalNoOf(connector, topic, record.value) : null,
      }, now);
      if (!kept) return refused(connector.id, { code: 'CONNECTOR_LETTERS_FULL' });
      letters.push({ index, letter: kept });
      count(connector.id, 'letter');
    }
    return { ok: true, value: { taken, letters } };
  }

  function standingOf({ isOn, silentAfterMinutes, reports, mqtt }: Connector, lastAt: number | null, now: number): ConnectorStanding {
    if (!isOn) return 'off';
    if (!reports) return 'well';
    if (lastAt === null) return mqtt && !hasBroker ? 'off' : 'new';
    return now - lastAt > silentAfterMinutes * MINUTE_MS ? 'silent' : 'well';
  }

  const told = createToldBook(documents);
  const outlet = createOutlet({
    events, documents, told, clock, log, count, connectors: inForce, messagesOf: createProgressMessages({ cases, ledger, district }), send: createPinnedRequest(outgoingHosts),
    keepLetter: (connector, letter, now) => box.keep(connector, letter, now),
  });

  const poller = createPoller({
    documents, clock, log, count, hear, connectors: inForce, ask: createPinnedQuestion(outgoingHosts, BODY_LIMIT_BYTES), headersOf: keys.headersOf, hinder: troubles.say,
    take: ({ id }, text, now) => take({ connectorId: id, topic: 'reports', channelId: null }, text, now),
  });

  lists.onPublished((kind) => kind === connectorsKind.kind && outlet.look());

  async function outTroubleOf({ id, out }: Connector): Promise<ConnectorRow['outTrouble']> {
    const { trouble = null, tries = 0 } = (out && (await outlet.stateOf(id))) ?? {};
    return trouble && { ...trouble, tries };
  }

  /** A connector that hears nothing because nobody wants it to has no trouble. */
  async function inTroubleOf({ id, isOn, mqtt, poll }: Connector): Promise<ConnectorRow['inTrouble']> {
    return isOn && ((mqtt && hasBroker) || (poll && poll.url !== '')) ? troubles.of(id) : null;
  }

  async function health(connectors: readonly Connector[], letters: readonly LetterRow[], now: number): Promise<readonly ConnectorRow[]> {
    const heard = new Map((await documents.list<{ at: number }>(HEARD)).map(({ id, value }) => [id, value.at]));
    return Promise.all(connectors.map(async (connector) => {
      const { id, name } = connector;
      const lastAt = Math.max(heard.get(id) ?? 0, heardAt.get(id) ?? 0) || null;
      const own = [...counts].filter(([key]) => key.startsWith(`${id} `)).map(([key, value]) => [key.slice(id.length + 1), value] as const);
      return { id, name, standing: standingOf(connector, lastAt, now), lastAt, openLetters: letters.filter((row) => row.connectorId === id && row.state === 'open').length, inTrouble: await inTroubleOf(connector), outTrouble: await outTroubleOf(connector), counts: Object.fromEntries(own) };
    }));
  }

  const desk = createLetterDesk({ box, find, deliver, takeText, resend: outlet.resend });
  return {
    api: { take, listeners, hinder: troubles.say, toldOf: told.of, count, counters: () => Object.fromEntries(counts) },
    routes: (http) => connectorRoutes(http, { box, desk, keys, inForce, health, clock, renewSecret: outlet.renewSecret, districtCode: () => district.current().code }),
    start() {
      const stops = [outlet.start(), poller.start(), clock.every(SWEEP_MS, () => void box.sweep(clock.now()).catch((error: unknown) => log.error({ err: error }, 'dead letters could not be looked after')))];
      return () => stops.forEach((stop) => stop());
    },
  };
}

/** A row of a table that is none, or a message without records. */
function refusalOf(record: { readonly error: Refusal } | { readonly line: number; readonly reason: string }): Result<never> {
  return 'error' in record ? { ok: false, error: record.error } : refuse('CONNECTOR_MESSAGE_UNREADABLE', { detail: `第 ${record.line} 行 ${record.reason}` });
}

function externalNoOf(connector: Connector, topic: Topic, record: Fields): string | null {
  const found = applyRule(connector[topic]?.fields.externalNo, record);
  return found.kind === 'found' ? found.text.slice(0, 100) : null;
}
