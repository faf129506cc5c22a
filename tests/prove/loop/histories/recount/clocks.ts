import type { History } from './history.ts';

const OVER = new Set(['closed', 'evaluated', 'archived', 'voided', 'refused', 'merged', 'invalid', 'self-handled']);

/** When the limit of a case that is not over ran out; null while it has not, and while it is suspended. */
export function runOutAt({ events }: History, asOf: number): number | null {
  const clock = events.findLast((event) => event.clock)!.clock!;
  const { to } = events.at(-1)!;
  if (OVER.has(to) || to === 'suspended') return null;
  const isOut = clock.runningSince === null ? clock.usedMs > clock.totalMs : asOf > clock.dueAt;
  return isOut ? clock.dueAt : null;
}

/** 挂账: each stretch, ended by going on or by the day it was to end, whichever came first. */
export function pausesOf({ events }: History): { readonly from: number; readonly to: number }[] {
  return events.flatMap((event, i) => {
    if (event.type !== 'suspended') return [];
    const resumed = events.slice(i).find(({ type }) => type === 'resumed');
    return [{ from: event.at, to: Math.min(resumed?.at ?? Infinity, event.payload.until ?? Infinity) }];
  });
}
