import { localParts, startOfDay } from '@wangge/shared/base';
import type { HourFigure } from '@wangge/shared/figures';
import { FONT_FAMILY } from '../ui/tokens.ts';
import type { ChartDraft } from './chart-draft.ts';
import { namePlaces } from './trend-names.ts';

export interface TrendWords {
  hour(n: number): string;
  yesterday(n: number): string;
  readonly now: string;
  readonly reported: string;
  closed(n: number): string;
  readonly mean: string;
}

const FONT_U = 16;
const HALO_U = 4;
/** Bars at least this wide carry their value, units. */
const VALUE_ON_BAR_U = 40;
const BAR_SHARE = 0.86;
const MOST_BAR_U = 46;

/** Hours written below the axis, by place in the series. */
export function hourLabels(hours: readonly HourFigure[], words: TrendWords): ReadonlyMap<number, string> {
  const last = hours.length - 1;
  const labels = new Map<number, string>();
  hours.forEach(({ hourAt }, index) => {
    const { hour } = localParts(hourAt);
    const isFar = index > 4 && index < last - 2;
    if (index === 0) labels.set(index, words.yesterday(hour));
    else if (index === last) labels.set(index, words.now);
    else if (isFar && hour === 0) labels.set(index, words.hour(0));
    else if (isFar && hour % 6 === 0) labels.set(index, String(hour));
  });
  return labels;
}

/** Bars: reported (yesterday darker); solid line: closed; dashed: mean of the week before; a rule at midnight. Names stand at the marks. */
export function draftTrend(hours: readonly HourFigure[], words: TrendWords): ChartDraft {
  return ({ palette, widthU, uPx }) => {
    const last = hours.length - 1;
    const today = startOfDay(hours[last]?.hourAt ?? 0);
    const midnight = hours.findIndex(({ hourAt }) => hourAt === today);
    const slotU = widthU / Math.max(1, hours.length);
    const text = { fontFamily: FONT_FAMILY, fontSize: FONT_U * uPx };
    const labels = hourLabels(hours, words);
    const places = namePlaces(hours, slotU);
    const newest = hours[last]?.closed ?? 0;
    /** What is written stays legible where a line or another bar runs behind it; `usInk` is what sheets look like in either light. */
    const halo = (ground: string) => ({ textBorderColor: ground, textBorderWidth: HALO_U * uPx });
    const name = (at: { index: number; value: number }, word: string, colour: string, position: string) => ({
      coord: [at.index, at.value], symbol: 'circle', symbolSize: 0.1, label: { ...text, ...halo(palette.usInk), show: true, position, distance: 5 * uPx, color: colour, formatter: word },
    });
    const barColour = ({ hourAt }: HourFigure): string => (hourAt < today ? palette.bar3 : palette.bar2);
    const values = slotU < VALUE_ON_BAR_U ? [] : hours.flatMap((hour, index) => (hour.reported === 0 ? [] : [{
      coord: [index, 0], symbol: 'circle', symbolSize: 0.1, label: { ...text, ...halo(barColour(hour)), show: true, position: 'top', distance: 4 * uPx, color: palette.us, formatter: String(hour.reported) },
    }]));
    const line = (series: (hour: HourFigure) => number, colour: string, widthOfLineU: number, type: string, points: object[]) => ({
      type: 'line', silent: true, symbol: 'none', data: hours.map((hour, index) => [index, series(hour)]), lineStyle: { color: colour, width: widthOfLineU * uPx, type },
      markPoint: { silent: true, data: points },
    });
    return {
      grid: { left: 0, right: 0, top: 30 * uPx, bottom: 25 * uPx },
      xAxis: {
        type: 'value', min: -0.5, max: last + 0.5, axisTick: { show: false }, splitLine: { show: false }, axisLine: { lineStyle: { color: palette.line2, width: uPx } },
        axisLabel: { ...text, customValues: [...labels.keys()], hideOverlap: false, alignMinLabel: 'left', alignMaxLabel: 'right', margin: 6 * uPx, color: palette.ink2, formatter: (at: number) => labels.get(at) ?? '' },
      },
      yAxis: { type: 'value', show: false, min: 0, max: Math.max(1, ...hours.map(({ reported, closed, meanReported }) => Math.max(reported, closed, meanReported))) },
      series: [
        {
          type: 'bar', silent: true, barWidth: Math.min(slotU * BAR_SHARE, MOST_BAR_U) * uPx,
          data: hours.map((hour, index) => ({ value: [index, hour.reported], itemStyle: { color: barColour(hour) } })),
          markLine: {
            symbol: 'none', silent: true, label: { show: false }, data: midnight > 0 ? [{ xAxis: midnight - 0.5, lineStyle: { color: palette.line2, width: 1.4 * uPx, type: 'solid' } }] : [],
          },
          markPoint: { silent: true, data: [...values, ...(places.reported ? [name(places.reported, words.reported, palette.ink2, 'top')] : [])] },
        },
        line(({ meanReported }) => meanReported, palette.ink3, 1.5, 'dashed', places.mean ? [name(places.mean, words.mean, palette.ink2, 'top')] : []),
        line(({ closed }) => closed, palette.us, 2.4, 'solid', places.closed ? [
          { coord: [last, newest], symbol: 'circle', symbolSize: 8 * uPx, itemStyle: { color: palette.us }, label: { show: false } },
          {
            coord: [places.closed.index, places.closed.value], symbol: 'circle', symbolSize: 0.1,
            label: { ...text, ...halo(palette.usInk), show: true, fontWeight: 500, color: palette.ink, formatter: words.closed(newest), position: 'top', distance: 6 * uPx, align: 'right', offset: [slotU * 0.5 * uPx, 0] },
          },
        ] : []),
      ],
    };
  };
}
