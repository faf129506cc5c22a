import { createHash } from 'node:crypto';
import { connect } from 'mqtt';
import { SECOND_MS } from '@wangge/shared/base';
import { retryDelayMs } from '@wangge/shared/connector';
import { createHearing, type HearingNeeds } from './hear-message.ts';

const LOOK_MS = 5 * SECOND_MS;
const PATIENCE_MS = 10 * SECOND_MS;
const KEEPALIVE_S = 30;
/** Brokers need not take longer names than 23 letters and digits (MQTT 3.1.1, 3.1.3.1). */
const NAME_CHARS = 16;
/** An alarm waits no longer than this once the broker is back. */
const LONGEST_WAIT_MS = 30 * SECOND_MS;

export interface BrokerLineNeeds extends HearingNeeds {
  /** `mqtt://` or `mqtts://`, with name and password where the broker wants them. */
  readonly address: string;
  /** Names this installation: by it the broker knows us and keeps what comes while we are away. */
  readonly installation: string;
}

/**
 * 消息服务器接入: hears the topics that connectors ask for, over MQTT 3.1.1, each message one of their reports. A message of QoS 1 is
 * acknowledged when all of it is durable, as a case or as a dead letter; one that is not taken makes us hang up, so that the broker keeps it and
 * sends it again, later and later. The session lasts, so that the broker keeps what comes meanwhile. Answers what ends it.
 */
export function openBrokerLine({ address, installation, ...needs }: BrokerLineNeeds): () => void {
  const { connectors, clock } = needs;
  const { protocol, hostname, port, username, password } = new URL(address);
  const client = connect({
    protocol: protocol === 'mqtts:' ? 'mqtts' : 'mqtt', host: hostname.replace(/^\[|\]$/g, ''), ...(port === '' ? {} : { port: Number(port) }),
    ...(username === '' ? {} : { username: decodeURIComponent(username), password: decodeURIComponent(password) }),
    clientId: `wangge${createHash('sha256').update(installation).digest('hex').slice(0, NAME_CHARS)}`, clean: false, resubscribe: false,
    reconnectOnConnackError: true, reconnectPeriod: retryDelayMs(1), connectTimeout: PATIENCE_MS, keepalive: KEEPALIVE_S,
  });
  const { hear, hinder, isHeard } = createHearing(needs);
  /** Filters that were asked for on this connection. */
  const asked = new Set<string>();
  let tries = 0;
  let whyAway = '';
  /** Whether the broker keeps a message that was not taken, whether that is why the line was cut, and whether it is over. */
  let [isHeldUp, hasHungUp, isOver] = [false, false, false];

  const listeners = () => connectors.listeners(clock.now());

  client.handleMessage = ({ topic, payload }, acknowledge) => {
    const { stream } = client;
    void hear(topic, Buffer.from(payload)).then((isDone) => {
      // On another connection the broker sends it again, under a number that may mean another message.
      if (client.stream !== stream || !client.connected) return;
      isHeldUp = !isDone;
      if (isDone) return acknowledge();
      hasHungUp = true;
      stream.destroy();
    });
  };

  function ask(filter: string): void {
    const hearers = (): readonly string[] => listeners().filter((one) => one.filter === filter).map(({ connectorId }) => connectorId);
    asked.add(filter);
    client.subscribe(filter, { qos: 1 }, (error, _granted, answer) => {
      if (!error) return hearers().forEach(isHeard);
      asked.delete(filter);
      if (answer) hearers().forEach((id) => hinder(id, { code: 'CONNECTOR_FILTER_REFUSED', detail: filter }));
    });
  }

  /** Asks for what the list in force wants, and for nothing else. */
  function look(): void {
    if (!client.connected) return;
    const wanted = new Set(listeners().map(({ filter }) => filter));
    for (const filter of asked) {
      if (!wanted.has(filter) && asked.delete(filter)) client.unsubscribe(filter);
    }
    for (const filter of wanted) if (!asked.has(filter)) ask(filter);
  }

  client.on('connect', () => {
    asked.clear();
    if (!isHeldUp) tries = 0;
    look();
  });
  client.on('error', (error: Error & { readonly code?: unknown }) => {
    whyAway = typeof error.code === 'string' ? error.code : error.message;
  });
  client.on('close', () => {
    if (isOver) return;
    tries += 1;
    client.options.reconnectPeriod = Math.min(LONGEST_WAIT_MS, retryDelayMs(tries + 1));
    for (const { connectorId } of hasHungUp ? [] : listeners()) {
      connectors.count(connectorId, 'broker-away');
      hinder(connectorId, { code: 'CONNECTOR_BROKER_AWAY', ...(whyAway === '' ? {} : { detail: whyAway }) });
    }
    hasHungUp = false;
    whyAway = '';
  });
  const stopLooking = clock.every(LOOK_MS, look);
  return () => {
    isOver = true;
    stopLooking();
    client.end(true);
  };
}
