import { measureOf, periodBefore, type Figure, type IndicatorId, type Period } from '@wangge/shared/appraisal';
import type { FrozenFigure } from '@wangge/shared/briefing';
import { shownRate } from '@wangge/shared/figures';
import type { PeriodFigure, PeriodFigures } from '../../appraisal/period-figures.api.ts';

const BEFORE: Readonly<Record<Period['kind'], string>> = { day: '前一日', week: '上周', month: '上月', quarter: '上季', year: '上年' };
const NONE = '—';

/** A figure as its pages show it: one decimal for shares and means, none for counts, 「—」 without a value. */
function shown(id: IndicatorId, { value, numerator, denominator }: Figure): { readonly text: string; readonly value: number | null } {
  if (value === null) return { text: NONE, value: null };
  const measure = measureOf(id);
  const text = measure === 'share' ? shownRate(numerator, denominator).text : measure === 'mean' ? value.toFixed(1) : String(value);
  return { text, value: Number(text) };
}

/** 口径 of an indicator as it is printed. */
export function definitionOf({ formula, note }: Pick<PeriodFigure['indicator'], 'formula' | 'note'>): string {
  return [formula, note].filter((part) => part !== '').map((part) => `${part.replace(/。$/, '')}。`).join('');
}

/** One figure of the appraisal for a period, with the period before beside it; null for an indicator that the table does not have. */
export function freezePeriod(id: IndicatorId, figures: PeriodFigures, areaCode: string, period: Period, now: number): FrozenFigure | null {
  const found = figures.read(id, areaCode, period, now);
  if (!found) return null;
  const { indicator, figure, edition, isConfirmed } = found;
  const earlier = figures.read(id, areaCode, periodBefore(period), now);
  const isCount = measureOf(id) === 'count';
  return {
    id, name: indicator.name, unit: indicator.unit, ...shown(id, figure), isFew: figure.isFew,
    numerator: isCount || measureOf(id) === 'mean' ? null : figure.numerator, denominator: isCount ? null : figure.denominator,
    target: indicator.unit !== '%' ? null : indicator.better === 'higher' ? indicator.bands?.green.min ?? null : indicator.better === 'lower' ? indicator.bands?.green.max ?? null : null,
    before: earlier && earlier.figure.value !== null ? { name: BEFORE[period.kind], ...shown(id, earlier.figure) } : null,
    definition: definitionOf(indicator), source: `考评指标表 ${edition}${isConfirmed || edition.startsWith('默认值') ? '' : '（默认值）'}`, asOf: now,
  };
}
