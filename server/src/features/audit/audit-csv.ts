import type { AuditEntry } from '@wangge/shared/audit';
import { csvLines, type CsvCell } from '../../platform/to-csv.ts';

const HEAD: readonly CsvCell[] = ['序号', '时间', '人员', '人员编号', '角色', '单位', '来源地址', '事项', '对象', '结果', '代码', '详情', '指纹'];
const RESULTS = { ok: '成功', refused: '拒绝' } as const;

const timeOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');

export const csvHead = (): string => `\uFEFF${csvLines([HEAD])}`;

/** Entries as lines of a table. */
export function csvOf(entries: readonly AuditEntry[]): string {
  return csvLines(entries.map(({ seq, at, actorName, actorId, role, unitId, address, action, object, result, code, detail, hash }) => (
    [seq, timeOf(at), actorName, actorId, role, unitId ?? '', address, action, object, RESULTS[result], code ?? '', JSON.stringify(detail), hash])));
}
