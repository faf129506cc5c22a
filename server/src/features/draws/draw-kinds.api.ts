import { join } from 'node:path';
import { z } from 'zod';
import type { InspectionItem, InspectionObject, Inspector } from '@wangge/shared/draw';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');

/** A share in per cent with up to two decimals, and no more than all. */
const percent = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, '应为百分比，至多两位小数').transform(Number).refine((n) => n <= 100, '不能超过 100');
const areaCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, '应为 6、9 或 12 位区划编码');

const itemRow = z.strictObject({
  code: cell.text, name: cell.text, kind: cell.oneOf({ 一般: 'general', 重点: 'key' }), basis: cell.text,
  objectKinds: cell.several.refine((kinds) => kinds.length > 0, '不能为空'), shareA: percent, shareB: percent, shareC: percent, shareD: percent,
  inspectorsPerObject: cell.whole.refine((n) => n >= 2 && n <= 9, '应为 2–9：每户至少两名持证人员'), publishLimit: cell.limit, source: cell.note,
});
type ItemRow = z.infer<typeof itemRow>;

/** A row of 抽查事项清单 as the draw takes it. */
export function itemOf({ code, name, kind, basis, objectKinds, shareA, shareB, shareC, shareD, inspectorsPerObject, publishLimit }: ItemRow): InspectionItem {
  return { code, name, kind, basis, objectKinds, sharePercent: { A: shareA, B: shareB, C: shareC, D: shareD }, inspectorsPerObject, publishLimit };
}

/** 抽查事项清单: what is drawn for, and which share of each credit grade. */
export const inspectionItemsKind: ListKind<readonly ItemRow[]> = csvKind<ItemRow>({
  kind: 'inspection-items', name: '抽查事项清单', file: join(FOLDER, 'inspection-items.csv'), row: itemRow,
  columns: {
    code: '编码', name: '抽查事项', kind: '类别', basis: '依据', objectKinds: '对象类别', shareA: 'A级比例', shareB: 'B级比例', shareC: 'C级比例', shareD: 'D级比例',
    inspectorsPerObject: '每户人数', publishLimit: '公开时限', source: '来源',
  },
  check: (rows) => repeated(rows, '编码', ({ code }) => code),
});

const objectRow = z.strictObject({
  code: cell.text, name: cell.text, kind: cell.text, grade: z.enum(['A', 'B', 'C', 'D'], '应为 A、B、C、D 之一'),
  villageCode: z.string().regex(/^\d{12}$/, '应为 12 位村社编码'), unitsConcerned: cell.several,
});

/** 检查对象名录库. `unitsConcerned`: units that may not check the object. */
export const inspectionObjectsKind: ListKind<readonly InspectionObject[]> = csvKind<InspectionObject>({
  kind: 'inspection-objects', name: '检查对象名录库', file: join(FOLDER, 'inspection-objects.csv'), row: objectRow, mayBeEmpty: true,
  columns: { code: '编码', name: '名称', kind: '类别', grade: '信用等级', villageCode: '村社编码', unitsConcerned: '有关单位' },
  check: (rows, context) => {
    const items = context.contentOf(inspectionItemsKind.kind) as readonly ItemRow[] | undefined;
    const known = new Set(items?.flatMap(({ objectKinds }) => objectKinds));
    const unknown = rows.filter(({ value }) => items && !known.has(value.kind));
    return [...repeated(rows, '编码', ({ code }) => code), ...unknown.map(({ line, value }) => ({ line, column: '类别', reason: `抽查事项清单里没有“${value.kind}”这一类对象` }))];
  },
});

const inspectorRow = z.strictObject({ code: cell.text, name: cell.text, unit: cell.text, areaCode, certificateNo: cell.text, validTo: cell.day, interests: cell.several });

/** 执法检查人员名录库. `interests`: codes of objects the person has to keep away from. */
export const inspectorsKind: ListKind<readonly Inspector[]> = csvKind<Inspector>({
  kind: 'inspectors', name: '执法检查人员名录库', file: join(FOLDER, 'inspectors.csv'), row: inspectorRow, mayBeEmpty: true,
  columns: { code: '人员编码', name: '姓名', unit: '单位', areaCode: '辖区编码', certificateNo: '执法证号', validTo: '有效期至', interests: '回避对象' },
  check: (rows) => [...repeated(rows, '人员编码', ({ code }) => code), ...repeated(rows, '执法证号', ({ certificateNo }) => certificateNo)],
});

export const drawKinds: readonly ListKind[] = [inspectionItemsKind, inspectionObjectsKind, inspectorsKind];
