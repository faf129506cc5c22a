import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';

/** Those of the alarms that were raised at least `leadMs` ago by the server's clock, changing at the very moment one becomes so. */
export function useRipe<T extends { readonly raisedAt: number }>(alarms: Readonly<Ref<readonly T[]>>, leadMs: () => number): Readonly<ShallowRef<readonly T[]>> {
  const link = useLinkStatusStore();
  const ripe = shallowRef<readonly T[]>([]);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    clearTimeout(timer);
    const now = link.trueNow();
    const lead = leadMs();
    const waitMs = (alarm: T): number => alarm.raisedAt + lead - now;
    // A clock that runs behind must not keep an alarm from anybody: none waits longer than the lead itself.
    ripe.value = alarms.value.filter((alarm) => lead === 0 || waitMs(alarm) <= 0 || waitMs(alarm) > 2 * lead);
    const next = Math.min(...alarms.value.map(waitMs).filter((wait) => wait > 0 && wait <= 2 * lead));
    if (lead > 0 && Number.isFinite(next)) timer = setTimeout(look, next);
  }

  watch([alarms, leadMs], look, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return ripe;
}
