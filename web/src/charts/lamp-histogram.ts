import { FONT_FAMILY } from '../ui/tokens.ts';
import type { ChartDraft } from './chart-draft.ts';

export interface LampWords {
  readonly used: string;
  readonly edge80: string;
  readonly limit: string;
  readonly beyond: string;
}

const FIRST_YELLOW = 8;
const FIRST_RED = 10;
const BINS = 14;
const FONT_U = 16;

/** Bars by share of the limit used, rules at 80 % and at the limit; counts on the first and on all yellow and red bars. */
export function draftLampHistogram(bins: readonly number[], words: LampWords): ChartDraft {
  return ({ palette, widthU, uPx }) => {
    const text = { fontFamily: FONT_FAMILY, fontSize: FONT_U * uPx };
    const colourOf = (bin: number): string => (bin < FIRST_YELLOW ? palette.green : bin < FIRST_RED ? palette.yellow : palette.red);
    const rule = (at: number, colour: string, widthOfLineU: number) => ({ xAxis: at, lineStyle: { color: colour, width: widthOfLineU * uPx, type: 'solid' } });
    const labels: Readonly<Record<number, string>> = { [-0.5]: words.used, [FIRST_YELLOW - 0.5]: words.edge80, [FIRST_RED - 0.5]: words.limit, [BINS - 0.5]: words.beyond };
    return {
      grid: { left: 0, right: 0, top: 24 * uPx, bottom: 24 * uPx },
      xAxis: {
        type: 'value', min: -0.5, max: BINS - 0.5, axisTick: { show: false }, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: palette.line2, width: uPx } },
        axisLabel: {
          ...text, customValues: Object.keys(labels).map(Number), alignMinLabel: 'left', alignMaxLabel: 'right', hideOverlap: false, margin: 5 * uPx, color: palette.ink2,
          formatter: (at: number) => labels[at] ?? '',
        },
      },
      yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...bins) },
      series: [{
        type: 'bar', barWidth: (widthU / BINS) * 0.88 * uPx, silent: true,
        data: bins.map((n, bin) => ({
          value: [bin, n], itemStyle: { color: colourOf(bin) },
          label: { ...text, show: n > 0 && (bin === 0 || bin >= FIRST_YELLOW), position: 'top', distance: 3 * uPx, color: palette.ink2, formatter: String(n) },
        })),
        markLine: {
          symbol: 'none', silent: true, label: { show: false },
          data: [rule(FIRST_YELLOW - 0.5, palette.line2, 1.4), rule(FIRST_RED - 0.5, palette.ink, 2)],
        },
      }],
    };
  };
}
