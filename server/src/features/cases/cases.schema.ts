import { z } from 'zod';
import { ANSWER_WAYS, CASE_ACTIONS, RETURN_GROUNDS, type CasePayload } from '@wangge/shared/case';
import { CASE_STATES, LEVELS, PLATFORMS } from '@wangge/shared/district';

const id = z.string().min(1).max(64);
const text = z.string().max(2_000);
const instant = z.number().int().min(0).max(4_102_444_800_000);
export const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Form of what is given with an action; presence is the life-cycle table's matter. The way to the case is the server's to add. */
const payloadSchema = z.strictObject({
  typeCode: id.optional(), level: z.enum(LEVELS).optional(), gridCode: id.optional(), departmentId: id.optional(),
  supportDepartmentIds: z.array(id).max(20).optional(), teamId: id.optional(), personId: id.optional(), parentCaseId: id.optional(),
  reason: text.optional(), note: text.optional(), basis: text.optional(), photos: z.array(id).max(9).optional(), until: instant.optional(),
  supervisionLevel: z.number().int().min(1).max(4).optional(), satisfaction: z.number().int().min(1).max(5).optional(),
  isResolved: z.boolean().optional(), lngLat: lngLatSchema.optional(), accuracyM: z.number().min(0).max(10_000).optional(),
  fixAt: instant.optional(), ground: z.enum(RETURN_GROUNDS).optional(), itemCode: id.optional(), formPhotos: z.array(id).max(9).optional(),
  doneAt: instant.optional(), seenRevision: z.number().int().min(1).optional(), isSupported: z.boolean().optional(), reportCaseId: id.optional(), answerHow: z.enum(ANSWER_WAYS).optional(),
});

export const commandSchema = z.strictObject({
  action: z.enum(CASE_ACTIONS), expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64), payload: payloadSchema.default({}),
});

/** The checked payload in the domain's words: identifiers are checked strings from here on. */
export function toPayload(checked: z.infer<typeof payloadSchema>): CasePayload {
  return checked as CasePayload;
}

export const listQuerySchema = z.strictObject({
  state: z.enum(CASE_STATES).optional(), platform: z.enum(PLATFORMS).optional(), village: id.optional(), lamp: z.enum(['green', 'yellow', 'red', 'paused']).optional(),
  q: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(500).default(100), offset: z.coerce.number().int().min(0).default(0),
});
