import { PLATFORMS, type Platform } from '@wangge/shared/district';
import type { FigureName } from '@wangge/shared/figures';
import type { PanelName } from '@wangge/shared/stage';
import type { AreaInView } from '../../ui/area-in-view.ts';

/** One number of the day that can be opened: the cases of a figure, of one platform or area if named; or the squads on duty. */
export type SheetTab =
  | { readonly kind: 'figure'; readonly figure: FigureName; readonly platform: Platform | null; readonly area: string | null }
  | { readonly kind: 'squads' };

/** What a tile opens: numbers of the day, the numbers of a board of governance, or the appraisal; a mark on the map opens its case. */
export type Opened =
  | { readonly kind: 'case'; readonly id: string }
  | { readonly kind: 'tabs'; readonly tabs: readonly SheetTab[] }
  | { readonly kind: 'board'; readonly board: string }
  | { readonly kind: 'appraisal' };

const tab = (figure: FigureName, platform: Platform | null = null): SheetTab => ({ kind: 'figure', figure, platform, area: null });

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

/** Whether a tile shows the figures of an area of some level (MP16): rates are not shown by grid, and one village makes no ranking. */
function narrows(panel: PanelName, level: AreaInView['level']): boolean {
  if (panel === 'rank-shelf' || panel === 'rank-list') return level === 'town';
  return panel !== 'rate' || level !== 'grid';
}

/** What a tile opens while the wall is about an area: the same numbers of that area where it narrows to it. */
export function openIn(panel: keyof typeof OPENS, area: AreaInView | null): Opened {
  const opened = OPENS[panel];
  if (opened.kind !== 'tabs' || area === null || !narrows(panel, area.level)) return opened;
  return tabs(...opened.tabs.map((one) => (one.kind === 'figure' ? { ...one, area: area.code } : one)));
}

/** The numbers behind one village's place in the ranking. */
export function openVillage(village: string): Opened {
  return tabs(...(['month-due', 'month-closed-on-time'] as const).map((figure): SheetTab => ({ kind: 'figure', figure, platform: null, area: village })));
}
