import { join } from 'node:path';
import { z } from 'zod';
import { AUDIT_KEPT_DAYS } from '@wangge/shared/audit';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import type { LimitUnit, TimeLimit } from '@wangge/shared/calendar';
import { MAX_SPACING_MS } from '@wangge/shared/position';
import { csvKind, repeated, type ListRow } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind, ListProblem } from '../lists/list-kind.api.ts';

/** What is kept for a time, by the words of the list. */
const ITEMS = {
  轨迹全量: 'trackDetailMs', 轨迹抽稀间隔: 'trackSpacingMs', 轨迹保存: 'trackKeptMs', 案件归档: 'caseArchiveMs', 诉求人信息: 'reporterDataMs',
  审计日志: 'auditMs', 登录会话: 'sessionsMs',
} as const;

export type RetentionItem = (typeof ITEMS)[keyof typeof ITEMS];

/** 留存期限: how long each kind of thing is kept, ms. Cases and what belongs to them count from their end, sessions from their last use. */
export type RetentionPolicy = Readonly<Record<RetentionItem, number>>;

/** One line of the list. */
export interface RetentionRow {
  readonly item: RetentionItem;
  readonly limit: TimeLimit;
  readonly basis: string;
}

const UNIT_MS: Partial<Readonly<Record<LimitUnit, number>>> = { minute: MINUTE_MS, hour: HOUR_MS, day: DAY_MS };
const msOf = ({ value, unit }: TimeLimit): number => value * (UNIT_MS[unit] ?? 0);

/** The least that is allowed, and why. Positions may come a day late and mileage is counted from yesterday's; a report is a repeat within the days of appraisal. */
const LEAST: Partial<Readonly<Record<RetentionItem, { readonly ms: number; readonly reason: string }>>> = {
  auditMs: { ms: AUDIT_KEPT_DAYS * DAY_MS, reason: `审计日志不得少于 ${AUDIT_KEPT_DAYS} 日：《网络安全法》第二十一条第三项，网络日志留存不少于六个月` },
  trackDetailMs: { ms: 7 * DAY_MS, reason: '轨迹全量不得少于 7 日：里程和在岗还要用它' },
  reporterDataMs: { ms: 180 * DAY_MS, reason: '诉求人信息不得少于 180 日：回访、重新激活和重复诉求还要用它' },
};

const columns = { item: '项目', limit: '期限', basis: '依据' } as const satisfies Record<keyof RetentionRow, string>;
const wordOf = (item: RetentionItem): string => Object.entries(ITEMS).find(([, known]) => known === item)![0];

function odd({ line, value: { item, limit } }: ListRow<RetentionRow>): ListProblem[] {
  const say = (reason: string): ListProblem[] => [{ line, column: columns.limit, reason }];
  if (msOf(limit) === 0) return say('应为日、小时或分钟，不是工作日');
  const least = LEAST[item];
  if (least && msOf(limit) < least.ms) return say(least.reason);
  return item === 'trackSpacingMs' && msOf(limit) > MAX_SPACING_MS ? say('不得超过 5 分钟：再稀，里程就断了') : [];
}

/** Items that are missing, and a track that would go before it is thinned. */
function incomplete(rows: readonly ListRow<RetentionRow>[]): ListProblem[] {
  const lineOf = (item: RetentionItem): ListRow<RetentionRow> | undefined => rows.find(({ value }) => value.item === item);
  const missing = Object.entries(ITEMS).filter(([, item]) => !lineOf(item)).map(([word]) => ({ line: 1, column: columns.item, reason: `缺少“${word}”` }));
  const [detail, kept] = [lineOf('trackDetailMs'), lineOf('trackKeptMs')];
  const isShort = detail && kept && msOf(kept.value.limit) < msOf(detail.value.limit);
  return [...missing, ...(isShort ? [{ line: kept.line, column: columns.limit, reason: '轨迹保存不得短于轨迹全量' }] : [])];
}

/** 留存期限: a list of the county like any other, so that it is known by which edition something was deleted. */
export const retentionKind: ListKind<readonly RetentionRow[]> = csvKind<RetentionRow>({
  kind: 'retention', name: '留存期限', file: join(import.meta.dirname, 'defaults', 'retention.csv'), columns,
  row: z.strictObject({ item: cell.oneOf(ITEMS), limit: cell.limit, basis: cell.text }),
  check: (rows) => [...repeated(rows, columns.item, ({ item }) => wordOf(item)), ...rows.flatMap(odd), ...incomplete(rows)],
});

/** An edition of the list as lengths of time. */
export function policyOf(rows: readonly RetentionRow[]): RetentionPolicy {
  return Object.fromEntries(rows.map(({ item, limit }) => [item, msOf(limit)])) as RetentionPolicy;
}
