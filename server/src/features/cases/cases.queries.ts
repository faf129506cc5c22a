import { lampAt, type Lamp } from '@wangge/shared/calendar';
import type { Case } from '@wangge/shared/case';
import { isOpenState, type CaseState, type Platform } from '@wangge/shared/district';

export interface CaseFilter {
  readonly state?: CaseState | undefined;
  readonly platform?: Platform | undefined;
  readonly village?: string | undefined;
  readonly lamp?: Lamp | undefined;
  readonly q?: string | undefined;
}

/** The cases that pass a filter, newest report first. A lamp is asked of open cases only. */
export function filterCases(all: Iterable<Case>, filter: CaseFilter, now: number): Case[] {
  const words = filter.q?.trim().toLowerCase();
  const passes = (item: Case): boolean =>
    (!filter.state || item.state === filter.state)
    && (!filter.platform || item.platform === filter.platform)
    && (!filter.village || item.villageCode.startsWith(filter.village))
    && (!filter.lamp || (isOpenState(item.state) && lampAt(item.clock, now) === filter.lamp))
    && (!words || [item.no, item.matter, item.address].some((text) => text.toLowerCase().includes(words)));
  return [...all].filter(passes).sort((a, b) => b.reportedAt - a.reportedAt);
}
