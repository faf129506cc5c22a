import type { DrawsBoard } from '@wangge/shared/draw';
import type { PatrolBoard, RoundsBoard } from '@wangge/shared/patrol';
import type { AreaFigure } from '@wangge/shared/stage';
import { computed, type ComputedRef } from 'vue';
import { useBoardWhile } from '../boards/boards.store.ts';

/** How many there are in each grid or village of a figure that is no case: 巡到网格, 网格事务超期, 双随机待查. Undefined for figures of cases. */
export function useTally(figure: () => AreaFigure | null, isReadable: () => boolean): ComputedRef<ReadonlyMap<string, number> | undefined> {
  const isShown = (name: AreaFigure) => (): boolean => figure() === name && isReadable();
  const rounds = useBoardWhile<RoundsBoard>('rounds', isShown('walked'));
  const patrol = useBoardWhile<PatrolBoard>('patrol', isShown('owed'));
  const draws = useBoardWhile<DrawsBoard>('draws', isShown('drawn'));
  return computed(() => {
    switch (figure()) {
      case 'walked': return new Map((rounds.value?.grids ?? []).flatMap(({ gridCode, lastAt }): [string, number][] => (lastAt === null ? [] : [[gridCode, 1]])));
      case 'owed': return new Map((patrol.value?.owed ?? []).map(({ gridCode, overdue }) => [gridCode, overdue]));
      case 'drawn': return new Map((draws.value?.toCheck ?? []).map(({ villageCode, objects }) => [villageCode, objects]));
      default: return undefined;
    }
  });
}
