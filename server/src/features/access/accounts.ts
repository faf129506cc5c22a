import type { Actor, Role } from '@wangge/shared/access';

/** 账号: who may sign in, and in which roles. `unitId` and `parentUnitId` go onto every event the person causes. */
export interface Account {
  readonly account: string;
  readonly personId: string;
  readonly name: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  readonly parentUnitId: string | null;
  readonly gridCode: string | null;
  readonly areaCode: string;
  readonly passwordHash: string;
  readonly failures: number;
  readonly lockedUntil: number;
  /** Of a paired screen alone: which one it is and the tile of its wall. */
  readonly screen?: { readonly id: string; readonly tile: { readonly column: number; readonly row: number } };
}

/** 会话: one sign-in. Kept under the hash of its token, so that the store alone opens no session. */
export interface Session {
  readonly account: string;
  readonly role: Role;
  readonly startedAt: number;
  readonly seenAt: number;
}

/** A session and the account behind it. */
export interface SignedIn {
  readonly account: Account;
  readonly role: Role;
  readonly actor: Actor;
}

export function actorOf(account: Account, role: Role): Actor {
  return { id: account.personId, name: account.name, role, unitId: account.unitId, parentUnitId: account.parentUnitId, areaCode: account.areaCode };
}
