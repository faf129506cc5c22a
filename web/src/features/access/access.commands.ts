import type { Role } from '@wangge/shared/access';
import type { TilePlace } from '@wangge/shared/stage';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** Who is signed in and in which role they act now. */
export interface SessionView {
  readonly person: { readonly id: string; readonly name: string };
  readonly roles: readonly Role[];
  readonly role: Role;
  readonly unitId: string | null;
  /** Of a paired screen: which tile of its wall it shows. */
  readonly tile: TilePlace | null;
  /** Boards that this role may read. */
  readonly boards: readonly string[];
}

/** An account of the demo that this machine may open in one press. */
export interface DemoAccount {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly post: string;
}

const SESSION = '/api/v1/session';

/** The session behind this page's cookie; refused `NOT_SIGNED_IN` when there is none. */
export async function readSession(): Promise<RestAnswer<SessionView>> {
  return callRest('GET', SESSION);
}

/** 登录. Refused `SIGN_IN_FAILED` or `ACCOUNT_LOCKED`. */
export async function signIn(account: string, password: string): Promise<RestAnswer<SessionView>> {
  return callRest('POST', SESSION, { account, password });
}

/** Signs in as a demo account; only a demo on this machine allows it. */
export async function signInAsDemo(account: string): Promise<RestAnswer<SessionView>> {
  return callRest('POST', `${SESSION}/demo`, { account });
}

/** Accounts to press; refused `NOT_FOUND` anywhere but in a demo on this machine. */
export async function readDemoAccounts(): Promise<RestAnswer<readonly DemoAccount[]>> {
  return callRest('GET', '/api/v1/demo-accounts');
}

/** Acts in another of one's roles from now on. */
export async function switchRole(role: Role): Promise<RestAnswer<SessionView>> {
  return callRest('PUT', `${SESSION}/role`, { role });
}

/** 退出. */
export async function signOut(): Promise<RestAnswer<null>> {
  return callRest('DELETE', SESSION);
}

/** Opens the session of a video wall (大屏) by the key of its address. */
export async function openWall(key: string): Promise<RestAnswer<SessionView>> {
  return callRest('POST', `${SESSION}/wall`, { key });
}

/** Opens the session of a paired screen (屏端) by what its browser keeps; refused `SCREEN_NOT_PAIRED`. */
export async function openScreen(): Promise<RestAnswer<SessionView>> {
  return callRest('POST', `${SESSION}/screen`);
}
