import { join } from 'node:path';
import { z } from 'zod';
import { INDICATOR_IDS } from '@wangge/shared/appraisal';
import type { BriefingPlan } from '@wangge/shared/briefing';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';
import { isLiveId } from './freeze/live-figures.ts';

const figureIds = cell.several.transform((ids, context) => {
  const unknown = ids.find((id) => !isLiveId(id) && !INDICATOR_IDS.some((one) => one === id));
  if (unknown !== undefined) context.addIssue({ code: 'custom', message: `没有“${unknown}”这项指标` });
  if (ids.length === 0) context.addIssue({ code: 'custom', message: '至少一项' });
  return ids;
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应如 08:30').transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

/** 定时简报: which reports are made by themselves, when, for which area, with which figures. */
export const briefingPlansKind: ListKind<readonly BriefingPlan[]> = csvKind<BriefingPlan>({
  kind: 'briefing-plans', name: '定时简报', file: join(import.meta.dirname, 'defaults/plans.csv'), mayBeEmpty: true,
  columns: { id: '编号', name: '名称', kind: '种类', which: '统计期', areaCode: '辖区', day: '几号或星期几', minute: '时刻', figureIds: '指标' },
  row: z.object({
    id: cell.text, name: cell.text, kind: cell.oneOf({ 日报: 'day', 周报: 'week', 月报: 'month' }), which: cell.oneOf({ 本期: 'running', 上期: 'last' }),
    areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})?$/, '应为 6、9 或 12 位区划编码，空为全部'), day: cell.positiveOrNull, minute: clock, figureIds,
  }),
  check: (rows) => [
    ...repeated(rows, '编号', ({ id }) => id),
    ...rows.flatMap(({ line, value: { kind, day } }) => {
      const most = kind === 'week' ? 7 : 28;
      const isWrong = kind === 'day' ? day !== null : day === null || day > most;
      return isWrong ? [{ line, column: '几号或星期几', reason: kind === 'day' ? '日报每天做，不填' : `应为 1 到 ${most}` }] : [];
    }),
  ],
});
