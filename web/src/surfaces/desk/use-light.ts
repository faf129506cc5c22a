import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import type { Light } from '../../ui/tokens.ts';

const KEY = 'wangge-desk-light';

/** 日间、夜间 at this desk: night unless the operator chose day; kept on this machine. */
export function useLight(): { readonly light: ShallowRef<Light>; toggle(): void } {
  const light = shallowRef<Light>(localStorage.getItem(KEY) === 'day' ? 'day' : 'night');

  watch(light, (next) => {
    document.documentElement.dataset['light'] = next;
    localStorage.setItem(KEY, next);
  }, { immediate: true });
  onScopeDispose(() => { delete document.documentElement.dataset['light']; });

  return { light, toggle: () => { light.value = light.value === 'day' ? 'night' : 'day'; } };
}
