import { ok, type Result } from '@wangge/shared/base';
import type { ReportInput } from '../../features/cases/cases.api.ts';
import { toWgs84 } from '../datum.ts';
import type { ReportBody } from './intake.schema.ts';

/** A checked body as the domain's report. `source` is the channel's own name unless the body names a finer one. */
export function toReport(body: ReportBody, channelName: string, ip?: string): Result<ReportInput> {
  const place = toWgs84(body.lng, body.lat, body.datum);
  if (!place.ok) return place;
  return ok({
    typeCode: body.typeCode, description: body.description, source: body.source ?? channelName, externalNo: body.externalNo ?? null,
    lngLat: place.value, address: body.address, photos: body.photos, voiceNotes: body.voiceNotes,
    reporter: { name: body.reporterName ?? null, phone: body.reporterPhone ?? null, isSecret: body.isSecret },
    ...(body.isSelfHandled ? { isSelfHandled: true, afterPhotos: body.afterPhotos ?? [] } : {}), ...(body.drillId ? { drillId: body.drillId } : {}), ...(ip ? { ip } : {}),
  });
}
