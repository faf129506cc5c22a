import { z } from 'zod';
import { plainText } from '@wangge/shared/citizen';
import { NOTICE_ACTIONS, NOTICE_KINDS } from '@wangge/shared/notice';

/** Lengths count after what nobody can see was taken out. */
const text = (longest: number) => z.string().max(4 * longest).transform(plainText).pipe(z.string().max(longest));
const word = (longest: number) => text(longest).transform((said) => said.replaceAll('\n', ' ')).pipe(z.string().min(1));
const fen = z.number().int().min(0).max(1e13);
const moment = z.number().int().positive().nullable().default(null);
const commandId = z.string().min(8).max(64);

const content = z.strictObject({
  kind: z.enum(NOTICE_KINDS), areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/), title: word(60), text: text(6_000).pipe(z.string().min(4)),
  openingFen: z.number().int().min(-1e13).max(1e13).default(0), lines: z.array(z.strictObject({ item: word(60), inFen: fen, outFen: fen })).max(60).default([]),
  photos: z.array(z.uuid()).max(9).default([]), from: moment, until: moment,
});

export const draftBody = z.strictObject({ content, arePhonesMeant: z.boolean().default(false), commandId });
export const idParams = z.strictObject({ id: z.uuid() });
export const photoParams = z.strictObject({ id: z.uuid(), index: z.coerce.number().int().min(0).max(8) });
export const villageQuery = z.strictObject({ village: z.string().regex(/^(\d{12})?$/).default('') });
export const commandBody = z.strictObject({
  action: z.enum(NOTICE_ACTIONS), expectedRevision: z.number().int().min(1), commandId,
  payload: z.strictObject({ content: content.optional(), arePhonesMeant: z.boolean().optional(), reason: text(200).optional() }).default({}),
});
