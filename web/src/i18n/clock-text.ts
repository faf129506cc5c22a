import { localParts, startOfDay } from '@wangge/shared/base';

const two = (n: number): string => String(n).padStart(2, '0');

/** 15:43:05, in Shanghai. */
export function clockText(at: number): string {
  const { hour, minute, second } = localParts(at);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** 15:43 on the day of `now`, else 11-20 15:43. */
export function dayTimeText(at: number, now: number): string {
  const { month, day, hour, minute } = localParts(at);
  const time = `${two(hour)}:${two(minute)}`;
  return startOfDay(at) === startOfDay(now) ? time : `${two(month)}-${two(day)} ${time}`;
}

/** 15:43:05 on the day of `now`, else 11-20 15:43: as exact as a record needs to be. */
export function recordTimeText(at: number, now: number): string {
  return startOfDay(at) === startOfDay(now) ? clockText(at) : dayTimeText(at, now);
}
