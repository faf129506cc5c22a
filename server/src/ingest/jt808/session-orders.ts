import type { TerminalAnswer, TerminalOrder } from '../../features/terminals/terminals.api.ts';
import type { Clock } from '../../platform/clock.ts';
import { partsOf } from './encode-frame.ts';
import type { HeaderLayout } from './header.ts';
import { decodeTerminalReply } from './messages/0001-terminal-reply.ts';
import { decodeParameters, parametersId } from './messages/0104-parameters.ts';
import type { Location } from './messages/0200-location.ts';
import { hasReadableFix } from './messages/0200-location.ts';
import { decodeLocationAnswer, locationAnswerId } from './messages/0201-location-answer.ts';
import { OpenOrders } from './open-orders.ts';
import { encodeOrder } from './orders/encode-order.ts';

/** What one session asks its terminal and hears of it (下行指令). */
export class SessionOrders {
  readonly #open: OpenOrders;
  readonly #send: (messageId: number, body: Uint8Array) => number;

  /** `send` puts a message on the line and answers the serial number it went under. */
  constructor(clock: Clock, withinMs: number, send: (messageId: number, body: Uint8Array) => number) {
    this.#open = new OpenOrders(clock, withinMs);
    this.#send = send;
  }

  give(order: TerminalOrder, layout: HeaderLayout): Promise<TerminalAnswer> {
    const message = encodeOrder(order, layout);
    if (partsOf(message.body.length) > 1) return Promise.resolve({ kind: 'too-long' });
    return this.#open.wait(this.#send(message.messageId, message.body), message);
  }

  /** A general reply of the terminal; one that is no reply is passed over. */
  hearReply(bytes: Uint8Array, start: number, end: number): void {
    const reply = decodeTerminalReply(bytes, start, end);
    if (reply !== undefined) this.#open.replied(reply);
  }

  /** Whether the body was whole. */
  hearParameters(bytes: Uint8Array, start: number, end: number): boolean {
    const answer = decodeParameters(bytes, start, end);
    if (answer !== undefined) this.#open.answered(answer.ackSerial, parametersId, { kind: 'parameters', values: answer.values });
    return answer !== undefined;
  }

  /** The position it answered with, asked for or not; undefined when the body is cut short. */
  hearLocation(bytes: Uint8Array, start: number, end: number): Location | undefined {
    const answer = decodeLocationAnswer(bytes, start, end);
    if (answer === undefined) return undefined;
    const { location } = answer;
    const { at, lng, lat, speedKmh, statusBits } = location;
    this.#open.answered(answer.ackSerial, locationAnswerId, { kind: 'fix', at: Number.isFinite(at) ? at : null, hasFix: hasReadableFix(statusBits), lng, lat, speedKmh });
    return location;
  }

  end(): void {
    this.#open.end();
  }
}
