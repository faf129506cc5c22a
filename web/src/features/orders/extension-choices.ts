import { DAY_MS, HOUR_MS } from '@wangge/shared/base';

export const EXTENSION_SPANS_MS = [4 * HOUR_MS, DAY_MS, 3 * DAY_MS] as const;

/** New due times one may ask for (延期), each later than what holds now: counted from the due time, or from now when that has passed. */
export function extensionChoices(dueAt: number | null, now: number): { readonly spanMs: number; readonly until: number }[] {
  const from = Math.max(dueAt ?? now, now);
  return EXTENSION_SPANS_MS.map((spanMs) => ({ spanMs, until: from + spanMs }));
}
