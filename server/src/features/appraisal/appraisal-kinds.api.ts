import { join } from 'node:path';
import { z } from 'zod';
import { INDICATOR_IDS, POSTS, SUBJECT_KINDS, type AppraisalWeights, type Indicator, type Interval } from '@wangge/shared/appraisal';
import { PLATFORMS } from '@wangge/shared/district';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { jsonKind, type PathProblem } from '../lists/json-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');
const OBJECTS = { 区域: 'area', 部门: 'department', 队伍: 'team', 岗位: 'post' } as const;
const POST_NAMES = { 网格员: 'grid-worker', 受理员: 'intake', 值班长: 'duty-chief', 派遣员: 'dispatcher', 承办人: 'handler' } as const;

function severalOf<const T extends Readonly<Record<string, string>>>(words: T): z.ZodType<readonly T[keyof T][], string> {
  return z.string().transform((text, context): readonly T[keyof T][] => {
    const parts = text.split(/[;；]/).map((part) => part.trim()).filter((part) => part !== '');
    for (const part of parts) if (words[part] === undefined) context.addIssue({ code: 'custom', message: `“${part}”应为 ${Object.keys(words).join('、')} 之一` });
    return parts.map((part) => words[part] as T[keyof T]);
  });
}

interface IndicatorRow {
  readonly id: Indicator['id'];
  readonly name: string;
  readonly objects: Indicator['objects'];
  readonly posts: readonly string[];
  readonly better: Indicator['better'];
  readonly unit: string;
  readonly greenMin: number | null;
  readonly greenMax: number | null;
  readonly yellowMin: number | null;
  readonly yellowMax: number | null;
  readonly formula: string;
  readonly denominator: string;
  readonly note: string;
  readonly source: string;
  readonly bandSource: string;
}

const rows = csvKind<IndicatorRow>({
  kind: 'indicators', name: '考评指标', file: join(FOLDER, 'indicators.csv'),
  columns: {
    id: '编号', name: '名称', objects: '对象', posts: '岗位', better: '方向', unit: '单位', greenMin: '绿下限', greenMax: '绿上限', yellowMin: '黄下限', yellowMax: '黄上限',
    formula: '公式', denominator: '分母', note: '口径说明', source: '来源', bandSource: '阈值来源',
  },
  row: z.object({
    id: z.enum(INDICATOR_IDS, '没有这个指标的计算规则'), name: cell.text, objects: severalOf(OBJECTS), posts: severalOf(POST_NAMES),
    better: cell.oneOf({ 越高越好: 'higher', 越低越好: 'lower', 看情况: 'context' }), unit: cell.text,
    greenMin: cell.numberOrNull, greenMax: cell.numberOrNull, yellowMin: cell.numberOrNull, yellowMax: cell.numberOrNull,
    formula: cell.text, denominator: cell.note, note: cell.note, source: cell.text, bandSource: cell.note,
  }),
  check: (table) => [
    ...repeated(table, '编号', (row) => row.id),
    ...table.filter(({ value }) => isReversed(value.greenMin, value.greenMax) || isReversed(value.yellowMin, value.yellowMax))
      .map(({ line }) => ({ line, column: '绿下限', reason: '下限大于上限' })),
  ],
});

function isReversed(min: number | null, max: number | null): boolean {
  return min !== null && max !== null && min > max;
}

function indicatorOf({ greenMin, greenMax, yellowMin, yellowMax, ...row }: IndicatorRow): Indicator {
  const green: Interval = { min: greenMin, max: greenMax };
  const yellow: Interval = { min: yellowMin, max: yellowMax };
  const hasBands = [greenMin, greenMax, yellowMin, yellowMax].some((end) => end !== null);
  return { ...row, bands: hasBands ? { green, yellow } : null };
}

/** 考评指标: names, bands and 口径 of the indicators. How each is counted stands in code by its number. */
export const indicatorsKind: ListKind<readonly Indicator[]> = {
  ...rows,
  read(text, context) {
    const { content, problems } = rows.read(text, context);
    return { content: content.map(indicatorOf), problems };
  },
};

