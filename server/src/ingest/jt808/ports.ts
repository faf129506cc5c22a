import type { UnitId } from '@wangge/shared/base';
import type { Registration } from './messages/0100-register.ts';
import type { RegisterResult } from './replies/8100-register-reply.ts';

/** A terminal that asks to be let in; `phone` is its number without leading zeros. */
export type TerminalIdentity = Registration & { readonly phone: string };

/** 鉴权码 by terminal number. Answers at once; what is set may be kept for longer than the process lives. */
export interface TerminalCodes {
  get(phone: string): string | undefined;
  set(phone: string, code: string): unknown;
}

/** The answer to a registration; `authCode` only, and always, with result 0. */
export type RegisterAnswer =
  | { readonly result: 0; readonly authCode: string }
  | { readonly result: Exclude<RegisterResult, 0> };

/**
 * Says which terminals belong here. Answers at once from memory and never throws. `phone` is always without leading
 * zeros. `unitOf` is asked for every position, so that a terminal can change vehicles while it is connected.
 */
export interface TerminalRegistry {
  register(terminal: TerminalIdentity): RegisterAnswer;
  authenticate(phone: string, code: string): boolean;
  unitOf(phone: string): UnitId | undefined;
}
