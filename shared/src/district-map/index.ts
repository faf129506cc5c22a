export { createAddressFinder } from './address.ts';
export { BUILDING_KINDS, PLACE_KINDS } from './district-map.ts';
export type {
  BuildingKind, BuildingProperties, DistrictMap, GridProperties, LabelProperties, NeighbourProperties, OutlineProperties,
  PlaceKind, PlaceProperties, PondProperties, RiverProperties, RoadProperties, Sourced, VillageProperties,
} from './district-map.ts';
export { mapIn } from './map-in.ts';