const weight = z.number().positive('应大于 0').max(1, '不大于 1');
const term = z.strictObject({
  indicator: z.enum(INDICATOR_IDS, '没有这个指标'), weight, as: z.enum(['value', 'inverse', 'steps']), per: z.enum(['month', 'grid-week']).optional(),
  steps: z.array(z.strictObject({ from: z.number().min(0), score: z.number().min(0).max(100) })).min(1).optional(),
});
const terms = z.array(term).min(1);
const weightsSchema = z.strictObject({
  settings: z.strictObject({
    publicSources: z.array(z.string().min(1)), hotlineSources: z.array(z.string().min(1)), missablePlatforms: z.array(z.enum(PLATFORMS)),
    satisfiedFrom: z.int().min(1).max(5), repeatDays: z.int().min(1).max(366), contactHours: z.int().min(1).max(720),
  }),
  letters: z.array(z.strictObject({ letter: z.string().min(1).max(2), from: z.number().min(0).max(100) })).min(1),
  composites: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), object: z.enum(SUBJECT_KINDS), post: z.enum(POSTS).optional(), terms })).min(1),
  dimensions: z.array(z.strictObject({ id: z.string().min(1), name: z.string().min(1), weight, terms })),
});

const ROUNDING = 1e-6;

function weightProblems(content: AppraisalWeights): PathProblem[] {
  const sumOf = (parts: readonly { readonly weight: number }[]): number => parts.reduce((sum, part) => sum + part.weight, 0);
  const wrong = (parts: readonly { readonly weight: number }[], path: string): PathProblem[] =>
    (Math.abs(sumOf(parts) - 1) > ROUNDING ? [{ path, reason: `权重合计 ${sumOf(parts).toFixed(2)}，应为 1` }] : []);
  const stepless = (list: AppraisalWeights['composites'][number]['terms'], path: string): PathProblem[] => list.flatMap((part, i) =>
    (part.as === 'steps' && part.steps === undefined ? [{ path: `${path}.${i}`, reason: '分档没有给出各档' }] : []));
  return [
    ...content.composites.flatMap((c, i) => [...wrong(c.terms, `composites.${i}.terms`), ...stepless(c.terms, `composites.${i}.terms`)]),
    ...content.dimensions.flatMap((d, i) => [...wrong(d.terms, `dimensions.${i}.terms`), ...stepless(d.terms, `dimensions.${i}.terms`)]),
    ...(content.dimensions.length > 0 ? wrong(content.dimensions, 'dimensions') : []),
  ];
}

/** 考评设置: weights, 分档, letters, the dimensions of 四维考评, and what counts as public, hotline and content. */
export const weightsKind: ListKind<AppraisalWeights> = jsonKind<AppraisalWeights>({
  kind: 'appraisal-weights', name: '考评设置', file: join(FOLDER, 'appraisal-weights.json'), schema: weightsSchema as z.ZodType<AppraisalWeights>, check: weightProblems,
});

/** 派驻名册: one body whose posts (锁编制) and people (锁人员) are locked to the townships. An empty post: everybody of the body. */
export interface RosterRow {
  readonly department: string;
  readonly post: string;
  readonly posts: number;
  readonly homeUnit: string;
  readonly postLockedSince: string;
  readonly personLockedSince: string;
  readonly personLockedUntil: string | null;
  readonly documentNo: string;
}

export const rosterKind: ListKind<readonly RosterRow[]> = csvKind<RosterRow>({
  kind: 'roster', name: '派驻名册', file: join(FOLDER, 'roster.csv'),
  columns: {
    department: '派驻机构', post: '岗位', posts: '编制数', homeUnit: '派出单位', postLockedSince: '编制锁定自', personLockedSince: '人员锁定自', personLockedUntil: '人员锁定至', documentNo: '文号',
  },
  row: z.object({
    department: cell.text, post: cell.note, posts: cell.positive, homeUnit: cell.text, postLockedSince: cell.day, personLockedSince: cell.day,
    personLockedUntil: cell.dayOrNull, documentNo: cell.note,
  }),
  check: (table) => [
    ...repeated(table, '派驻机构', (row) => `${row.department} ${row.post}`.trim()),
    ...table.filter(({ value: { personLockedSince, personLockedUntil } }) => personLockedUntil !== null && personLockedUntil < personLockedSince)
      .map(({ line }) => ({ line, column: '人员锁定至', reason: '早于人员锁定自' })),
  ],
});

/** All lists of appraisal. */
export const appraisalKinds: readonly ListKind[] = [indicatorsKind, weightsKind, rosterKind];
