import { shallowRef, watch, type ShallowRef } from 'vue';
import { nearestCameras, type CamerasBoard, type NearCamera } from '@wangge/shared/camera';
import type { LngLat } from '@wangge/shared/geo';
import { useLiveBoard } from '../boards/boards.store.ts';

/**
 * 就近视频: the cameras around what takes a wall over. Chosen once for each: a picture that fails says so in its place and gives way to no other, for people are
 * looking at it. None for visitors, or where none hangs near.
 */
export function useNearCameras(about: () => { readonly key: string; readonly lngLat: LngLat } | null, isHidden: () => boolean): Readonly<ShallowRef<readonly NearCamera[]>> {
  const board = useLiveBoard<CamerasBoard>('cameras');
  const near = shallowRef<readonly NearCamera[]>([]);
  watch([() => (isHidden() ? null : about()?.key ?? null), () => board.value !== null], ([key, isTold]) => {
    const place = about()?.lngLat;
    near.value = key === null || !isTold || board.value === null || place === undefined ? [] : nearestCameras(board.value.cameras, place, board.value.rules);
  }, { immediate: true });
  return near;
}
