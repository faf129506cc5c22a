import { createHash, timingSafeEqual } from 'node:crypto';
import { HOUR_MS, MINUTE_MS, ok, refuse, type Result } from '@wangge/shared/base';
import { mayHoldTogether, type Role } from '@wangge/shared/access';
import type { Clock } from '../../platform/clock.ts';
import { newSecret } from '../../platform/ids.ts';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { actorOf, type Account, type Session, type SignedIn } from './accounts.ts';
import { hashPassword, verifyPassword } from './password.ts';

const MAX_FAILURES = 5;
const LOCK_MS = 15 * MINUTE_MS;
/** A person's session ends when it was not used for this long; a wall's never does, for it can only look. */
const IDLE_MS = 12 * HOUR_MS;
/** `seenAt` is written at most this often. */
const TOUCH_MS = 5 * MINUTE_MS;

export interface AccessApi {
  signIn(account: string, password: string): Promise<Result<{ readonly token: string; readonly signedIn: SignedIn }>>;
  /** Signs in without a password: only for doors that have proved the caller otherwise (demo on this machine, wall key). */
  openSession(account: string): Promise<Result<{ readonly token: string; readonly signedIn: SignedIn }>>;
  openWallSession(key: string): Promise<Result<{ readonly token: string; readonly signedIn: SignedIn }>>;
  /** Opens the wall of a paired screen by the secret of its browser; `SCREEN_NOT_PAIRED` for one that is none, or no longer. */
  openScreenSession(secret: string | undefined): Promise<Result<{ readonly token: string; readonly signedIn: SignedIn }>>;
  find(token: string | undefined): Promise<SignedIn | null>;
  switchRole(token: string, role: Role): Promise<Result<SignedIn>>;
  signOut(token: string): Promise<void>;
  accounts(): Promise<readonly Account[]>;
  hasAccount(name: string): Promise<boolean>;
  /** Forgets what it remembers of sessions: the next question asks the store, in which other nodes may have ended them. */
  forget(): void;
}

const WALL_PREFIX = 'wall';

/** The account of the walls of an area; it is in no store, for it has no password and can only look. As its unit it names the wall it is. */
function wallAccount(areaCode: string): Account {
  return {
    account: `${WALL_PREFIX}:${areaCode}`, personId: 'wall', name: '大屏', post: '大屏', roles: ['wall'], unitId: areaCode || 'main', parentUnitId: null, gridCode: null, areaCode,
    passwordHash: '', failures: 0, lockedUntil: 0,
  };
}

const SCREEN_PREFIX = 'screen';
/** Kind of the documents of paired screens (屏端), each under the hash of its browser's secret. */
export const SCREEN_KIND = 'wall-screen';

/** A paired screen as it is kept: the wall it shows, whose that is, and which tile of it. */
export interface KeptScreen {
  readonly wallId: string;
  readonly areaCode: string;
  readonly tile: { readonly column: number; readonly row: number };
  readonly pairedAt: number;
  readonly pairedBy: string;
}

function screenAccount(id: string, { wallId, areaCode, tile }: KeptScreen): Account {
  return { ...wallAccount(areaCode), account: `${SCREEN_PREFIX}:${id}`, unitId: wallId, screen: { id, tile } };
}

/** A wall's key as it is kept: by its hash, with the area it opens. */
export interface WallKey {
  readonly keyHash: string;
  readonly areaCode: string;
}

