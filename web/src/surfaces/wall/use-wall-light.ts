import { computed, onScopeDispose, shallowRef, watch, type ComputedRef } from 'vue';
import { localParts } from '@wangge/shared/base';
import { provideLight } from '../../ui/light.ts';
import type { Light } from '../../ui/tokens.ts';
import { useNow } from '../../ui/use-now.ts';
import { scheduledLight, type WallSettings } from './wall-settings.ts';

/** The light of the wall: as the address says, by schedule under `auto`, or what somebody chose by key until the page is loaded anew. */
export function useWallLight(setting: WallSettings['light']): { readonly light: ComputedRef<Light>; toggle(): void } {
  const now = useNow();
  const chosen = shallowRef<Light | null>(null);
  const light = computed(() => chosen.value ?? (setting === 'auto' ? scheduledLight(localParts(now.value).hour) : setting));
  provideLight(light);
  watch(light, (next) => { document.documentElement.dataset['light'] = next; }, { immediate: true });
  onScopeDispose(() => { delete document.documentElement.dataset['light']; });
  return { light, toggle: () => { chosen.value = light.value === 'day' ? 'night' : 'day'; } };
}
