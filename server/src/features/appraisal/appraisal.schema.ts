import { z } from 'zod';
import { INDICATOR_IDS, PERIOD_KINDS, RIGHT_USE_ACTIONS, STATION_RIGHTS, SUBJECT_KINDS } from '@wangge/shared/appraisal';
import { LEAGUES } from './subjects.ts';

const at = z.coerce.number().int().min(0).optional();
const subject = { subjectKind: z.enum(SUBJECT_KINDS).default('area'), subject: z.string().max(100).default('') };
const period = { period: z.enum(PERIOD_KINDS).default('month'), at };
const format = z.enum(['json', 'csv']).default('json');

export const viewQuery = z.strictObject({ ...subject, ...period, format });
export const rankingQuery = z.strictObject({ league: z.enum(LEAGUES as [string, ...string[]]), ...period, format });
export const trendQuery = z.strictObject({ ...subject, ...period, indicator: z.enum(INDICATOR_IDS), count: z.coerce.number().int().min(2).max(24).default(8) });
export const casesQuery = z.strictObject({
  ...subject, ...period, part: z.enum(['all', 'numerator', 'denominator']).default('all'),
  limit: z.coerce.number().int().min(1).max(5_000).default(100), offset: z.coerce.number().int().min(0).default(0),
});
export const casesParams = z.strictObject({ indicator: z.enum(INDICATOR_IDS) });
export const leaguesParams = z.strictObject({ league: z.enum(LEAGUES as [string, ...string[]]) });

export const rosterQuery = z.strictObject({ at });
export const useQuery = z.strictObject({
  right: z.enum(STATION_RIGHTS).optional(), departmentId: z.string().max(100).optional(), limit: z.coerce.number().int().min(1).max(200).default(50), offset: z.coerce.number().int().min(0).default(0),
});
export const useParams = z.strictObject({ id: z.string().max(100) });
export const useSchema = z.strictObject({
  right: z.enum(STATION_RIGHTS), departmentId: z.string().min(1).max(100), personId: z.string().min(1).max(100).nullable().default(null),
  reason: z.string().trim().min(4).max(500), commandId: z.string().min(8).max(100),
});
export const useCommand = z.strictObject({
  action: z.enum(RIGHT_USE_ACTIONS), expectedRevision: z.int().min(1), commandId: z.string().min(8).max(100),
  payload: z.strictObject({ note: z.string().trim().max(500).optional() }),
});
