import { shallowRef, watch, type ShallowRef } from 'vue';
import { nearestCameras, type CamerasBoard, type NearCamera } from '@wangge/shared/camera';
import type { LngLat } from '@wangge/shared/geo';
import { useLiveBoard } from '../boards/boards.store.ts';

/**
 * 就近视频: the cameras around what takes a wall over. Once there are some they stay: a picture that fails says so in its place and gives way to no other, for people are
 * looking at it. None for visitors, or where none hangs near that answers.
 */
export function useNearCameras(about: () => { readonly key: string; readonly lngLat: LngLat } | null, isHidden: () => boolean): Readonly<ShallowRef<readonly NearCamera[]>> {
  const board = useLiveBoard<CamerasBoard>('cameras');
  const near = shallowRef<readonly NearCamera[]>([]);
  watch([() => (isHidden() ? null : about()?.key ?? null), board], ([key, told], [before] = [null, null]) => {
    if (key !== null && key === before && near.value.length > 0) return;
    const place = about()?.lngLat;
    const next = key === null || told === null || place === undefined ? [] : nearestCameras(told.cameras, place, told.rules);
    if (next.length > 0 || near.value.length > 0) near.value = next;
  }, { immediate: true });
  return near;
}
