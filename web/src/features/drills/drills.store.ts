import { computed, type ComputedRef } from 'vue';
import { isRunningAt, type DrillsBoard, type ShownDrill } from '@wangge/shared/drill';
import { useNow } from '../../ui/use-now.ts';
import { useBoard } from '../boards/boards.store.ts';

/** The drill (演练) that runs where this page stands, at the moment it shows: also one of the past in replay. Null while none does. */
export function useDrill(): ComputedRef<ShownDrill | null> {
  const now = useNow();
  const { board } = useBoard<DrillsBoard>('drills');
  return computed(() => board.value?.drills.find((drill) => isRunningAt(drill, now.value)) ?? null);
}
