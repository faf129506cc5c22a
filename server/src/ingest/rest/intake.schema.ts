import { z } from 'zod';
import { DATUMS } from '../datum.ts';

/** One report as a channel sends it. Unknown fields are refused, so that a misspelt one is not lost in silence. */
export const reportSchema = z.strictObject({
  typeCode: z.string().min(1).max(32),
  description: z.string().min(1).max(10_000),
  lng: z.number(),
  lat: z.number(),
  datum: z.enum(DATUMS).default('WGS84'),
  address: z.string().max(300).default(''),
  source: z.string().max(40).optional(),
  externalNo: z.string().max(100).optional(),
  reporterName: z.string().max(50).optional(),
  reporterPhone: z.string().max(30).optional(),
  isSecret: z.boolean().default(false),
  photos: z.array(z.string().min(1).max(64)).max(9).default([]),
  /** 语音: what whoever is on the spot said, as stored recordings. */
  voiceNotes: z.array(z.string().min(1).max(64)).max(3).default([]),
  /** 自处置上报: photos of the place after it was put right; then `photos` show it before. */
  afterPhotos: z.array(z.string().min(1).max(64)).max(9).optional(),
  isSelfHandled: z.boolean().default(false),
  /** The drill (演练) it is made up for. */
  drillId: z.uuid().optional(),
});

/** 批量: at most 500 reports in one body. */
export const batchSchema = z.strictObject({ cases: z.array(z.unknown()).min(1).max(500) });

export type ReportBody = z.infer<typeof reportSchema>;
