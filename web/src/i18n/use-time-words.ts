import { useI18n } from 'vue-i18n';
import type { TimeLimit } from '@wangge/shared/calendar';
import { clockText, dayTimeText } from './clock-text.ts';
import { durationParts } from './duration-parts.ts';

/** Times as people read them: spans in two units, clock times of Shanghai, limits as they are set. */
export interface TimeWords {
  span(spanMs: number, withSeconds?: boolean): string;
  /** 15:43:05 */
  clockTime(at: number): string;
  /** 15:43 on the day of `now`, else 11-20 15:43. */
  dayTime(at: number, now: number): string;
  limit(limit: TimeLimit): string;
}

export function useTimeWords(): TimeWords {
  const { t } = useI18n();

  function span(spanMs: number, withSeconds = false): string {
    const parts = durationParts(spanMs, withSeconds);
    return parts.length > 0 ? parts.map(({ unit, n }) => t(`desk.duration.${unit}`, { n })).join(' ') : t('desk.duration.under');
  }

  /** Minutes that make whole hours are said in hours. */
  function limit({ value, unit }: TimeLimit): string {
    const isHours = (unit === 'minute' || unit === 'work_minute') && value % 60 === 0;
    if (!isHours) return t(`desk.limit.${unit}`, { n: value });
    return t(unit === 'minute' ? 'desk.limit.hour' : 'desk.limit.work_hour', { n: value / 60 });
  }

  return { span, clockTime: clockText, dayTime: dayTimeText, limit };
}
