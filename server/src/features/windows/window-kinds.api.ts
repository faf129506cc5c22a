import { join } from 'node:path';
import { z } from 'zod';
import type { TimeLimit } from '@wangge/shared/calendar';
import { NODES, type ApplyChannel, type NodeName, type ServiceMatter } from '@wangge/shared/matter';
import { csvKind, repeated, unknownDepartments } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');
const CHANNEL: Readonly<Record<string, ApplyChannel>> = { 窗口: 'window', 网上: 'online', 代办: 'proxy' };

const limitOrNone = z.union([z.literal('').transform(() => null), cell.limit]);
const channels = cell.several.transform((words, context) => words.flatMap((word): ApplyChannel[] => {
  const channel = CHANNEL[word];
  if (!channel) context.addIssue({ code: 'custom', message: `应为 ${Object.keys(CHANNEL).join('、')} 之一` });
  return channel ? [channel] : [];
})).refine((found) => found.length > 0, '至少一个渠道');

const row = z.strictObject({
  code: cell.text, name: cell.text, department: cell.text, window: cell.text, accept: limitOrNone, review: limitOrNone, approve: limitOrNone, issue: limitOrNone,
  deliver: limitOrNone, limit: cell.limit, channels, materials: cell.several, basis: cell.note, source: cell.note,
});
type MatterRow = z.infer<typeof row>;

/** 政务服务事项清单: matters with their nodes and limits. The default edition is 默认值. */
export const serviceMattersKind: ListKind<readonly MatterRow[]> = csvKind<MatterRow>({
  kind: 'service-matters', name: '政务服务事项清单', file: join(FOLDER, 'service-matters.csv'), row,
  columns: {
    code: '编码', name: '事项', department: '承办部门', window: '收件窗口', accept: '受理', review: '审查', approve: '审批', issue: '制证', deliver: '送达', limit: '承诺时限',
    channels: '办理渠道', materials: '材料', basis: '依据', source: '来源',
  },
  check: (rows, context) => [
    ...repeated(rows, '编码', ({ code }) => code), ...unknownDepartments(rows, '承办部门', ({ department }) => [department], context),
    ...unknownDepartments(rows, '收件窗口', ({ window }) => [window], context),
    ...rows.filter(({ value }) => value.accept === null || value.deliver === null).map(({ line, value }) => ({ line, column: value.accept === null ? '受理' : '送达', reason: '受理和送达必须有时限' })),
  ],
});

/** A row of the list as the application takes it. */
export function serviceMatterOf({ accept, review, approve, issue, deliver, ...matter }: MatterRow): ServiceMatter {
  const limits: Readonly<Record<NodeName, TimeLimit | null>> = { accept, review, approve, issue, deliver };
  return { ...matter, nodes: NODES.flatMap((node) => { const limit = limits[node]; return limit ? [{ node, limit }] : []; }) };
}

export const windowKinds: readonly ListKind[] = [serviceMattersKind];
