import { PLATFORMS, type Platform } from '@wangge/shared/district';
import type { FigureName } from '../../features/figures/figure-cases.ts';
import type { PanelName } from './wall-plan.ts';

/** One number that can be opened: the cases of a figure, of one platform or village if named; the squads on duty; or the calls to the county. */
export type SheetTab =
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly platform: Platform | null; readonly village: string | null }
  | { readonly kind: 'squads' }
  | { readonly kind: 'calls' };

const tab = (figure: FigureName, platform: Platform | null = null): SheetTab => ({ kind: 'figure', figure, platform, village: null });

/** The numbers that a tile opens, the one it shows largest first. The broadcasts open nothing: they already say all. */
export const OPENS: Readonly<Record<PanelName, readonly SheetTab[]>> = {
  today: [tab('reported-today'), tab('accepted-today'), tab('closed-today'), tab('open')],
  rate: [tab('month-due'), tab('month-closed'), tab('month-closed-on-time')],
  platform: [tab('reported-today'), ...PLATFORMS.map((platform) => tab('reported-today', platform))],
  trend: [tab('reported-today'), tab('closed-today')],
  lamps: [tab('red'), tab('yellow'), tab('green'), tab('paused'), tab('closed-on-time-today')],
  overdue: [tab('red')],
  force: [{ kind: 'squads' }],
  calls: [{ kind: 'calls' }],
  oversight: [], joint: [], appraisal: [], enforcement: [], draws: [], services: [], patrol: [], turn: [],
  'rank-shelf': [tab('month-due'), tab('month-closed-on-time')],
  'rank-list': [tab('month-due'), tab('month-closed-on-time')],
  ticker: [],
};

/** The numbers behind one village's place in the ranking. */
export function villageTabs(village: string): readonly SheetTab[] {
  return (['month-due', 'month-closed-on-time'] as const).map((figure) => ({ kind: 'figure', figure, platform: null, village }));
}
