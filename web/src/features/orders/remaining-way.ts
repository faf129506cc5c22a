import { distanceM, lineLengthM, nearestOnLine, type LngLat } from '@wangge/shared/geo';

/** Farther from the road than this, the person has taken another way and the straight line is told. */
const ON_ROUTE_M = 300;

/** How far it still is to a place (还有), metres: along the road the order was sent with while the person follows it, else straight. */
export function remainingWayM(fix: LngLat, place: LngLat, route: readonly LngLat[]): number {
  const straight = distanceM(fix, place);
  if (route.length < 2) return straight;
  const on = nearestOnLine(route, fix);
  if (on.offM > ON_ROUTE_M) return straight;
  return Math.max(straight, lineLengthM(route) - on.alongM);
}