/** One-way name of a secret, for keeping it in the store. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

export function createAccessApi(documents: DocumentStore, clock: Clock): AccessApi {
  const sessions = new Map<string, Session>();
  /** Verified against when there is no such account, so that the answer takes as long. */
  const nobody = hashPassword(newSecret());

  async function accountOf(name: string): Promise<Account | null> {
    if (name.startsWith(`${WALL_PREFIX}:`)) return wallAccount(name.slice(WALL_PREFIX.length + 1));
    if (!name.startsWith(`${SCREEN_PREFIX}:`)) return documents.get<Account>('account', name);
    const id = name.slice(SCREEN_PREFIX.length + 1);
    const screen = await documents.get<KeptScreen>(SCREEN_KIND, id);
    return screen && screenAccount(id, screen);
  }

  async function open(account: Account, keep = save): Promise<{ token: string; signedIn: SignedIn }> {
    const token = newSecret();
    const role = account.roles[0]!;
    await keep(secretHash(token), { account: account.account, role, startedAt: clock.now(), seenAt: clock.now() });
    return { token, signedIn: { account, role, actor: actorOf(account, role) } };
  }

  async function save(id: string, session: Session): Promise<void> {
    sessions.set(id, session);
    await documents.put('session', id, session);
  }

  /**
   * Who only wants to look goes on, and a wall is let in, while nothing can be written; a session begun so is this process's alone. A
   * password opens none: wrong ones could not be counted.
   */
  async function saveIfPossible(id: string, session: Session): Promise<void> {
    await save(id, session).catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
    });
  }

  async function find(token: string | undefined): Promise<SignedIn | null> {
    if (!token) return null;
    const id = secretHash(token);
    const session = sessions.get(id) ?? (await documents.get<Session>('session', id));
    const account = session && (await accountOf(session.account));
    if (!session || !account) return null;
    const now = clock.now();
    if (!account.roles.includes('wall') && now - session.seenAt > IDLE_MS) {
      await signOut(token);
      return null;
    }
    sessions.set(id, session);
    if (now - session.seenAt > TOUCH_MS) await saveIfPossible(id, { ...session, seenAt: now });
    return { account, role: session.role, actor: actorOf(account, session.role) };
  }

  async function signIn(name: string, password: string): Promise<Result<{ token: string; signedIn: SignedIn }>> {
    const account = await documents.get<Account>('account', name);
    const isRight = await verifyPassword(password, account?.passwordHash ?? (await nobody));
    if (!account) return refuse('SIGN_IN_FAILED');
    if (account.lockedUntil > clock.now()) return refuse('ACCOUNT_LOCKED');
    if (!isRight) {
      const failures = account.failures + 1;
      const isLocked = failures >= MAX_FAILURES;
      await documents.put('account', name, { ...account, failures: isLocked ? 0 : failures, lockedUntil: isLocked ? clock.now() + LOCK_MS : 0 });
      return refuse(isLocked ? 'ACCOUNT_LOCKED' : 'SIGN_IN_FAILED');
    }
    if (!mayHoldTogether(account.roles)) return refuse('ROLES_NOT_SEPARATE');
    if (account.failures > 0) await documents.put('account', name, { ...account, failures: 0 });
    return ok(await open(account));
  }

  async function signOut(token: string): Promise<void> {
    sessions.delete(secretHash(token));
    await documents.remove('session', secretHash(token));
  }

  return {
    signIn, find, signOut,
    async openSession(name) {
      const account = await documents.get<Account>('account', name);
      if (account && !mayHoldTogether(account.roles)) return refuse('ROLES_NOT_SEPARATE');
      return account ? ok(await open(account)) : refuse('SIGN_IN_FAILED');
    },
    async openWallSession(key) {
      const given = Buffer.from(secretHash(key));
      const found = (await documents.list<WallKey>('wall-key')).find(({ value }) => timingSafeEqual(Buffer.from(value.keyHash), given));
      return found ? ok(await open(wallAccount(found.value.areaCode), saveIfPossible)) : refuse('SIGN_IN_FAILED');
    },
    async openScreenSession(secret) {
      const id = secretHash(secret ?? '');
      const screen = await documents.get<KeptScreen>(SCREEN_KIND, id);
      return screen ? ok(await open(screenAccount(id, screen), saveIfPossible)) : refuse('SCREEN_NOT_PAIRED');
    },
    async switchRole(token, role) {
      const signedIn = await find(token);
      if (!signedIn) return refuse('NOT_SIGNED_IN');
      if (!signedIn.account.roles.includes(role)) return refuse('ACTION_FORBIDDEN');
      const id = secretHash(token);
      await save(id, { ...(sessions.get(id) ?? { account: signedIn.account.account, startedAt: clock.now(), seenAt: clock.now() }), role });
      return ok({ account: signedIn.account, role, actor: actorOf(signedIn.account, role) });
    },
    forget: () => sessions.clear(),
    hasAccount: async (name) => (await documents.get('account', name)) !== null,
    accounts: async () => (await documents.list<Account>('account')).map(({ value }) => value),
  };
}
