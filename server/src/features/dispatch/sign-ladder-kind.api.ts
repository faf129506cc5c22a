import { join } from 'node:path';
import { z } from 'zod';
import { signLadderProblems, type SignRungs } from '@wangge/shared/dispatch';
import type { Urgency } from '@wangge/shared/district';
import { csvKind } from '../lists/csv-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

/** One line of the list; `note` is for its readers. */
export interface SignRungsRow extends SignRungs {
  readonly note: string;
}

const URGENCY = { 特急: 'critical', 紧急: 'urgent', 普通: 'normal' } as const satisfies Record<string, Urgency>;
const columns = { urgency: '紧急程度', remindAfter: '催签', nextAfter: '转下一顺位', autoMoves: '自动转派次数', deskAfter: '报指挥台', note: '说明' } as const satisfies Record<keyof SignRungsRow, string>;

/**
 * 签收阶梯: after how long unsigned a team is reminded, the next one is in line, and the desk is told. By default nothing goes on
 * by itself (自动转派次数 0): who is sent is a person's word (CL22), and a team that merely has no net would lose what it is about to sign.
 */
export const signLadderKind: ListKind<readonly SignRungsRow[]> = csvKind<SignRungsRow>({
  kind: 'sign-ladder', name: '签收阶梯', file: join(import.meta.dirname, 'defaults', 'sign-ladder.csv'), columns,
  row: z.strictObject({
    urgency: cell.oneOf(URGENCY), remindAfter: cell.limit, nextAfter: cell.limit, autoMoves: cell.whole, deskAfter: cell.limit, note: cell.note,
  }),
  check: (rows) => (rows.length === 0 ? [] : signLadderProblems(rows.map(({ value }) => value)).map(({ index, field, reason }) => ({ line: rows[index]?.line ?? 1, column: columns[field], reason }))),
});
