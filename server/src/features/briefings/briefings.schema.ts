import { z } from 'zod';
import { BRIEFING_ACTIONS, BRIEFING_KINDS, PAPERS, type Paper } from '@wangge/shared/briefing';
import { FILE_FORMATS } from './export/export-task.ts';

const commandId = z.string().min(8).max(64);
const notes = z.array(z.strictObject({ title: z.string().trim().min(1).max(40), text: z.string().trim().min(1).max(4_000) })).max(6);
const areaCode = z.string().regex(/^(\d{6}|\d{9}|\d{12})?$/);

/** `momentAt`: a moment that was. `withMap` false: the map is left out. `caseIds` left out: the overdue ones. `unmaskFor`: why personal data is to be shown in the clear. */
export const freezeBody = z.strictObject({
  kind: z.enum(BRIEFING_KINDS).default('moment'), which: z.enum(['running', 'last']).default('running'), areaCode: areaCode.optional(), title: z.string().trim().min(1).max(60).nullable().default(null),
  figureIds: z.array(z.string().min(1).max(40)).min(1).max(24), caseIds: z.array(z.string().min(1).max(64)).max(40).nullable().default(null), notes: notes.default([]),
  withMap: z.boolean().default(true), momentAt: z.number().int().positive().nullable().default(null), pictureId: z.uuid().nullable().default(null), caption: z.string().trim().max(100).default(''), unmaskFor: z.string().trim().min(4).max(200).nullable().default(null), commandId,
});
export const idParams = z.strictObject({ id: z.uuid() });
export const fileParams = z.strictObject({ id: z.uuid(), format: z.enum(FILE_FORMATS) });
export const fileQuery = z.strictObject({ page: z.coerce.number().int().min(1).max(99).nullable().default(null) });
export const pagesQuery = z.strictObject({ paper: z.enum(Object.keys(PAPERS) as [Paper, ...Paper[]]).default('a4') });
export const choicesQuery = z.strictObject({ past: z.enum(['0', '1']).default('0'), kind: z.enum(BRIEFING_KINDS).default('moment'), which: z.enum(['running', 'last']).default('running') });
export const commandBody = z.strictObject({
  action: z.enum(BRIEFING_ACTIONS), expectedRevision: z.number().int().min(1), commandId, payload: z.strictObject({ notes: notes.optional(), reason: z.string().trim().max(200).optional() }).default({}),
});
