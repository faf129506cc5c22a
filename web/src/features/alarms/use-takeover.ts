import { computed, type ComputedRef } from 'vue';
import { takeoverOf, type AlarmsBoard, type ShownAlarm } from '@wangge/shared/alarm';
import type { CaseId } from '@wangge/shared/base';
import type { Candidate } from '@wangge/shared/dispatch';
import { useClock } from '../../ui/use-now.ts';
import { useLiveBoard } from '../boards/boards.store.ts';
import { useRipe } from './use-ripe.ts';

/** What interrupts a wall now (接管); all null while nothing does. */
export interface Takeover {
  readonly board: ComputedRef<AlarmsBoard | null>;
  readonly alarm: ComputedRef<ShownAlarm | null>;
  readonly caseId: ComputedRef<CaseId | null>;
  readonly candidates: ComputedRef<readonly Candidate[]>;
  /** Where the camera is sent: the place, and the squads that could come to it. */
  readonly spot: ComputedRef<{ readonly key: string; readonly lngLat: readonly [number, number]; readonly around: readonly (readonly [number, number])[] } | null>;
}

/** Follows the alarms of this surface and says which of them takes over, none while it shows another time (`isElsewhere`); by the time alone it gives the wall back. `leadMs`: how long after it was raised an alarm takes over, so that all displays of a wall have heard of it. */
export function useTakeover(isElsewhere: () => boolean, leadMs: () => number): Takeover {
  const now = useClock();
  const board = useLiveBoard<AlarmsBoard>('alarms');
  const ripe = useRipe(computed(() => board.value?.alarms ?? []), leadMs);
  const alarm = computed(() => (isElsewhere() ? null : takeoverOf(ripe.value, now.value)));
  const candidates = computed(() => alarm.value?.recommendation?.candidates ?? []);
  const spot: Takeover['spot'] = computed(() => {
    const { lngLat, id } = alarm.value ?? { lngLat: null, id: '' };
    return lngLat && { key: `${id} ${candidates.value.map(({ teamId }) => teamId).join(' ')}`, lngLat, around: candidates.value.flatMap(({ route }) => route.slice(0, 1)) };
  });
  return { board, alarm, caseId: computed(() => alarm.value?.case?.id ?? null), candidates, spot };
}
