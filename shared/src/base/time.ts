export const SECOND_MS = 1_000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Asia/Shanghai keeps UTC+8 the whole year; days, months and working hours are reckoned there. */
export const SHANGHAI_OFFSET_MS = 8 * HOUR_MS;

/** Start of the Shanghai day that holds `at`; epoch ms. */
export function startOfDay(at: number): number {
  return Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS) * DAY_MS - SHANGHAI_OFFSET_MS;
}

/** Start of the Shanghai month that holds `at`; epoch ms. */
export function startOfMonth(at: number): number {
  const local = new Date(at + SHANGHAI_OFFSET_MS);
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), 1) - SHANGHAI_OFFSET_MS;
}

/** Start of the hour that holds `at`; epoch ms. */
export function startOfHour(at: number): number {
  return Math.floor(at / HOUR_MS) * HOUR_MS;
}

/** The day last written, for what is asked of one instant after another. */
let written = { day: Number.NaN, key: '' };

/** Shanghai calendar date as `YYYY-MM-DD`. */
export function dateKey(at: number): string {
  const day = Math.floor((at + SHANGHAI_OFFSET_MS) / DAY_MS);
  if (day !== written.day) written = { day, key: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  return written.key;
}

/** Shanghai wall-clock fields of an instant. */
export function localParts(at: number): { year: number; month: number; day: number; hour: number; minute: number; second: number; isoWeekday: number } {
  const d = new Date(at + SHANGHAI_OFFSET_MS);
  return {
    year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate(),
    hour: d.getUTCHours(), minute: d.getUTCMinutes(), second: d.getUTCSeconds(),
    isoWeekday: d.getUTCDay() || 7,
  };
}
