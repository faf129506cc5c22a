import { join } from 'node:path';
import { z } from 'zod';
import { ROLES } from '@wangge/shared/access';
import { LIMIT_UNITS } from '@wangge/shared/calendar';
import { POSTS, RUNGS, SCOPES, ladderProblems, type Ladder } from '@wangge/shared/oversight';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

/** 督办阶梯 as it is edited. */
export interface LadderSettings {
  readonly version: string;
  readonly effectiveFrom: string;
  readonly rungs: Ladder;
}

const limit = z.strictObject({ value: z.number().int().min(1).max(10_000), unit: z.enum(LIMIT_UNITS) });
const role = z.enum(ROLES);
const name = z.string().min(1).max(40);

const rung = z.strictObject({
  rung: z.enum(RUNGS),
  numberPrefix: name,
  trigger: z.strictObject({
    scope: z.enum(SCOPES), from: z.enum(['lamp-yellow', 'lamp-red', ...RUNGS]), after: limit.nullable(), afterCritical: limit.nullable(),
  }).nullable(),
  signer: role,
  openedBy: z.array(role),
  addressee: z.enum(POSTS),
  copyTo: z.array(name).max(10),
  replyLimit: limit.nullable(),
  isDraft: z.boolean(),
  requirement: z.string().min(1).max(500),
});

const settings: z.ZodType<LadderSettings> = z.strictObject({ version: name, effectiveFrom: z.iso.date(), rungs: z.array(rung) });

/** 督办阶梯: when each rung opens, who signs it, to whom, and until when it is answered. The default is shaped after common practice (默认值). */
export const ladderKind: ListKind<LadderSettings> = jsonKind({
  kind: 'oversight-ladder', name: '督办阶梯', file: join(import.meta.dirname, 'defaults/oversight-ladder.json'), schema: settings,
  check: ({ rungs }) => ladderProblems(rungs).map(({ index, field, reason }) => ({ path: `rungs.${index}.${field}`, reason })),
});
