import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import { lampAt } from '@wangge/shared/calendar';
import { isOpenState, type Urgency } from '@wangge/shared/district';
import type { HeatKernel, HeatWindow } from '@wangge/shared/stage';
import type { CaseRow } from '@wangge/shared/wire';

/** A case as far as the ground is warmed or shaded by it: a row, or one that was closed too long ago to have a row. */
export type WarmCase = Pick<CaseRow, 'lngLat' | 'reportedAt' | 'urgency' | 'villageCode' | 'gridCode' | 'platform' | 'clock' | 'state'>;

export const WINDOW_MS: Readonly<Record<HeatWindow, number>> = { hour: HOUR_MS, day: DAY_MS, week: 7 * DAY_MS };

/** How much a case counts by its urgency, 普通 1, 紧急 1.5, 特急 2.5; one that is overdue half as much again. */
const URGENCY_WEIGHT: Readonly<Record<Urgency, number>> = { normal: 1, urgent: 1.5, critical: 2.5 };
const RED_WEIGHT = 1.5;

export function isReportedWithin({ reportedAt }: WarmCase, window: HeatWindow, now: number): boolean {
  return now - reportedAt < WINDOW_MS[window];
}

export function isRed({ state, clock }: WarmCase, now: number): boolean {
  return isOpenState(state) && clock !== null && lampAt(clock, now) === 'red';
}

/** What a case weighs in the heat (热力权重): all the same by density, by urgency and lamp otherwise. */
export function heatWeight(item: WarmCase, kernel: HeatKernel, now: number): number {
  return kernel === 'density' ? 1 : URGENCY_WEIGHT[item.urgency] * (isRed(item, now) ? RED_WEIGHT : 1);
}
