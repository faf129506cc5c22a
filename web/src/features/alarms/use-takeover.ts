import { computed, type ComputedRef } from 'vue';
import { takeoverOf, type AlarmsBoard, type ShownAlarm } from '@wangge/shared/alarm';
import type { CaseId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import { useClock } from '../../ui/use-now.ts';
import { useLiveBoard } from '../boards/boards.store.ts';

/** What interrupts a wall now (接管); all null while nothing does. */
export interface Takeover {
  readonly board: ComputedRef<AlarmsBoard | null>;
  readonly alarm: ComputedRef<ShownAlarm | null>;
  readonly caseId: ComputedRef<CaseId | null>;
  readonly candidates: ComputedRef<readonly Candidate[]>;
  /** Where the camera is sent: the place, and the squads that could come to it. */
  readonly spot: ComputedRef<{ readonly key: string; readonly lngLat: readonly [number, number]; readonly around: readonly (readonly [number, number])[] } | null>;
}

/** Follows the alarms of this surface and says which of them takes over, none while it shows another time (`isElsewhere`); by the time alone it gives the wall back. */
export function useTakeover(isElsewhere: () => boolean): Takeover {
  const now = useClock();
  const board = useLiveBoard<AlarmsBoard>('alarms');
  const alarm = computed(() => (board.value && !isElsewhere() ? takeoverOf(board.value.alarms, now.value) : null));
  const candidates = computed(() => alarm.value?.recommendation?.candidates ?? []);
  const spot: Takeover['spot'] = computed(() => {
    const { lngLat, id } = alarm.value ?? { lngLat: null, id: '' };
    return lngLat && { key: `${id} ${candidates.value.map(({ teamId }) => teamId).join(' ')}`, lngLat, around: candidates.value.flatMap(({ route }) => route.slice(0, 1)) };
  });
  return { board, alarm, caseId: computed(() => alarm.value?.case?.id ?? null), candidates, spot };
}
