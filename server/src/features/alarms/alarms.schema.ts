import { z } from 'zod';
import { ALARM_ACTIONS } from '@wangge/shared/alarm';

export const alarmParams = z.strictObject({ id: z.string().min(1).max(160) });

export const listQuerySchema = z.strictObject({
  open: z.enum(['true', 'false']).transform((text) => text === 'true').optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});

export const commandSchema = z.strictObject({
  action: z.enum(ALARM_ACTIONS), expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64),
  payload: z.strictObject({ text: z.string().max(500).optional(), until: z.number().int().optional() }).default({}),
});
