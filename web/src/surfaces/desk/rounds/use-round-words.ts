import { useI18n } from 'vue-i18n';
import type { RoundRow } from '@wangge/shared/patrol';
import { dayTimeText } from '../../../i18n/clock-text.ts';
import { useWallWords } from '../../../i18n/use-wall-words.ts';

/** A round in words, for the list and for its page. */
export function useRoundWords() {
  const { t } = useI18n();
  const words = useWallWords();
  const km = (metres: number): string => (metres / 1_000).toFixed(1);
  return {
    km,
    /** 08:10–09:25 */
    span: ({ startedAt, endedAt }: RoundRow): string => t('patrol.rounds.at', { from: dayTimeText(startedAt, startedAt), to: endedAt === null ? t('patrol.rounds.running') : dayTimeText(endedAt, startedAt) }),
    way: ({ footM, driveM }: RoundRow): string => t('patrol.rounds.way', { foot: km(footM), drive: km(driveM) }),
    lasted: ({ startedAt, endedAt }: RoundRow, now: number): string => words.span(Math.max(0, (endedAt ?? now) - startedAt)),
  };
}
