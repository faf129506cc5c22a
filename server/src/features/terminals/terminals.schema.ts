import { z } from 'zod';
import { TERMINAL_TEXT } from '@wangge/shared/wire';

export const unitParams = z.strictObject({ unitId: z.string().min(1).max(64) });

const commandId = z.string().min(8).max(64);
const seconds = z.number().int().min(5).max(86_400).optional();

export const textSchema = z.strictObject({
  commandId, text: z.string().regex(TERMINAL_TEXT, '1–200 个字，不含终端不能显示的符号'), isUrgent: z.boolean().default(false), isSpoken: z.boolean().default(true),
});

export const askSchema = z.strictObject({ commandId });

/** What can't cut a terminal off: no addresses, no ports. */
export const parametersSchema = z.strictObject({
  commandId,
  values: z.strictObject({ heartbeatS: z.number().int().min(5).max(60).optional(), reportS: seconds, sleepReportS: seconds, sosReportS: seconds, topSpeedKmh: z.number().int().min(10).max(200).optional(), overspeedS: seconds })
    .refine((values) => Object.keys(values).length > 0, '至少写一项参数'),
});
