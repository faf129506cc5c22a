export { groundOf, routeCase } from './route-case.ts';
export type { CaseRoute, Rejected, Rejection, RouteQuestion, RouteTier } from './route-case.ts';
export { countBounces } from './bounces.ts';
export type { BounceCount, BounceRecord } from './bounces.ts';
