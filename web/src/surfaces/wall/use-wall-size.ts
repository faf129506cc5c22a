import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

export interface WallSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Size of the screen in CSS px, following every change. */
export function useWallSize(): ShallowRef<WallSize> {
  const read = (): WallSize => ({ widthPx: window.innerWidth, heightPx: window.innerHeight });
  const size = shallowRef(read());
  const onResize = (): void => { size.value = read(); };
  window.addEventListener('resize', onResize);
  onScopeDispose(() => window.removeEventListener('resize', onResize));
  return size;
}
