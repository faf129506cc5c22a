import { isInArea } from '@wangge/shared/access';
import type { DrillStep } from '@wangge/shared/district-map';
import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { useAreaFiguresStore } from '../../features/figures/area-figures.store.ts';
import { useDistrictStore } from '../../features/district/district.store.ts';
import { provideAreaInView, type AreaInView } from '../../ui/area-in-view.ts';

const LEVELS: Readonly<Record<number, AreaInView['level']>> = { 9: 'town', 12: 'village', 15: 'grid' };

/**
 * The area that a wall is about, told to its tiles: the one that somebody went into on the map, a house counting as its grid; else the one the director filters by. None in another
 * time (`isElsewhere`), of which there are figures of the whole only, and none that is the whole district or is not known yet.
 */
export function useAreaOfWall(path: Ref<readonly DrillStep[]>, filtered: () => string | null, isElsewhere: () => boolean): ComputedRef<AreaInView | null> {
  const district = useDistrictStore();
  const figures = useAreaFiguresStore();
  const area = computed((): AreaInView | null => {
    const code = path.value.findLast(({ level }) => level !== 'house')?.code ?? filtered();
    const level = LEVELS[code?.length ?? 0];
    if (isElsewhere() || code === null || level === undefined || isInArea(district.district?.code ?? '', code)) return null;
    const name = district.nameOfArea(code);
    return name === '' ? null : { level, code, name };
  });
  watch(() => area.value?.code ?? null, (code) => figures.turnTo(code), { immediate: true });
  provideAreaInView(area);
  return area;
}
