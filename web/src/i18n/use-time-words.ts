import { useI18n } from 'vue-i18n';
import { localParts, startOfDay } from '@wangge/shared/base';
import type { TimeLimit } from '@wangge/shared/calendar';
import { durationParts } from './duration-parts.ts';

const two = (n: number): string => String(n).padStart(2, '0');

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

  function clockTime(at: number): string {
    const { hour, minute, second } = localParts(at);
    return `${two(hour)}:${two(minute)}:${two(second)}`;
  }

  function dayTime(at: number, now: number): string {
    const { month, day, hour, minute } = localParts(at);
    const time = `${two(hour)}:${two(minute)}`;
    return startOfDay(at) === startOfDay(now) ? time : `${two(month)}-${two(day)} ${time}`;
  }

  /** Minutes that make whole hours are said in hours. */
  function limit({ value, unit }: TimeLimit): string {
    const isHours = (unit === 'minute' || unit === 'work_minute') && value % 60 === 0;
    if (!isHours) return t(`desk.limit.${unit}`, { n: value });
    return t(unit === 'minute' ? 'desk.limit.hour' : 'desk.limit.work_hour', { n: value / 60 });
  }

  return { span, clockTime, dayTime, limit };
}
