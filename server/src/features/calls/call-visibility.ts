import { isInArea, type Actor } from '@wangge/shared/access';
import type { Call } from '@wangge/shared/call';

/**
 * Whose business a call is: a county department's when it is charged or supports, a grid worker's when it is their grid's,
 * everybody else's when it lies in their area. The called side sees nothing before it is sent; the wall reads its board only.
 */
export function maySeeCall(actor: Actor, call: Call): boolean {
  const isOwn = actor.unitId !== null && (call.toUnitId === actor.unitId || call.fromUnitId === actor.unitId || call.supports.some(({ unitId }) => unitId === actor.unitId));
  switch (actor.role) {
    case 'wall': case 'squad': return false;
    case 'county-department': return isOwn && call.calledAt !== null;
    case 'county-centre': return call.calledAt !== null && isInArea(call.areaCode, actor.areaCode);
    case 'grid-worker': return call.draftedBy.id === actor.id;
    default: return isInArea(call.areaCode, actor.areaCode);
  }
}
