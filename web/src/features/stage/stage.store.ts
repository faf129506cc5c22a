import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';

/**
 * Holds the rotation of this wall's scenes. A takeover or a replay calls `hold()` when it begins and the answer when it ends: meanwhile the
 * scene stays as it is, and afterwards it is still there until the next turn of the playlist.
 *
 *     const release = useStageStore().hold();
 *     onScopeDispose(release);
 */
export const useStageStore = defineStore('stage', () => {
  const holders = shallowRef<readonly symbol[]>([]);
  const isHeld = computed(() => holders.value.length > 0);

  function hold(): () => void {
    const mine = Symbol('hold');
    holders.value = [...holders.value, mine];
    return () => { holders.value = holders.value.filter((one) => one !== mine); };
  }

  return { isHeld, hold };
});
