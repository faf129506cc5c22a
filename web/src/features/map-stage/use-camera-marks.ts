import { computed, watch, type Ref } from 'vue';
import type { CamerasBoard } from '@wangge/shared/camera';
import type { MapView } from '../../map/map-view.ts';
import type { MapCamera } from '../../map/scene.ts';
import { useIsPast } from '../../ui/use-now.ts';
import { useLiveBoard } from '../boards/boards.store.ts';
import type { StageWish } from './stage-wish.ts';

/** Marks the cameras one may open (视频点位) where they are asked for; those whose pictures are open in any case. Before visitors none, and none in a replay: they show the present. */
export function useCameraMarks(view: Ref<MapView | null>, wish: Ref<StageWish>): void {
  const isPast = useIsPast();
  const board = useLiveBoard<CamerasBoard>('cameras');
  const marks = computed((): readonly MapCamera[] => {
    const { shows, openCameras = [], isMasked = false } = wish.value;
    return (isMasked || isPast.value ? [] : board.value?.cameras ?? []).flatMap(({ id, lngLat, headingDeg, fieldDeg, health: { standing } }) => {
      const at = openCameras.indexOf(id);
      return shows.cameras || at >= 0 ? [{ key: id, lngLat, headingDeg, fieldDeg, isUp: standing === 'up' || standing === 'unknown', number: at < 0 ? null : at + 1 }] : [];
    });
  });
  const told = computed(() => JSON.stringify(marks.value));
  watch([view, told], ([map]) => map?.setCameras(marks.value), { immediate: true });
}
