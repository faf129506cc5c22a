export { rankAreas } from './area-rank.ts';
export type { AreaStanding } from './area-rank.ts';
export { buildFigures } from './build-figures.ts';
export { DueHeap } from './due-heap.ts';
export { FigureBook } from './figure-book.ts';
export { FIGURE_NAMES, FIGURE_WORDS } from './figure-words.ts';
export type { FigureName } from './figure-words.ts';
export type {
  AgingStep, DepartmentFigure, Figures, ForceFigures, HourFigure, LampFigures, PlatformFigure, RateFigure, TodayFigures, TypeFigure, VillageFigure,
} from './figures.ts';
export { FEW, onTimeRate, shownRate } from './rate.ts';
export type { RateShown } from './rate.ts';
