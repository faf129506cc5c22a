import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../ui/tokens.ts';

/** What a chart is drawn for: the light, the room in design units, and CSS px of one unit. */
export interface Easel {
  readonly palette: Palette;
  readonly widthU: number;
  readonly heightU: number;
  readonly uPx: number;
}

/** Makes a chart's option for an easel. */
export type ChartDraft = (easel: Easel) => EChartsCoreOption;
