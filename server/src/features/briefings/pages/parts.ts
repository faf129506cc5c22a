import type { BriefingContent, FrozenFigure } from '@wangge/shared/briefing';
import { clockText } from '../words.ts';
import type { Sheet } from './sheet.ts';

/** Where a part of a page is drawn. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The head of a section: rule, title, what it counts, and the moment at the right. */
export function drawSection(sheet: Sheet, { x, y, width }: Pick<Box, 'x' | 'y' | 'width'>, title: string, scope: string, asOf: number, k: number): void {
  sheet.line(x, y, x + width, y, 'line2', 0.7 * k);
  const end = sheet.text(x, y + 18 * k, title, { size: 12.5 * k, weight: 700 });
  sheet.fit(x + end + 8 * k, y + 18 * k, scope, width - end - 70 * k, { size: 9.5 * k, tone: 'ink3' });
  sheet.text(x + width, y + 18 * k, `截至 ${clockText(asOf)}`, { size: 9.5 * k, tone: 'ink3', align: 'right' });
}

/** `1139 / 1204 件`, or nothing for a count that stands alone. */
export function fractionOf({ numerator, denominator }: Pick<FrozenFigure, 'numerator' | 'denominator'>): string {
  return denominator === null ? '' : numerator === null ? `共 ${denominator} 件` : `${numerator} / ${denominator} 件`;
}

/** What a number is compared with, in words: never an arrow, never a colour. */
export function comparison({ before, value, unit }: FrozenFigure): string {
  if (!before) return '';
  const change = value === null || before.value === null ? null : Math.round((value - before.value) * 10) / 10;
  const words = change === null ? '' : change === 0 ? '，持平' : change > 0 ? `，多 ${change}` : `，少 ${-change}`;
  return `${before.name} ${before.text}${unit === '件' ? '' : ` ${unit}`}${words}`;
}

/** The first number of a page, large, with up to three counts beside it. */
export function drawHero(sheet: Sheet, { x, y, width }: Box, figures: readonly FrozenFigure[], k: number): void {
  const [hero, ...rest] = figures;
  if (!hero) return;
  sheet.text(x, y + 14 * k, hero.name, { size: 13 * k, weight: 500 });
  sheet.figure(x, y + 80 * k, hero.text, hero.unit, { size: 72 * k });
  sheet.fit(x, y + 100 * k, [fractionOf(hero), comparison(hero)].filter(Boolean).join('　'), width * 0.42, { size: 10.5 * k, tone: 'ink2' });
  const column = (width * 0.56) / Math.max(1, rest.length);
  rest.forEach((figure, i) => {
    const left = x + width * 0.44 + column * i;
    sheet.line(left, y + 22 * k, left, y + 84 * k, 'line2', 0.6 * k);
    sheet.fit(left + 12 * k, y + 34 * k, figure.name, column - 14 * k, { size: 11 * k, tone: 'ink2' });
    sheet.figure(left + 12 * k, y + 70 * k, figure.text, figure.unit, { size: 32 * k });
    sheet.fit(left + 12 * k, y + 86 * k, fractionOf(figure) || comparison(figure), column - 14 * k, { size: 9 * k, tone: 'ink3' });
  });
}

const STEPS = [90, 80, 60, 40, 0];

/** A rate: numeral, fraction, and a dot on an axis whose both ends are printed, with a tick at the target. */
export function drawRate(sheet: Sheet, { x, y, width }: Box, figure: FrozenFigure, k: number): void {
  const end = sheet.figure(x, y + 48 * k, figure.text, figure.value === null ? '' : figure.unit, { size: 36 * k });
  const words = [fractionOf(figure), figure.isFew ? '样本少' : ''].filter(Boolean).join('　');
  const isBeside = end + 10 * k + sheet.widthOf(words, 10.5 * k) <= x + width;
  const taken = isBeside ? 0 : sheet.text(x + width, y + 11 * k, words, { size: 10.5 * k, tone: 'ink2', align: 'right' });
  if (isBeside) sheet.text(end + 10 * k, y + 48 * k, words, { size: 10.5 * k, tone: 'ink2' });
  sheet.fit(x, y + 11 * k, figure.name, width - taken, { size: 11 * k, tone: 'ink2' });
  const floor = STEPS.find((step) => step <= Math.min(100, figure.value ?? 100, figure.target ?? 100)) ?? 0;
  const at = (value: number): number => x + (width * Math.max(0, Math.min(100, value) - floor)) / (100 - floor);
  const axis = y + 64 * k;
  sheet.line(x, axis, x + width, axis, 'bar2', 0.8 * k);
  sheet.text(x, axis + 15 * k, String(floor), { size: 9 * k, tone: 'ink3' });
  sheet.text(x + width, axis + 15 * k, '100', { size: 9 * k, tone: 'ink3', align: 'right' });
  if (figure.target !== null) {
    sheet.line(at(figure.target), axis - 5 * k, at(figure.target), axis + 5 * k, 'ink', 1.2 * k);
    const centre = Math.min(x + width - 40 * k, Math.max(x + 40 * k, at(figure.target)));
    sheet.text(centre, axis + 15 * k, `目标 ${figure.target}`, { size: 9 * k, tone: 'ink3', align: 'centre' });
  }
  if (figure.value !== null) sheet.disc(at(figure.value), axis, 4 * k, 'ink');
}

/** The figures of a first page: the first one large, three counts, two rates. */
export function leading(content: BriefingContent): { readonly hero: readonly FrozenFigure[]; readonly rates: readonly FrozenFigure[] } {
  const counts = content.figures.filter(({ unit }) => unit !== '%');
  const rates = content.figures.filter(({ unit }) => unit === '%');
  return { hero: (counts.length > 0 ? counts : rates).slice(0, 4), rates: counts.length > 0 ? rates.slice(0, 2) : rates.slice(4, 6) };
}
