import type { DrawDetail, DrawRowView, InspectionItem } from '@wangge/shared/draw';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** The items that may be planned for, each with how many objects it concerns in the area of whoever asks. */
export interface DrawItems {
  readonly version: string;
  readonly isConfirmed: boolean;
  readonly items: readonly (InspectionItem & { readonly objects: number })[];
  readonly inspectors: number;
}

export function readDraws(): Promise<RestAnswer<{ readonly draws: readonly DrawRowView[] }>> {
  return callRest('GET', '/api/v1/draws');
}

export function readDrawItems(): Promise<RestAnswer<DrawItems>> {
  return callRest('GET', '/api/v1/draws/items');
}

/** 制定抽查计划. `lastDay` is YYYY-MM-DD. */
export function planDraw(plan: { readonly title: string; readonly itemCodes: readonly string[]; readonly drawAt: number; readonly lastDay: string }): Promise<RestAnswer<DrawDetail>> {
  return callRest('POST', '/api/v1/draws', { ...plan, commandId: crypto.randomUUID() });
}
