import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { can } from '@wangge/shared/access';
import type { SosCall } from '@wangge/shared/alarm';
import { SECOND_MS } from '@wangge/shared/base';
import { callRest } from '../../link/rest.ts';
import { useAccessStore } from '../access/access.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

const SOS = '/api/v1/sos';
const ASK_EACH_MS = 3 * SECOND_MS;

/** What the room made of the last call for help (一键求助) of one's unit. A phone is pushed nothing of alarms, so while a call is open it asks. */
export const useSosStore = defineStore('sos', () => {
  const access = useAccessStore();
  const link = useLinkStatusStore();
  const last = shallowRef<SosCall | null>(null);
  const open = computed(() => (last.value?.closedAt === null ? last.value : null));

  async function ask(): Promise<void> {
    const { role } = access;
    if (role === null || !can(role, 'position.report')) return void (last.value = null);
    const answer = await callRest<{ readonly call: SosCall | null }>('GET', SOS);
    if (answer.ok && role === access.role) last.value = answer.value.call;
  }

  /** Begins to follow; answers how to stop. */
  function follow(): () => void {
    const stops = [watch(() => access.session?.person.id, () => void ask(), { immediate: true }), watch(() => link.status, (status) => { if (status === 'live') void ask(); })];
    const timer = setInterval(() => { if (open.value) void ask(); }, ASK_EACH_MS);
    return () => {
      stops.forEach((stop) => stop());
      clearInterval(timer);
    };
  }

  return { last, open, ask, follow };
});
