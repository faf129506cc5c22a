export { buildFigures } from './build-figures.ts';
export { DueHeap } from './due-heap.ts';
export { FigureBook } from './figure-book.ts';
export type {
  AgingStep, DepartmentFigure, Figures, ForceFigures, HourFigure, LampFigures, PlatformFigure, RateFigure, TodayFigures, TypeFigure, VillageFigure,
} from './figures.ts';
