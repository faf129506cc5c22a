import type { OuterBase } from '@wangge/shared/district-map';
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { MapView } from '../../map/map-view.ts';
import { callRest } from '../../link/rest.ts';
import { readOuterBase } from './read-outer-base.ts';

/** What the foot of a map says of a base map from outside: whose it is, or that it cannot be reached and the built-in one is shown. */
export type OuterTold = { readonly kind: 'none' } | { readonly kind: 'shown'; readonly credit: string } | { readonly kind: 'gone' };

const ASK_AGAIN_MS = 20_000;

/** Puts the base map that the installation sets under a view, and keeps asking for it as long as it cannot be read. */
export function useOuterBase(view: Ref<MapView | null>): Ref<OuterTold> {
  const told = shallowRef<OuterTold>({ kind: 'none' });
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function lay(on: MapView): Promise<void> {
    const answer = await callRest<OuterBase>('GET', '/api/v1/base-map');
    if (view.value !== on) return;
    if (answer.ok && answer.value.kind === 'builtin') return;
    if (!answer.ok) return again(on);
    const { value } = answer;
    if (value.kind === 'builtin') return;
    const shown: OuterTold = { kind: 'shown', credit: value.credit };
    try {
      const tiles = await readOuterBase(value);
      if (view.value !== on) return;
      told.value = shown;
      on.base.setOuter(tiles, (isGone) => { told.value = isGone ? { kind: 'gone' } : shown; });
    } catch {
      told.value = { kind: 'gone' };
      again(on);
    }
  }

  function again(on: MapView): void {
    timer = setTimeout(() => { if (view.value === on) void lay(on); }, ASK_AGAIN_MS);
  }

  watch(view, (ready) => {
    clearTimeout(timer);
    told.value = { kind: 'none' };
    if (ready !== null) void lay(ready);
  }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));
  return told;
}
