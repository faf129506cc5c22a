import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CloseReason, Jt808Counters } from './counters.ts';
import type { FixOutlet } from './fix-outlet.ts';
import type { Jt808Limits } from './limits.ts';
import type { Location } from './messages/0200-location.ts';
import type { TerminalRegistry } from './ports.ts';

/** What all sessions of one gateway share. */
export type SessionContext = {
  readonly registry: TerminalRegistry;
  readonly outlet: FixOutlet;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Jt808Limits;
  readonly counters: Jt808Counters;
};

/** The session's way back to its connection and to the gateway. */
export type SessionLink = {
  send(bytes: Uint8Array): void;
  close(reason: CloseReason): void;
  /** From now on this session speaks for `phone`. */
  cameOnline(phone: string): void;
  /** `hasLeft`: it said goodbye. */
  wentOffline(phone: string, hasLeft: boolean): void;
  /** What an authenticated terminal said of itself now, not of a time without a network. */
  reported(phone: string, location: Location): void;
};
