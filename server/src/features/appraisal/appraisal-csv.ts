import type { AppraisalView, Figure, RankingView } from '@wangge/shared/appraisal';
import { toCsv } from '../../platform/to-csv.ts';

const BANDS = { green: '达标', yellow: '关注', red: '未达标' } as const;
const WHY = { few: '样本少', 'other-terms': '口径不同', 'no-score': '无得分' } as const;
function instant(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

function numbersOf({ numerator, denominator, value, median, p90, n }: Figure): (number | null)[] {
  return [value, numerator, denominator, n, median, p90];
}

/** The indicator table of one subject with its 口径. */
export function viewCsv({ subject, period, asOf, edition, composite, figures }: AppraisalView): string {
  return toCsv([
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
  return toCsv([
    ['排名', name, '统计期', period.key, '截至', instant(asOf), '版本', `${edition.weights}${edition.isConfirmed ? '' : '（默认值）'}`],
    ['口径', terms.map((term) => `${term.name}×${term.weight}`).join(' + ')],
    ['名次', '对象', '得分', '等级', '样本', '未排名原因'],
    ...rows.map((row) => [row.place, row.name, row.score.score, row.letter, row.score.n, row.why === null ? '' : WHY[row.why]]),
  ]);
}
