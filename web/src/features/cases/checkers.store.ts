import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { CaseId } from '@wangge/shared/base';
import type { CaseAction } from '@wangge/shared/case';
import type { CheckerRow } from '@wangge/shared/wire';
import { readCheckers } from './cases.commands.ts';

/** Who may be asked to verify or check the case that was looked at last, by the rules of the server. */
export const useCheckersStore = defineStore('checkers', () => {
  const held = shallowRef<{ readonly key: string; readonly people: readonly CheckerRow[] } | null>(null);
  const keyOf = (id: CaseId, action: CaseAction): string => `${id} ${action === 'send-check' ? 'check' : 'verify'}`;
  let asked = '';

  async function load(id: CaseId, action: 'send-check' | 'verify-report'): Promise<void> {
    const key = keyOf(id, action);
    asked = key;
    const answer = await readCheckers(id, action === 'send-check' ? 'check' : 'verify');
    if (answer.ok && asked === key) held.value = { key, people: answer.value };
  }

  /** Empty until they were read. */
  function of(id: CaseId, action: CaseAction): readonly CheckerRow[] {
    return held.value?.key === keyOf(id, action) ? held.value.people : [];
  }

  return { load, of };
});
