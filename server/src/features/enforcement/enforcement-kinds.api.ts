import { join } from 'node:path';
import { z } from 'zod';
import { LIMIT_UNITS } from '@wangge/shared/calendar';
import { PENALTY_STATES, type EnforcementPower, type PenaltyRules } from '@wangge/shared/enforcement';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { jsonKind } from '../lists/json-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');

const powerRow = z.strictObject({
  code: cell.text, name: cell.text, fromDepartment: cell.text, basis: cell.text, holders: cell.several.refine((names) => names.length > 0, '不能为空'),
  needsReview: cell.flag, allowsOnSpot: cell.flag, source: cell.note,
});
type PowerRow = z.infer<typeof powerRow>;

/** 行政处罚赋权清单: which powers to punish were handed to which squads and departments (1+X). */
export const enforcementPowersKind: ListKind<readonly PowerRow[]> = csvKind<PowerRow>({
  kind: 'enforcement-powers', name: '行政处罚赋权清单', file: join(FOLDER, 'enforcement-powers.csv'), row: powerRow,
  columns: { code: '编码', name: '赋权事项', fromDepartment: '原实施部门', basis: '依据', holders: '承接队伍', needsReview: '法制审核', allowsOnSpot: '可简易程序', source: '来源' },
  check: (rows) => repeated(rows, '编码', ({ code }) => code),
});

/** A row of the list as the penalty case takes it. */
export function powerOf({ code, name, fromDepartment, basis, holders, needsReview, allowsOnSpot }: PowerRow): EnforcementPower {
  return { code, name, fromDepartment, basis, holders, needsReview, allowsOnSpot };
}

const limit = z.strictObject({ value: z.number().positive(), unit: z.enum(LIMIT_UNITS) });
const yuan = z.number().int().min(0);

/** 执法办案规则: limits of the procedures. */
export const penaltyRulesKind: ListKind<PenaltyRules> = jsonKind<PenaltyRules>({
  kind: 'penalty-rules', name: '执法办案规则', file: join(FOLDER, 'penalty-rules.json'),
  schema: z.strictObject({
    onSpotMaxFineYuan: z.strictObject({ person: yuan, organisation: yuan }), officersRequired: z.int().min(1).max(9),
    decisionLimit: limit, statementLimit: limit, publishLimit: limit, stepLimits: z.partialRecord(z.enum(PENALTY_STATES), limit),
  }),
});

export const enforcementKinds: readonly ListKind[] = [enforcementPowersKind, penaltyRulesKind];
