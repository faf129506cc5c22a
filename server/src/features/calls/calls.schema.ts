import { z } from 'zod';
import { asId, type DepartmentId } from '@wangge/shared/base';
import { CALL_ACTIONS, CALL_STATES, CALL_URGENCIES, GROUNDS, TIERS, type CallDraft, type CallPayload } from '@wangge/shared/call';

const id = z.string().min(1).max(64);
const text = z.string().max(2_000);
const instant = z.number().int().min(0).max(4_102_444_800_000);

const draftSchema = z.strictObject({
  ground: z.enum(GROUNDS), urgency: z.enum(CALL_URGENCIES), itemNo: id.nullable().default(null), study: text.min(1), toUnitId: id.nullable().default(null),
  attempts: z.array(z.strictObject({ unitId: id, at: instant, how: z.enum(['handled', 'mediated']), isSolved: z.boolean(), words: text.min(1) })).max(20).default([]),
});

const payloadSchema = z.strictObject({
  draft: draftSchema.optional(), departmentId: id.optional(), supportIds: z.array(id).max(20).optional(), handlerName: z.string().max(40).optional(),
  handlerPhone: z.string().max(40).optional(), plan: text.optional(), lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  accuracyM: z.number().min(0).max(10_000).optional(), mediation: z.enum(['agreed', 'failed', 'adjourned']).optional(), words: text.optional(), isSolved: z.boolean().optional(),
  itemNo: id.optional(), reason: text.optional(), satisfaction: z.number().int().min(1).max(5).optional(),
});

const commandId = z.string().min(8).max(64);

/** A new call as the door takes it; form only, the rules of calling are the domain's. */
export const newCallSchema = z.strictObject({ caseId: z.uuid(), commandId: commandId.optional(), draft: draftSchema });
export const callCommandSchema = z.strictObject({
  action: z.enum(CALL_ACTIONS), expectedRevision: z.number().int().min(1), commandId, payload: payloadSchema.default({}),
});

export const callQuerySchema = z.strictObject({
  state: z.enum(CALL_STATES).optional(), to: z.enum(TIERS).optional(), town: id.optional(), department: id.optional(), isRunning: z.stringbool().optional(),
  q: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});
export type CallQuery = z.infer<typeof callQuerySchema>;

/** Checked strings become identifiers here. */
export function toDraft(checked: z.infer<typeof draftSchema>): CallDraft {
  return {
    ...checked, toUnitId: checked.toUnitId === null ? null : asId<DepartmentId>(checked.toUnitId),
    attempts: checked.attempts.map((attempt) => ({ ...attempt, unitId: asId<DepartmentId>(attempt.unitId) })),
  };
}

export function toCallPayload(checked: z.infer<typeof payloadSchema>): CallPayload {
  const { draft, ...rest } = checked;
  return { ...rest, ...(draft ? { draft: toDraft(draft) } : {}) } as CallPayload;
}
