export type {
  AgingStep, DepartmentFigure, Figures, ForceFigures, HourFigure, LampFigures, PlatformFigure, RateFigure, TodayFigures, TypeFigure, VillageFigure,
} from './figures.ts';
