import { useI18n } from 'vue-i18n';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, localParts } from '@wangge/shared/base';
import { ageStep } from './age-step.ts';
import { durationParts } from './duration-parts.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** Times in the words of the wall. */
export interface WallWords {
  /** 3天6时 */
  span(spanMs: number): string;
  /** 超 3天6时; below a day whole hours, for lateness is told roughly and time left exactly. */
  over(spanMs: number): string;
  left(spanMs: number): string;
  /** 3 秒前 */
  age(ageMs: number): string;
  /** 截至 14:51:07 */
  asOf(at: number): string;
  clock(at: number): string;
  /** 15:26 */
  hourMinute(at: number): string;
  date(at: number): string;
  month(at: number): number;
  /** Whole minutes until `at`, at least 0, rounded up as an arrival is promised. */
  minutesTo(at: number, now: number): number;
}

export function useWallWords(): WallWords {
  const { t } = useI18n();

  function span(spanMs: number): string {
    const parts = durationParts(spanMs);
    return parts.length > 0 ? parts.map(({ unit, n }) => t(`wall.duration.${unit}`, { n })).join('').trim() : t('wall.duration.under');
  }

  function age(ageMs: number): string {
    const shownMs = ageStep(ageMs);
    if (shownMs < MINUTE_MS) return t('wall.time.seconds', { n: shownMs / SECOND_MS });
    return shownMs < HOUR_MS ? t('wall.time.minutes', { n: shownMs / MINUTE_MS }) : t('wall.time.hours', { n: shownMs / HOUR_MS });
  }

  function hourMinute(at: number): string {
    const { hour, minute } = localParts(at);
    return `${two(hour)}:${two(minute)}`;
  }

  const clock = (at: number): string => `${hourMinute(at)}:${two(localParts(at).second)}`;

  function date(at: number): string {
    const { month, day, isoWeekday } = localParts(at);
    return t('wall.time.date', { month, day, weekday: t(`wall.time.weekday.${isoWeekday}`) });
  }

  return {
    span, age, clock, hourMinute, date,
    over: (spanMs) => t('wall.time.over', { span: span(spanMs < HOUR_MS || spanMs >= DAY_MS ? spanMs : spanMs - (spanMs % HOUR_MS)) }),
    left: (spanMs) => t('wall.time.left', { span: span(spanMs) }),
    asOf: (at) => t('wall.time.asOf', { at: clock(at) }),
    month: (at) => localParts(at).month,
    minutesTo: (at, now) => Math.max(0, Math.ceil((at - now) / MINUTE_MS)),
  };
}
