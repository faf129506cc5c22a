import type { UnitId } from '@wangge/shared/base';
import type { PositionFix } from '@wangge/shared/position';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** A part of a unit's track; epoch ms, `from` inclusive, `to` exclusive. `reason`: why somebody looks at one that is not their own, kept in the audit log; without one it is refused `TRACK_REASON_NEEDED`. */
export function readTrack(unitId: UnitId, from: number, to: number, reason: string): Promise<RestAnswer<{ readonly fixes: readonly PositionFix[] }>> {
  const why = reason.trim();
  return callRest('GET', `/api/v1/units/${encodeURIComponent(unitId)}/track?from=${from}&to=${to}${why === '' ? '' : `&reason=${encodeURIComponent(why)}`}`);
}
