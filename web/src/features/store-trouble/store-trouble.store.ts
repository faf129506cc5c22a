import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { StoreTrouble } from '@wangge/shared/wire';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/**
 * Whether the server can keep what it is given (存储故障), as it last said. While the link is lost nobody knows, so nothing is
 * shown of it; whoever comes back is told anew.
 */
export const useStoreTroubleStore = defineStore('store-trouble', () => {
  const link = useLinkStatusStore();
  const known = shallowRef<StoreTrouble | null>(null);
  /** How often it ended while this page watched. */
  const endedCount = shallowRef(0);
  const shown = computed(() => (link.isLost ? null : known.value));

  function take(next: StoreTrouble | null): void {
    if (known.value !== null && next === null) endedCount.value += 1;
    known.value = next;
  }

  return { shown, endedCount, take };
});
