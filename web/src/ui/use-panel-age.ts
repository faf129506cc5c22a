import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useClock, useIsHeld, useIsPast } from './use-now.ts';
import { useWallWords } from '../i18n/use-wall-words.ts';

/** What a tile knows of its data; times in server time, epoch ms. */
export interface DataStanding {
  /** As of when the data is; null before any came. */
  readonly at: number | null;
  readonly isLost: boolean;
  /** How often the data is renewed while the link lives. */
  readonly refreshMs: number;
}

export interface PanelAge {
  readonly age: string;
  readonly isStale: boolean;
  /** What the tile shows was not kept as it was at the moment that is held, or of the replayed one was not read yet, or can't be. */
  readonly isAbsent: boolean;
}

/** The age a tile shows: 3 秒前 while the link lives, 截至 14:51:07 when it is lost, 14:05 时点 in replay. In a held picture it grows like any other age, and is no sign of trouble. Stale beyond twice the refresh period, and where nothing came before the link was lost. */
export function usePanelAge(standing: () => DataStanding): ComputedRef<PanelAge> {
  const { t } = useI18n();
  const now = useClock();
  const isPast = useIsPast();
  const isHeld = useIsHeld();
  const words = useWallWords();
  return computed(() => {
    const { at, isLost, refreshMs } = standing();
    if (isPast.value) return { age: at === null ? t('wall.time.notKept') : t('wall.time.moment', { at: words.hourMinute(at) }), isStale: false, isAbsent: at === null };
    if (at === null && isHeld.value) return { age: t('wall.time.unkept'), isStale: false, isAbsent: true };
    if (at === null) return { age: t('wall.link.connecting'), isStale: isLost, isAbsent: false };
    if (isLost) return { age: words.asOf(at), isStale: true, isAbsent: false };
    return { age: words.age(now.value - at), isStale: !isHeld.value && now.value - at > 2 * refreshMs, isAbsent: false };
  });
}
