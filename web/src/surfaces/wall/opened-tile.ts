import type { FigureName } from '../../features/figures/figure-cases.ts';
import type { PanelName } from './wall-plan.ts';

/** The numbers that a tile opens, the one it shows largest first. 力量 and 播报 open nothing: they already say all. */
export const OPENS: Readonly<Record<PanelName, readonly FigureName[]>> = {
  today: ['reported-today', 'accepted-today', 'closed-today', 'open'],
  rate: ['month-due', 'month-closed', 'month-closed-on-time'],
  platform: ['reported-today'],
  trend: ['reported-today', 'closed-today'],
  lamps: ['red', 'yellow', 'green', 'paused', 'closed-on-time-today'],
  overdue: ['red'],
  force: ['open'],
  call: ['open'],
  'rank-shelf': ['month-due', 'month-closed-on-time'],
  'rank-list': ['month-due', 'month-closed-on-time'],
  ticker: [],
};
