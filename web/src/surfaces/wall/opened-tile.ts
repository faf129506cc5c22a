import { PLATFORMS, type Platform } from '@wangge/shared/district';
import type { FigureName } from '@wangge/shared/figures';
import type { PanelName } from '@wangge/shared/stage';

/** One number of the day that can be opened: the cases of a figure, of one platform or village if named; or the squads on duty. */
export type SheetTab =
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly platform: Platform | null; readonly village: string | null }
  | { readonly kind: 'squads' };

/** What a tile opens: numbers of the day, the numbers of a board of governance, or the appraisal; a mark on the map opens its case. */
export type Opened =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'tabs'; readonly tabs: readonly SheetTab[] }
  | { readonly kind: 'board'; readonly board: string }
  | { readonly kind: 'appraisal' };

const tab = (figure: FigureName, platform: Platform | null = null): SheetTab => ({ kind: 'figure', figure, platform, village: null });

const tabs = (...all: readonly SheetTab[]): Opened => ({ kind: 'tabs', tabs: all });
const board = (name: string): Opened => ({ kind: 'board', board: name });

/** What a tile opens, the number it shows largest first. The broadcasts open nothing: they already say all; what takes turns says itself which tile it is. */
export const OPENS: Readonly<Record<Exclude<PanelName, 'ticker' | 'turn'>, Opened>> = {
  today: tabs(tab('reported-today'), tab('accepted-today'), tab('closed-today'), tab('open')),
  rate: tabs(tab('month-due'), tab('month-closed'), tab('month-closed-on-time')),
  platform: tabs(tab('reported-today'), ...PLATFORMS.map((platform) => tab('reported-today', platform))),
  trend: tabs(tab('reported-today'), tab('closed-today')),
  lamps: tabs(tab('red'), tab('yellow'), tab('green'), tab('paused'), tab('closed-on-time-today')),
  overdue: tabs(tab('red')),
  force: tabs({ kind: 'squads' }),
  oversight: board('oversight'), calls: board('calls'), joint: board('joint'), enforcement: board('enforcement'), draws: board('draws'), services: board('service'), patrol: board('patrol'),
  appraisal: { kind: 'appraisal' },
  'rank-shelf': tabs(tab('month-due'), tab('month-closed-on-time')),
  'rank-list': tabs(tab('month-due'), tab('month-closed-on-time')),
};

/** The numbers behind one village's place in the ranking. */
export function openVillage(village: string): Opened {
  return tabs(...(['month-due', 'month-closed-on-time'] as const).map((figure): SheetTab => ({ kind: 'figure', figure, platform: null, village })));
}
