import { join } from 'node:path';
import { z } from 'zod';
import type { GridAdmission } from '@wangge/shared/district';
import type { EvidenceKind, Frequency, GridDuty, GridPost } from '@wangge/shared/patrol';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { jsonKind } from '../lists/json-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');
const FREQUENCY = /^每(?:(周|月)|(\d{1,3})天)(\d{1,2})次$/;
const EVIDENCE: Readonly<Record<string, EvidenceKind>> = { 拍照: 'photos', 到点: 'place', 记录: 'record' };

/** 频次 as people write it: `每周2次`, `每月1次`, `每14天1次`; never more often than its days allow. */
const frequency = z.string().transform((text, context): Frequency => {
  const [, unit, days = '1', times = '0'] = FREQUENCY.exec(text) ?? [];
  const found: Frequency = { times: Number(times), per: unit === '周' ? 'week' : unit === '月' ? 'month' : 'days', days: Number(days) };
  const most = found.per === 'week' ? 7 : found.per === 'month' ? 28 : found.days;
  if (found.times < 1 || found.days < 1 || found.times > most) context.addIssue({ code: 'custom', message: `“${text}”不是频次，应如 每周2次、每月1次、每14天1次` });
  return found;
});

const evidence = cell.several.transform((words, context) => words.flatMap((word): EvidenceKind[] => {
  const kind = EVIDENCE[word];
  if (!kind) context.addIssue({ code: 'custom', message: `应为 ${Object.keys(EVIDENCE).join('、')} 之一` });
  return kind ? [kind] : [];
}));

const some = cell.several.refine((names) => names.length > 0, '不能为空');

/** 一长五员: posts in a grid and their duties. */
export const gridPostsKind: ListKind<readonly GridPost[]> = csvKind<GridPost>({
  kind: 'grid-posts', name: '一长五员职责', file: join(FOLDER, 'grid-posts.csv'),
  row: z.strictObject({ name: cell.text, count: cell.text, duties: some, source: cell.note }),
  columns: { name: '岗位', count: '配备', duties: '职责', source: '来源' },
  check: (rows) => repeated(rows, '岗位', ({ name }) => name),
});

/** 网格事务清单: what each grid does, how often, and what counts as done. The default has 30 items (默认值). */
export const gridDutiesKind: ListKind<readonly GridDuty[]> = csvKind<GridDuty>({
  kind: 'grid-duties', name: '网格事务清单', file: join(FOLDER, 'grid-duties.csv'),
  row: z.strictObject({
    code: cell.text, name: cell.text, purpose: cell.text, frequency, isWorkdaysOnly: cell.flag, evidence: evidence.refine((kinds) => kinds.length > 0, '不能为空'),
    posts: some, basis: cell.note, source: cell.note,
  }),
  columns: { code: '编码', name: '事项', purpose: '目的', frequency: '频次', isWorkdaysOnly: '仅工作日', evidence: '完成标准', posts: '承担岗位', basis: '依据', source: '来源' },
  check: (rows, { contentOf }) => {
    const posts = new Set((contentOf('grid-posts') as readonly GridPost[] | undefined)?.map(({ name }) => name));
    const unknown = rows.flatMap(({ line, value }) => value.posts.filter((name) => posts.size > 0 && !posts.has(name)).map((name) => ({ line, column: '承担岗位', reason: `没有岗位“${name}”` })));
    const admissions = contentOf('grid-admissions') as readonly GridAdmission[] | undefined;
    const unasked = admissions === undefined ? [] : rows.filter(({ value }) => !admissions.some(({ tasks, dutyCodes }) => tasks.includes('patrol') && dutyCodes.includes(value.code)))
      .map(({ line, value }) => ({ line, column: '编码', reason: `网格事务准入清单没有准入“${value.code} ${value.name}”，须由提出部门先申请准入` }));
    return [...repeated(rows, '编码', ({ code }) => code), ...unknown, ...unasked];
  },
});

/**
 * 巡查规则: over how many days coverage of duties is reckoned, and from how many days without a visit a grid is listed; over how many days a grid counts as
 * covered by a round (巡到), and what that takes: minutes in it, or metres in it on foot.
 */
export interface PatrolRules {
  readonly coverageDays: number;
  readonly unvisitedAfterDays: number;
  readonly coverDays: number;
  readonly coverMin: number;
  readonly coverFootM: number;
}

export const patrolRulesKind: ListKind<PatrolRules> = jsonKind<PatrolRules>({
  kind: 'patrol-rules', name: '巡查规则', file: join(FOLDER, 'patrol-rules.json'),
  schema: z.strictObject({
    coverageDays: z.number().int().min(1).max(366), unvisitedAfterDays: z.number().int().min(1).max(366),
    // Editions from before there were rounds do not say.
    coverDays: z.number().int().min(1).max(31).default(7), coverMin: z.number().int().min(1).max(120).default(5), coverFootM: z.number().int().min(50).max(10_000).default(300),
  }),
});

export const patrolKinds: readonly ListKind[] = [gridPostsKind, gridDutiesKind, patrolRulesKind];
