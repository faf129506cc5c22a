import { z } from 'zod';
import { OVERSIGHT_ACTIONS, OVERSIGHT_STATES, RUNGS } from '@wangge/shared/oversight';

const id = z.string().min(1).max(160);
const commandId = z.string().min(8).max(64);

export const orderParams = z.strictObject({ id });
export const caseParams = z.strictObject({ id: z.uuid() });

export const listQuerySchema = z.strictObject({
  open: z.enum(['true', 'false']).transform((text) => text === 'true').optional(), state: z.enum(OVERSIGHT_STATES).optional(), rung: z.enum(RUNGS).optional(),
  department: id.optional(), area: id.optional(), q: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});

/** 签发 by hand: on which case, which rung, and what is asked (批示). */
export const openSchema = z.strictObject({ caseId: z.uuid(), rung: z.enum(RUNGS), requirement: z.string().max(1_000), commandId });

export const commandSchema = z.strictObject({
  action: z.enum(OVERSIGHT_ACTIONS), expectedRevision: z.number().int().min(1), commandId,
  payload: z.strictObject({ text: z.string().max(2_000).optional(), photos: z.array(z.string().min(1).max(64)).max(9).optional() }).default({}),
});
