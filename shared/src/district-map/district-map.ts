import type { Area, Feature, FeatureCollection, LineString, LngLat, Point, Polygon, MultiPolygon } from '../geo/index.ts';
import type { RoadClass } from '../roads/index.ts';

/** Where a feature comes from, written for people: 示意 for generated geography, else the name of the data set. */
export interface Sourced {
  readonly source: string;
}

/** A county (县界) or township (镇界) itself: division code and name. */
export interface OutlineProperties extends Sourced {
  readonly code: string;
  readonly name: string;
}

/** First-level grid (一级网格): a village or community with its 12-digit statistical code. `label` is where its name goes. */
export interface VillageProperties extends Sourced {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly label: LngLat;
}

/** Second-level grid (二级网格): 15-digit code, village code and 3-digit serial; `name` as spoken, 第 4 网格. */
export interface GridProperties extends Sourced {
  readonly code: string;
  readonly villageCode: string;
  readonly serial: number;
  readonly name: string;
  readonly label: LngLat;
}

/** A stretch of road (道路). Stretches that cross meet in a shared vertex. `name` is absent for unnamed lanes. */
export interface RoadProperties extends Sourced {
  readonly roadClass: RoadClass;
  readonly name?: string;
}

/** A river's or canal's centre line (河道) and its true width. */
export interface RiverProperties extends Sourced {
  readonly name?: string;
  readonly widthM: number;
}

/** Pond or lake (池塘). */
export type PondProperties = Sourced;

export const BUILDING_KINDS = ['house', 'block', 'hall'] as const;
/** House (民宅), block of flats or shops (楼房), factory hall (厂房). */
export type BuildingKind = (typeof BUILDING_KINDS)[number];

/** Buildings (建筑), one feature for all of one kind in one village; `villageCode` is absent outside the township. */
export interface BuildingProperties extends Sourced {
  readonly kind: BuildingKind;
  readonly villageCode?: string;
  /** Height over the ground, metres, where the source knows it (建筑高度). */
  readonly heightM?: number;
}

export const PLACE_KINDS = ['government', 'squad', 'police', 'clinic', 'school', 'market', 'industry', 'village', 'hamlet'] as const;
/** 镇政府, 执法中队, 派出所, 卫生院, 学校, 市场, 工业园, 村委会, 自然村. */
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** A place people name (地点), beside a road. */
export interface PlaceProperties extends Sourced {
  readonly kind: PlaceKind;
  readonly name: string;
  readonly villageCode: string;
}

/** A neighbouring township's name (邻镇), at the middle of what is seen of it. */
export interface NeighbourProperties extends Sourced {
  readonly name: string;
}

/** A line to write a river's or road's name along, drawn west to east or north to south. */
export interface LabelProperties extends Sourced {
  readonly kind: 'river' | 'road';
  readonly name: string;
}

/**
 * Everything drawn of a district (底图), WGS-84. Outline, villages and grids are what a district must bring; the grids
 * part the villages and the villages the outline without gap or overlap. The rest may be missing.
 */
export interface DistrictMap {
  readonly outline: Feature<Area, OutlineProperties>;
  /** Outlines of the townships, where the district is a county. */
  readonly towns?: FeatureCollection<Area, OutlineProperties>;
  readonly villages: FeatureCollection<Area, VillageProperties>;
  readonly grids: FeatureCollection<Area, GridProperties>;
  readonly roads?: FeatureCollection<LineString, RoadProperties>;
  readonly rivers?: FeatureCollection<LineString, RiverProperties>;
  readonly ponds?: FeatureCollection<Polygon, PondProperties>;
  readonly buildings?: FeatureCollection<Polygon | MultiPolygon, BuildingProperties>;
  readonly places?: FeatureCollection<Point, PlaceProperties>;
  readonly neighbours?: FeatureCollection<Point, NeighbourProperties>;
  readonly labels?: FeatureCollection<LineString, LabelProperties>;
}
