export { createAddressFinder } from './address.ts';
export { BUILDING_KINDS, PLACE_KINDS } from './district-map.ts';
export type {
  BuildingKind, BuildingProperties, DistrictMap, GridProperties, LabelProperties, NeighbourProperties, OutlineProperties,
  PlaceKind, PlaceProperties, PondProperties, RiverProperties, RoadProperties, Sourced, VillageProperties,
} from './district-map.ts';
export { FENCE_HAPPENINGS, FENCE_KINDS, fencesOn } from './fence.ts';
export type { DayHours, DrawnFence, Fence, FenceHappening, FenceKind, FenceWatch } from './fence.ts';
export { mapIn } from './map-in.ts';
export type { OuterBase, TileMatrix } from './outer-base.ts';
export { DRILL_LEVELS, drillAt, isInStep } from './drill.ts';
export type { DrillLevel, DrillStep } from './drill.ts';
