import { join } from 'node:path';
import { z } from 'zod';
import { LIMIT_UNITS } from '@wangge/shared/calendar';
import type { CallSettings } from '@wangge/shared/call';
import { jsonKind } from '../lists/json-kind.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const limit = z.strictObject({ value: z.number().positive(), unit: z.enum(LIMIT_UNITS) });
const limits = z.strictObject({ respond: limit, arrive: limit.nullable(), plan: limit.nullable(), finish: limit.nullable() });
const percent = z.number().min(0).max(100);

const schema = z.strictObject({
  urgencies: z.strictObject({ emergency: limits, major: limits, routine: limits }),
  whistleRate: z.strictObject({ lowPercent: percent, highPercent: percent }),
  disputeGroups: z.array(z.string().min(1)),
}) satisfies z.ZodType<CallSettings>;

/** 呼叫响应时限: limits of a call by its urgency, the band of the whistle rate, and which case types are disputes. */
export const callSettingsKind: ListKind<CallSettings> = jsonKind({
  kind: 'call-limits', name: '乡呼县应时限与吹哨率', file: join(import.meta.dirname, 'defaults', 'call-settings.json'), schema,
  check: ({ whistleRate: { lowPercent, highPercent } }) => (lowPercent < highPercent ? [] : [{ path: 'whistleRate.highPercent', reason: '上限应高于下限' }]),
});
