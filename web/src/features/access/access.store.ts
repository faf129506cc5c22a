import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Role } from '@wangge/shared/access';
import type { RestAnswer } from '../../link/rest.ts';
import { openScreen, openWall, readSession, signIn, signInAsDemo, signOut, switchRole, type SessionView } from './access.commands.ts';

/** Set while somebody has signed out here and the server does not know yet. */
const LEAVING = 'wangge-leaving';

/** Who is signed in on this page (会话). `undefined` until asked for the first time, null when nobody is. */
export const useAccessStore = defineStore('access', () => {
  const session = shallowRef<SessionView | null | undefined>(undefined);
  /** The session is the one this phone knew last; the server has not confirmed it yet. */
  const isAssumed = shallowRef(false);
  /** Somebody signed out here while the server was out of reach: it is told with the next word to it. */
  const isLeaving = shallowRef(false);
  const role = computed<Role | null>(() => session.value?.role ?? null);

  /** Asks the server who this is, once; a line that is down counts as nobody and is asked again next time. */
  async function load(): Promise<SessionView | null> {
    if (session.value !== undefined && !isAssumed.value && !isLeaving.value) return session.value;
    isLeaving.value ||= localStorage.getItem(LEAVING) !== null;
    const answer = isLeaving.value ? await finishLeaving() : await readSession();
    if (answer.ok) take(answer.value);
    else if (answer.code !== 'UNREACHABLE') forget();
    return session.value ?? null;
  }

  /** Takes this for who it is until the server answers. */
  function assume(last: SessionView): void {
    isAssumed.value = true;
    session.value = last;
  }

  /** A phone that is full knows it for as long as the page is open. */
  function noteLeaving(is: boolean): void {
    isLeaving.value = is;
    try {
      if (is) localStorage.setItem(LEAVING, 'yes');
      else localStorage.removeItem(LEAVING);
    } catch {
      return;
    }
  }

  function take(next: SessionView): void {
    noteLeaving(false);
    isAssumed.value = false;
    session.value = next;
  }

  /** Ends the session that somebody left while the server was out of reach. */
  async function finishLeaving(): Promise<RestAnswer<SessionView>> {
    const answer = await signOut();
    if (!answer.ok && answer.code === 'UNREACHABLE') return answer;
    noteLeaving(false);
    return readSession();
  }

  async function enter(pending: Promise<RestAnswer<SessionView>>): Promise<RestAnswer<SessionView>> {
    const answer = await pending;
    if (answer.ok) take(answer.value);
    return answer;
  }

  /** Signs out; where the server is out of reach it is told with the next word to it. */
  async function leave(): Promise<void> {
    const answer = await signOut();
    if (!answer.ok && answer.code === 'UNREACHABLE') noteLeaving(true);
    forget();
  }

  /** Nobody knows any more who this is, until the server answers. */
  function doubt(): void {
    isAssumed.value = false;
    session.value = undefined;
  }

  /** Takes note that the server no longer knows the session. */
  function forget(): void {
    isAssumed.value = false;
    session.value = null;
  }

  return {
    session, role, isAssumed, isLeaving, load, assume, doubt, leave, forget,
    signIn: (account: string, password: string) => enter(signIn(account, password)),
    signInAsDemo: (account: string) => enter(signInAsDemo(account)),
    openScreen: () => enter(openScreen()),
    openWall: (key: string) => enter(openWall(key)),
    switchRole: (next: Role) => enter(switchRole(next)),
  };
});
