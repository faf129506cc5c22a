export { DETOUR_FACTOR, estimateRoute, findRoute, measureRoutes } from './find-route.ts';
export type { Route, RouteMeasure } from './find-route.ts';
export { FOOT_SPEED_KMH, ROAD_CLASSES, VEHICLE_SPEED_KMH, travelMs, travelSpeedKmh } from './road-class.ts';
export type { RoadClass, TravelMode } from './road-class.ts';
export { buildRoadGraph } from './road-graph.ts';
export type { RoadEdge, RoadGraph, RoadLine } from './road-graph.ts';
export { SNAP_LIMIT_M, snapToRoad } from './snap-to-road.ts';
export type { RoadSnap } from './snap-to-road.ts';
