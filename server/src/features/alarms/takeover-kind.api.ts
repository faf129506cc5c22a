import { join } from 'node:path';
import { z } from 'zod';
import { HAPPENINGS, LADDER_ROLES, SOUNDS, takeoverProblems, type TakeoverSettings } from '@wangge/shared/alarm';
import type { CaseType } from '@wangge/shared/district';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

/** 接管规则 as it is edited. */
export interface TakeoverList extends TakeoverSettings {
  readonly version: string;
  readonly effectiveFrom: string;
}

const name = z.string().min(1).max(40);
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应为 HH:MM');

const rule = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '只用小写字母、数字和连字符'), name, on: z.enum(HAPPENINGS), typeCodes: z.array(name), areas: z.array(z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, '应为 6、9 或 12 位区划代码')),
  alsoOwned: z.boolean(), sound: z.enum(SOUNDS), isHeardInQuietHours: z.boolean(), sentence: z.string().min(1).max(200),
  ladder: z.array(z.strictObject({ name, roles: z.array(z.enum(LADDER_ROLES)), afterMin: z.number().min(0).max(1_440) })).max(8),
  dwellS: z.number().int().min(3).max(600),
});

const settings: z.ZodType<TakeoverList> = z.strictObject({
  version: name, effectiveFrom: z.iso.date(), rules: z.array(rule).max(50), quiet: z.strictObject({ from: timeOfDay, to: timeOfDay }),
  flood: z.strictObject({ members: z.number().int().min(2).max(1_000), windowMin: z.number().min(1).max(120) }), longestShelfMin: z.number().min(1).max(10_080),
});

/** 接管规则: what interrupts the walls of which area, how it sounds, and who must acknowledge it by when. The default is our own filling (默认值). */
export const takeoverKind: ListKind<TakeoverList> = jsonKind({
  kind: 'takeover-rules', name: '接管规则', file: join(import.meta.dirname, 'defaults/takeover-rules.json'), schema: settings,
  check(content, { contentOf }) {
    const types = contentOf('case-types') as readonly CaseType[] | undefined;
    const codes = new Set(types?.map(({ code }) => code));
    return takeoverProblems(content, (code) => types === undefined || codes.has(code));
  },
});
