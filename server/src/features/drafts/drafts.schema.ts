import { z } from 'zod';
import { DRAFT_ACTIONS } from '@wangge/shared/draft';

/** What a draft may hold; everything may still be missing. The place is WGS-84, longitude first. */
const content = {
  typeCode: z.string().min(1).max(32).optional(),
  lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
  address: z.string().max(300).optional(),
  description: z.string().max(10_000).optional(),
  photos: z.array(z.string().min(1).max(64)).max(9).optional(),
  voiceNotes: z.array(z.string().min(1).max(64)).max(3).optional(),
  drillId: z.uuid().nullable().optional(),
};

/** `draftId` is the phone's own, so that the same draft sent twice is kept once. */
export const beginSchema = z.strictObject({ draftId: z.uuid(), ...content });
export const draftParams = z.strictObject({ id: z.uuid() });
export const commandSchema = z.strictObject({
  action: z.enum(DRAFT_ACTIONS), expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64), payload: z.strictObject(content).default({}),
});

/** What was given, without what was left out. */
export function given<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
