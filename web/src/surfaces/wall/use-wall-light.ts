import { computed, nextTick, onScopeDispose, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import { isQuietAt as isWithin } from '@wangge/shared/alarm';
import { SECOND_MS } from '@wangge/shared/base';
import { useLinkStatusStore } from '../../features/link-status/link-status.store.ts';
import { provideLight } from '../../ui/light.ts';
import { isCalm } from '../../ui/motion.ts';
import type { Light } from '../../ui/tokens.ts';
import { pixelShift } from './wall-rest.ts';
import type { WallSettings } from './wall-settings.ts';

/** How a wall spares its room and its screens. */
export interface WallLight {
  readonly light: Readonly<Ref<Light>>;
  toggle(): void;
  /** Where the deck stands against burn-in, and how much light is taken away, as CSS variables. */
  readonly rest: ComputedRef<Readonly<Record<string, string>>>;
}

/** Has the whole picture, map and all, pass into the next within the time the style sheet gives it; cuts where nothing may move or the browser cannot. */
function pass(change: () => Promise<void>): void {
  if (isCalm() || !('startViewTransition' in document)) void change();
  else document.startViewTransition(change).ready.catch(() => undefined);
}

/** The light of the wall: as the address says, by its schedule under `auto`, or what somebody chose by key until the page is loaded anew. It goes by the true hour, also in replay. */
export function useWallLight(settings: Pick<WallSettings, 'light' | 'day' | 'dim'>): WallLight {
  const link = useLinkStatusStore();
  const now = shallowRef(link.trueNow());
  const timer = setInterval(() => { now.value = link.trueNow(); }, SECOND_MS);
  const chosen = shallowRef<Light | null>(null);
  const due = computed((): Light => chosen.value ?? (settings.light !== 'auto' ? settings.light : isWithin(settings.day, now.value) ? 'day' : 'night'));
  const light = shallowRef(due.value);
  const wear = (): void => { document.documentElement.dataset['light'] = light.value; };
  provideLight(light);
  wear();
  watch(due, (next) => pass(() => {
    light.value = next;
    wear();
    return nextTick();
  }));
  onScopeDispose(() => {
    clearInterval(timer);
    delete document.documentElement.dataset['light'];
  });
  const rest = computed(() => {
    const { x, y } = pixelShift(now.value);
    const { hours, share } = settings.dim;
    return { '--shift-x': String(x), '--shift-y': String(y), '--dim': String(hours && isWithin(hours, now.value) ? 1 - share : 0) };
  });
  return { light, rest, toggle: () => { chosen.value = light.value === 'day' ? 'night' : 'day'; } };
}
