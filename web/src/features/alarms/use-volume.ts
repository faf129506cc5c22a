import { shallowRef, watch, type ShallowRef } from 'vue';

const KEPT = 'wangge.volume';
const USUAL = 0.7;

function kept(): number {
  const value = Number(localStorage.getItem(KEPT) ?? Number.NaN);
  return value >= 0 && value <= 1 ? value : USUAL;
}

let volume: ShallowRef<number> | undefined;

/** How loud this machine is, 0 to 1; kept by the browser. */
export function useVolume(): ShallowRef<number> {
  if (volume === undefined) {
    volume = shallowRef(kept());
    watch(volume, (loud) => localStorage.setItem(KEPT, String(loud)));
  }
  return volume;
}
