import { z } from 'zod';

export const idParams = z.strictObject({ id: z.uuid() });
export const codeParams = z.strictObject({ code: z.string().regex(/^[A-Z]{2}\d{4}-\d{4,6}$/) });
export const textSchema = z.string().max(2_000);
export const photosSchema = z.array(z.string().min(1).max(64)).max(9);
export const lngLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
/** Entries of a step's form; what each must be is the template's matter. */
export const valuesSchema = z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()]));
export const commandFields = { expectedRevision: z.number().int().min(1), commandId: z.string().min(8).max(64) };
