import { SECOND_MS } from '@wangge/shared/base';
import type { TerminalAnswer, TerminalLine, TerminalPort } from '../features/terminals/terminals.api.ts';
import type { Clock } from '../platform/clock.ts';
import { newUuid } from '../platform/ids.ts';
import type { NodeLink } from './node-link.ts';

/** What changed of lines crosses nodes this often; that a terminal is still there, each ten times as long. */
const TELL_EACH_MS = 2 * SECOND_MS;
const STILL_THERE_MS = 10 * TELL_EACH_MS;
/** Longer than a terminal has to answer the node that asks it. */
const ANSWER_WITHIN_MS = 12 * SECOND_MS;

/** The terminals of all nodes as if they were here: what lines say is told, and an order goes to the node that holds the line. */
export function shareTerminals(local: TerminalPort, link: NodeLink, clock: Clock): { readonly port: TerminalPort; stop(): void } {
  const told = new Map<string, TerminalLine>();
  const heard = new Map<string, TerminalLine>();
  const asked = new Map<string, (answer: TerminalAnswer) => void>();

  function lineOf(phone: string): TerminalLine | undefined {
    const [here, there] = [local.lineOf(phone), heard.get(phone)];
    return here && there ? (there.heardAt > here.heardAt ? there : here) : here ?? there;
  }

  /** Asks the other nodes; only the one that holds the line answers. */
  function askOthers(phone: string, order: Parameters<TerminalPort['order']>[1]): Promise<TerminalAnswer> {
    const { promise, resolve } = Promise.withResolvers<TerminalAnswer>();
    const id = newUuid();
    const cancel = clock.after(ANSWER_WITHIN_MS, () => settle({ kind: 'silent' }));
    const settle = (answer: TerminalAnswer): void => {
      cancel();
      asked.delete(id);
      resolve(answer);
    };
    asked.set(id, settle);
    link.tell({ kind: 'order', id, phone, order });
    return promise;
  }

  link.onMessage((message) => {
    if (message.kind === 'lines') for (const line of message.lines) heard.set(line.phone, line);
    if (message.kind === 'answer') asked.get(message.id)?.(message.answer);
    if (message.kind !== 'order') return;
    void local.order(message.phone, message.order).then((answer) => {
      if (answer.kind !== 'offline') link.tell({ kind: 'answer', id: message.id, answer });
    });
  });

  const stop = clock.every(TELL_EACH_MS, () => {
    const lines = local.lines().filter((line) => isNews(told.get(line.phone), line));
    for (const line of lines) told.set(line.phone, line);
    if (lines.length > 0) link.tell({ kind: 'lines', lines });
  });

  return {
    stop,
    port: {
      lines: () => [...new Set([...local.lines().map(({ phone }) => phone), ...heard.keys()])].flatMap((phone) => lineOf(phone) ?? []),
      lineOf,
      async order(phone, order) {
        const answer = await local.order(phone, order);
        const other = heard.get(phone);
        return answer.kind !== 'offline' || !other || other.hasLeft ? answer : askOthers(phone, order);
      },
    },
  };
}

function isNews(before: TerminalLine | undefined, line: TerminalLine): boolean {
  return before === undefined || line.heardAt - before.heardAt >= STILL_THERE_MS || JSON.stringify({ ...line, heardAt: 0 }) !== JSON.stringify({ ...before, heardAt: 0 });
}
