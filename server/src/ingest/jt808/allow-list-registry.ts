import type { UnitId } from '@wangge/shared/base';
import type { TerminalCodes, TerminalRegistry } from './ports.ts';
import { registerResult } from './replies/8100-register-reply.ts';

/** A terminal that may connect, and the unit that carries it. */
export type AllowedTerminal = { readonly phone: string; readonly unitId: UnitId };

export type AllowListRegistry = TerminalRegistry & {
  /** Replaces the list; terminals that left it can't authenticate or report any more. */
  allow(terminals: readonly AllowedTerminal[]): void;
};

/**
 * Lets in the terminals of a list (白名单) and nobody else. Numbers are compared without leading zeros. A terminal's
 * code (鉴权码) comes from `newCode`, unguessable and of at most 255 ASCII characters, and stays its own in `codes`. One whose
 * code is not known there fails to authenticate and registers again, as the standard has it do.
 */
export function createAllowListRegistry(terminals: readonly AllowedTerminal[], newCode: () => string, codes: TerminalCodes = new Map()): AllowListRegistry {
  const unitByPhone = new Map<string, UnitId>();

  function allow(list: readonly AllowedTerminal[]): void {
    unitByPhone.clear();
    for (const { phone, unitId } of list) unitByPhone.set(phone.replace(/^0+(?=\d)/, ''), unitId);
  }

  allow(terminals);
  return {
    allow,
    register: ({ phone }) => {
      if (!unitByPhone.has(phone)) return { result: registerResult.noSuchTerminal };
      const authCode = codes.get(phone) ?? newCode();
      if (codes.get(phone) === undefined) codes.set(phone, authCode);
      return { result: registerResult.ok, authCode };
    },
    authenticate: (phone, code) => unitByPhone.has(phone) && codes.get(phone) === code,
    unitOf: (phone) => unitByPhone.get(phone),
  };
}
