import type { AppraisalView, Figure, RankingView } from '@wangge/shared/appraisal';

const BANDS = { green: '达标', yellow: '关注', red: '未达标' } as const;
const WHY = { few: '样本少', 'other-terms': '口径不同', 'no-score': '无得分' } as const;
/** Excel opens a file as UTF-8 by this mark only. */
const BOM = '\uFEFF';

/** One cell; a text that a spreadsheet would take for a formula is made plain. */
function cell(value: string | number | null): string {
  const text = value === null ? '—' : typeof value === 'number' ? String(Math.round(value * 100) / 100) : /^[=+\-@]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function table(rows: readonly (readonly (string | number | null)[])[]): string {
  return BOM + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

function instant(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function numbersOf({ numerator, denominator, value, median, p90, n }: Figure): (number | null)[] {
  return [value, numerator, denominator, n, median, p90];
}

/** The indicator table of one subject with its 口径. */
export function viewCsv({ subject, period, asOf, edition, composite, figures }: AppraisalView): string {
  return table([
    ['评价对象', subject.name, '统计期', period.key, '截至', instant(asOf), '版本', `${edition.indicators} / ${edition.weights}${edition.isConfirmed ? '' : '（默认值）'}`],
    ['综合得分', composite?.score.score ?? null, '等级', composite?.letter ?? null],
    ['编号', '指标', '数值', '分子', '分母', '样本', '中位数', '九成位', '单位', '评价', '公式', '口径说明'],
    ...figures.map(({ indicator, figure, why }) => [
      indicator.id, indicator.name, ...(why === 'no-source' ? [null, null, null, null, null, null] : numbersOf(figure)), indicator.unit,
      figure.band === null ? '' : `${BANDS[figure.band]}${figure.isFew ? '（样本少）' : ''}`, indicator.formula, indicator.note,
    ]),
  ]);
}

/** A ranking with the terms that all ranked ones share. */
export function rankingCsv({ name, period, asOf, edition, terms, rows }: RankingView): string {
  return table([
    ['排名', name, '统计期', period.key, '截至', instant(asOf), '版本', `${edition.weights}${edition.isConfirmed ? '' : '（默认值）'}`],
    ['口径', terms.map((term) => `${term.name}×${term.weight}`).join(' + ')],
    ['名次', '对象', '得分', '等级', '样本', '未排名原因'],
    ...rows.map((row) => [row.place, row.name, row.score.score, row.letter, row.score.n, row.why === null ? '' : WHY[row.why]]),
  ]);
}
