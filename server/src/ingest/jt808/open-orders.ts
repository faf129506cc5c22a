import type { TerminalAnswer } from '../../features/terminals/terminals.api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { OrderMessage } from './orders/encode-order.ts';
import type { GeneralReply } from './replies/8001-general-reply.ts';

type OpenOrder = { readonly message: OrderMessage; readonly settle: (answer: TerminalAnswer) => void; readonly cancel: () => void };

/** Orders of one session that the terminal has not answered yet, by the serial number they were sent under. */
export class OpenOrders {
  readonly #clock: Clock;
  readonly #withinMs: number;
  readonly #open = new Map<number, OpenOrder>();

  constructor(clock: Clock, withinMs: number) {
    this.#clock = clock;
    this.#withinMs = withinMs;
  }

  /** Resolves with what the terminal says, `silent` when that is nothing in time, `offline` when it went meanwhile. */
  wait(serial: number, message: OrderMessage): Promise<TerminalAnswer> {
    const { promise, resolve } = Promise.withResolvers<TerminalAnswer>();
    const cancel = this.#clock.after(this.#withinMs, () => this.#settle(serial, { kind: 'silent' }));
    this.#open.set(serial, { message, settle: resolve, cancel });
    return promise;
  }

  /** A general reply: it settles an order that has no answer of its own, and every one that it refuses. */
  replied({ ackSerial, ackId, result }: GeneralReply): void {
    const order = this.#open.get(ackSerial);
    if (order === undefined || order.message.messageId !== ackId) return;
    if (result !== 0) this.#settle(ackSerial, { kind: 'refused', result });
    else if (order.message.answerId === undefined) this.#settle(ackSerial, { kind: 'done' });
  }

  /** The message that answers an order. One that nobody waits for any more is passed over. */
  answered(ackSerial: number, answerId: number, answer: TerminalAnswer): void {
    if (this.#open.get(ackSerial)?.message.answerId === answerId) this.#settle(ackSerial, answer);
  }

  /** The session is over. */
  end(): void {
    for (const serial of [...this.#open.keys()]) this.#settle(serial, { kind: 'offline' });
  }

  #settle(serial: number, answer: TerminalAnswer): void {
    const order = this.#open.get(serial);
    this.#open.delete(serial);
    order?.cancel();
    order?.settle(answer);
  }
}
