import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { Role } from '@wangge/shared/access';
import type { RestAnswer } from '../../link/rest.ts';
import { openScreen, openWall, readSession, signIn, signInAsDemo, signOut, switchRole, type SessionView } from './access.commands.ts';

/** Who is signed in on this page (会话). `undefined` until asked for the first time, null when nobody is. */
export const useAccessStore = defineStore('access', () => {
  const session = shallowRef<SessionView | null | undefined>(undefined);
  const role = computed<Role | null>(() => session.value?.role ?? null);

  /** Asks the server who this is, once; a line that is down counts as nobody and is asked again next time. */
  async function load(): Promise<SessionView | null> {
    if (session.value !== undefined) return session.value;
    const answer = await readSession();
    if (answer.ok || answer.code !== 'UNREACHABLE') session.value = answer.ok ? answer.value : null;
    return session.value ?? null;
  }

  async function take(pending: Promise<RestAnswer<SessionView>>): Promise<RestAnswer<SessionView>> {
    const answer = await pending;
    if (answer.ok) session.value = answer.value;
    return answer;
  }

  async function leave(): Promise<void> {
    await signOut();
    session.value = null;
  }

  /** Takes note that the server no longer knows the session. */
  function forget(): void {
    session.value = null;
  }

  return {
    session, role, load, leave, forget,
    signIn: (account: string, password: string) => take(signIn(account, password)),
    signInAsDemo: (account: string) => take(signInAsDemo(account)),
    openScreen: () => take(openScreen()),
    openWall: (key: string) => take(openWall(key)),
    switchRole: (next: Role) => take(switchRole(next)),
  };
});
