import type { CloseReason } from './counters.ts';
import type { LineHandle, TerminalLines } from './terminal-lines.ts';
import type { SessionContext } from './session-context.ts';
import { TerminalSession } from './terminal-session.ts';

/** What carries one conversation: a TCP connection, or an address that sends datagrams. */
export type Carrier = Pick<LineHandle, 'carrier' | 'address'> & {
  send(bytes: Uint8Array): void;
  /** The conversation is over; called once. */
  drop(): void;
};

/** A conversation under way. */
export type Conversation = {
  /** Returns how many frames, good or bad, the bytes completed. */
  receive(bytes: Uint8Array): number;
  close(reason: CloseReason): void;
  isOver(): boolean;
};

/** Opens conversations within the limits and ends them, whatever carries them. */
export class SessionDesk {
  readonly #context: SessionContext;
  readonly #lines: TerminalLines;
  readonly #open = new Set<Conversation>();
  readonly #byHost = new Map<string, number>();

  constructor(context: SessionContext, lines: TerminalLines) {
    this.#context = context;
    this.#lines = lines;
  }

  /** Undefined when there are too many, altogether or from this host. */
  admit(host: string, carrier: Carrier): Conversation | undefined {
    const { limits, counters } = this.#context;
    const fromHost = this.#byHost.get(host) ?? 0;
    if (fromHost >= limits.connectionsPerAddress || this.#open.size >= limits.connections) {
      counters.sessions.turnedAway += 1;
      return undefined;
    }
    this.#byHost.set(host, fromHost + 1);
    return this.#converse(host, carrier);
  }

  closeAll(): void {
    for (const conversation of [...this.#open]) conversation.close('shutdown');
  }

  #converse(host: string, carrier: Carrier): Conversation {
    const { counters, log } = this.#context;
    const close = (reason: CloseReason): void => {
      if (!this.#open.delete(conversation)) return;
      counters.sessions.open -= 1;
      counters.closed[reason] += 1;
      this.#leaveHost(host);
      session.ended();
      carrier.drop();
    };
    const session: TerminalSession = new TerminalSession(this.#context, {
      send: (bytes) => carrier.send(bytes),
      close,
      cameOnline: (phone) => this.#lines.cameOnline(phone, handle),
      wentOffline: (phone, hasLeft) => this.#lines.wentOffline(phone, handle, hasLeft),
      reported: (phone, location) => this.#lines.reported(phone, location),
    });
    const handle: LineHandle = { carrier: carrier.carrier, address: carrier.address, heardAt: () => session.heardAt, close, order: (order) => session.order(order) };
    const conversation: Conversation = {
      close,
      isOver: () => !this.#open.has(conversation),
      receive(bytes) {
        try {
          return session.receive(bytes);
        } catch (error) {
          log.error({ address: carrier.address, err: error }, 'terminal session failed');
          close('fault');
          return 0;
        }
      },
    };
    this.#open.add(conversation);
    counters.sessions.opened += 1;
    counters.sessions.open += 1;
    return conversation;
  }

  #leaveHost(host: string): void {
    const left = (this.#byHost.get(host) ?? 1) - 1;
    if (left > 0) this.#byHost.set(host, left);
    else this.#byHost.delete(host);
  }
}
