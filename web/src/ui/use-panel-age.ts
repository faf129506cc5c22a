import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { useNow } from './use-now.ts';
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
}

/** The age a tile shows: 3 秒前 while the link lives, 截至 14:51:07 when it is lost. Stale beyond twice the refresh period, and where nothing came before the link was lost. */
export function usePanelAge(standing: () => DataStanding): ComputedRef<PanelAge> {
  const { t } = useI18n();
  const now = useNow();
  const words = useWallWords();
  return computed(() => {
    const { at, isLost, refreshMs } = standing();
    if (at === null) return { age: t('wall.link.connecting'), isStale: isLost };
    if (isLost) return { age: words.asOf(at), isStale: true };
    return { age: words.age(now.value - at), isStale: now.value - at > 2 * refreshMs };
  });
}
