import { DAY_MS } from '@wangge/shared/base';

/** 锁定 of a post or of people at an instant: not begun, held (with the days that are left; null without an end), or over. */
export type LockState = { readonly kind: 'coming' | 'over' } | { readonly kind: 'held'; readonly daysLeft: number | null };

const midnight = (day: string): number => Date.parse(`${day}T00:00:00+08:00`);

/** Where a lock stands; both days belong to it, YYYY-MM-DD in Shanghai. */
export function lockState(since: string, until: string | null, now: number): LockState {
  if (now < midnight(since)) return { kind: 'coming' };
  if (until === null) return { kind: 'held', daysLeft: null };
  const endAt = midnight(until) + DAY_MS;
  return now >= endAt ? { kind: 'over' } : { kind: 'held', daysLeft: Math.floor((endAt - 1 - now) / DAY_MS) };
}
