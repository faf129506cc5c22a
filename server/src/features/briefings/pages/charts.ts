import { localParts } from '@wangge/shared/base';
import type { FrozenPlace, FrozenRanking, FrozenTrend } from '@wangge/shared/briefing';
import type { Box } from './parts.ts';
import type { Sheet } from './sheet.ts';

/** Steps a scale may have at most, as people count. */
function niceMax(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((step) => step * power).find((top) => top >= most) ?? most;
}

/** How far two names keep from each other, in columns. */
const APART = 3;

function highest(values: readonly number[], away: number | null): number {
  const far = values.map((value, i) => (away === null || Math.abs(i - away) >= APART ? value : -1));
  return far.indexOf(Math.max(...far));
}

/** Bars from zero and a line over them, each named where it is highest; other values on the bars where there is room. */
export function drawTrend(sheet: Sheet, { x, y, width, height }: Box, { points, bars, line, step }: FrozenTrend, k: number): void {
  if (points.length === 0) return void sheet.text(x, y + 14 * k, '这段时间还没有数', { size: 10.5 * k, tone: 'ink3' });
  const most = niceMax(Math.max(1, ...points.map(({ bar, line: value }) => Math.max(bar, value))));
  const base = y + height - 16 * k;
  const room = height - 32 * k;
  const column = width / points.length;
  const level = (value: number): number => base - (room * value) / most;
  const top = { bar: highest(points.map(({ bar }) => bar), null), line: -1 };
  top.line = highest(points.map(({ line: value }) => value), top.bar);
  points.forEach((point, i) => {
    const left = x + column * i;
    const centre = left + column / 2;
    if (point.bar > 0) sheet.box(left + column * 0.16, level(point.bar), column * 0.68, base - level(point.bar), step === 'hour' && point.at < startOfToday(points) ? 'bar3' : 'bar2');
    const isClear = Math.abs(level(point.line) - level(point.bar) + 5 * k) > 7 * k && i !== top.line;
    if (i === top.bar) sheet.text(centre, level(Math.max(point.bar, point.line)) - 4 * k, `${bars} ${point.bar}`, { size: 9.5 * k, weight: 500, tone: 'bar', align: 'centre' });
    else if (point.bar > 0 && isClear && column > 12 * k) sheet.text(centre, level(point.bar) - 3 * k, String(point.bar), { size: 7.5 * k, tone: 'ink3', align: 'centre' });
    if (i === top.line && point.line > 0) sheet.text(centre, level(Math.max(point.bar, point.line)) - 5 * k, `${line} ${point.line}`, { size: 9.5 * k, weight: 500, align: 'centre' });
    const parts = localParts(point.at);
    const label = step === 'hour' ? (parts.hour % 4 === 0 ? `${parts.hour} 时` : '') : points.length <= 10 || i % 4 === 0 ? `${parts.month}/${parts.day}` : '';
    sheet.text(centre, base + 12 * k, label, { size: 8.5 * k, tone: 'ink3', align: 'centre' });
  });
  sheet.path(points.map(({ line: value }, i): [number, number] => [x + column * (i + 0.5), level(value)]), 'ink', 1.5 * k);
  sheet.line(x, base, x + width, base, 'ink3', 0.8 * k);
}

/** What both series add up to. */
export function trendSums({ points, bars, line }: FrozenTrend): string {
  const sum = (of: 'bar' | 'line'): number => points.reduce((total, point) => total + point[of], 0);
  return `${bars} ${sum('bar')} 件，${line} ${sum('line')} 件`;
}

function startOfToday(points: FrozenTrend['points']): number {
  const last = points.at(-1)?.at ?? 0;
  return last - localParts(last).hour * 3_600_000;
}

const STEPS = [90, 80, 60, 40, 0];
/** A place is at most so high, and at least. */
export const ROW = 17;
const LEAST_ROW = 13.5;

/** The rows a ranking shows where not all fit: the first and the last, with a gap between. */
export function shownRows(rows: readonly FrozenPlace[], most: number): readonly (FrozenPlace | null)[] {
  if (rows.length <= most) return rows;
  const head = Math.ceil((most - 1) / 2);
  return [...rows.slice(0, head), null, ...rows.slice(rows.length - (most - 1 - head))];
}

/** Places under each other: rank, name, a dot joined to the rule of the target, rate, fraction. Below the target is ink, the rest the tone of bars: never red. */
export function drawRanking(sheet: Sheet, { x, y, width, height }: Box, { rows, target }: FrozenRanking, k: number): void {
  const room = height - 16 * k;
  const shown = shownRows(rows, Math.max(3, Math.floor(room / (LEAST_ROW * k))));
  const row = Math.min(ROW * k, room / shown.length);
  const floor = STEPS.find((step) => step <= Math.min(target, ...rows.map(({ value }) => value ?? 100))) ?? 0;
  const from = x + 112 * k;
  const to = x + width - 104 * k;
  const at = (value: number): number => from + ((to - from) * (Math.min(100, value) - floor)) / (100 - floor);
  sheet.text(from, y + 8 * k, String(floor), { size: 8.5 * k, tone: 'ink3' });
  sheet.text(to, y + 8 * k, '100', { size: 8.5 * k, tone: 'ink3', align: 'right' });
  sheet.text(at(target), y + 8 * k, `目标 ${target}`, { size: 8.5 * k, tone: 'ink2', align: 'centre' });
  sheet.line(at(target), y + 12 * k, at(target), y + 12 * k + row * shown.length, 'ink2', 0.8 * k);
  shown.forEach((place, i) => {
    const base = y + 12 * k + row * (i + 0.7);
    if (!place) return void sheet.text(x + 26 * k, base, `其间 ${rows.length - shown.length + 1} 个从略`, { size: 9 * k, tone: 'ink3' });
    const isBelow = place.value !== null && place.value < target;
    sheet.text(x + 18 * k, base, place.rank === null ? '—' : String(place.rank), { size: 10 * k, weight: 500, tone: 'ink2', align: 'right' });
    sheet.fit(x + 26 * k, base, place.name, 80 * k, { size: 10.5 * k });
    if (place.value !== null) {
      sheet.line(at(place.value), base - 3.6 * k, at(target), base - 3.6 * k, isBelow ? 'ink' : 'bar3', 1.2 * k);
      sheet.disc(at(place.value), base - 3.6 * k, 3.2 * k, isBelow ? 'ink' : 'bar');
    }
    sheet.text(x + width - 64 * k, base, place.isFew ? '样本少' : place.value === null ? place.text : `${place.text} %`, { size: 10 * k, weight: 500, align: 'right' });
    sheet.text(x + width, base, `${place.numerator} / ${place.denominator}`, { size: 9 * k, tone: 'ink3', align: 'right' });
  });
}
