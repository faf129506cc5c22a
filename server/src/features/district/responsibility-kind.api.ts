import { join } from 'node:path';
import { z } from 'zod';
import type { CaseType, ResponsibilityItem } from '@wangge/shared/district';
import { csvKind, unknownDepartments, type ListRow } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListContext, ListKind, ListProblem } from '../lists/list-kind.api.ts';

/** How a list names the township itself. */
const TOWNSHIP = ['镇人民政府', '乡人民政府', '街道办事处'];

type Rows = readonly ListRow<ResponsibilityItem>[];

const columns = {
  no: '编号', domain: '领域', name: '事项', leadDepartment: '主体责任', supportDepartments: '配合责任', townRole: '乡镇职责类别', townDepartment: '乡镇承办单位',
  leadDuty: '主体职责', townDuty: '乡镇职责', office: '责任科室', phone: '联系电话', limit: '办理时限', basis: '依据', typeCodes: '案件类型', ground: '适用地域',
  validFrom: '生效日期', validTo: '失效日期', nextNo: '转查事项',
} as const satisfies Record<keyof ResponsibilityItem, string>;

const row: z.ZodType<ResponsibilityItem> = z.object({
  no: cell.text, domain: cell.text, name: cell.text, leadDepartment: cell.text, supportDepartments: cell.several,
  townRole: cell.oneOf({ 主体: 'lead', 配合: 'support' }), townDepartment: cell.note, leadDuty: cell.text, townDuty: cell.text, office: cell.note, phone: cell.note,
  limit: cell.limit, basis: cell.text, typeCodes: cell.several, ground: cell.oneOf({ 全域: 'all', 农村: 'rural', 镇区: 'urban' }),
  validFrom: cell.day, validTo: cell.dayOrNull, nextNo: z.string().transform((value) => value || null),
});

/** A number that is given twice for the same days. */
function overlaps(rows: Rows): ListProblem[] {
  const isMeeting = (a: ResponsibilityItem, b: ResponsibilityItem): boolean => a.validFrom <= (b.validTo ?? '9999') && b.validFrom <= (a.validTo ?? '9999');
  return rows.flatMap(({ line, value }, i) => {
    const before = rows.slice(0, i).find((other) => other.value.no === value.no && isMeeting(other.value, value));
    return before ? [{ line, column: columns.validFrom, reason: `${value.no} 的有效期与第 ${before.line} 行重叠` }] : [];
  });
}

function odd({ line, value }: ListRow<ResponsibilityItem>): ListProblem[] {
  const isTownship = TOWNSHIP.includes(value.leadDepartment);
  return [
    ...(value.validTo !== null && value.validTo < value.validFrom ? [{ line, column: columns.validTo, reason: '失效日期早于生效日期' }] : []),
    ...((value.townRole === 'lead') === isTownship ? [] : [{ line, column: columns.townRole, reason: `主体责任是“${value.leadDepartment}”，乡镇职责类别应为${isTownship ? '主体' : '配合'}` }]),
  ];
}

/** Items that send to one that is not there, or round in a circle. */
function lostOrCircling(rows: Rows): ListProblem[] {
  const next = new Map(rows.map(({ value }) => [value.no, value.nextNo]));
  return rows.flatMap(({ line, value: { no, nextNo } }): ListProblem[] => {
    if (nextNo === null) return [];
    if (!next.has(nextNo)) return [{ line, column: columns.nextNo, reason: `没有事项“${nextNo}”` }];
    const path = [no];
    for (let at: string | null = nextNo; at !== null && path.length <= rows.length; at = next.get(at) ?? null) {
      path.push(at);
      if (at === no) return [{ line, column: columns.nextNo, reason: `循环转查：${path.join(' → ')}` }];
    }
    return [];
  });
}

function unknownTypes(rows: Rows, context: ListContext): ListProblem[] {
  const types = context.contentOf('case-types') as readonly CaseType[] | undefined;
  if (types === undefined) return [];
  const codes = new Set(types.map(({ code }) => code));
  return rows.flatMap(({ line, value }) => value.typeCodes.filter((code) => !codes.has(code)).map((code) => ({ line, column: columns.typeCodes, reason: `没有案件类型“${code}”` })));
}

/** 属地管理事项清单: which item a matter falls under, who leads and who supports. */
export const responsibilityKind: ListKind<readonly ResponsibilityItem[]> = csvKind<ResponsibilityItem>({
  kind: 'responsibility-items', name: '属地管理事项清单', file: join(import.meta.dirname, 'defaults', 'responsibility-items.csv'), columns, row,
  check: (rows, context) => [
    ...overlaps(rows), ...rows.flatMap(odd), ...lostOrCircling(rows), ...unknownTypes(rows, context),
    ...unknownDepartments(rows, columns.leadDepartment, ({ leadDepartment }) => (TOWNSHIP.includes(leadDepartment) ? [] : [leadDepartment]), context),
    ...unknownDepartments(rows, columns.supportDepartments, ({ supportDepartments }) => supportDepartments, context),
    ...unknownDepartments(rows, columns.townDepartment, ({ townDepartment }) => (townDepartment === '' ? [] : [townDepartment]), context),
  ],
});
