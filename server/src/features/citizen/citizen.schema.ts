import { z } from 'zod';
import { plainText, readReceiptCode } from '@wangge/shared/citizen';

const text = (longest: number) => z.string().max(4 * longest).transform(plainText).pipe(z.string().max(longest));

/** A report as the page sends it. Lengths count after what nobody can see was taken out. */
export const citizenReport = z.strictObject({
  typeCode: z.string().min(1).max(32),
  description: text(1_000).pipe(z.string().min(4)),
  lngLat: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
  address: text(200).default(''),
  name: text(30).default(''),
  phone: z.string().max(40).transform((given) => given.normalize('NFKC').replaceAll(/[\s-]/g, '')).pipe(z.string().regex(/^(\+?\d{5,15})?$/)).default(''),
  photos: z.array(z.uuid()).max(9).default([]),
});

export const reportKey = z.uuid();

/** A code that can be none is told as one that is unknown, so that both are answered the same. */
const code = z.string().max(64).transform((typed) => readReceiptCode(typed) ?? '');

/** `scheme`: how people reach this server, which it does not see behind a proxy; `village`: by its code. */
export const signQuery = z.strictObject({ scheme: z.enum(['http', 'https']).optional(), village: z.string().max(20).optional() });

export const lookBody = z.strictObject({ code });
export const ratingBody = z.strictObject({ code, commandId: z.uuid(), satisfaction: z.number().int().min(1).max(5), isResolved: z.boolean() });
export const reopenBody = z.strictObject({ code, commandId: z.uuid(), reason: text(500).pipe(z.string().min(4)) });
