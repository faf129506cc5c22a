import type { FrozenMap } from '@wangge/shared/briefing';
import { mapIn, type DistrictMap, type VillageProperties } from '@wangge/shared/district-map';
import { areaBbox, distanceM, labelPoint, polygonsOf, simplifyLine, type Area, type Bbox, type Feature, type LngLat } from '@wangge/shared/geo';
import { clipLine } from './clip-line.ts';

/** The ground of a frozen map: everything of it but what the moment adds. */
export type MapGround = Pick<FrozenMap, 'bounds' | 'outline' | 'ponds' | 'rivers' | 'roads' | 'source'> & { readonly areas: readonly Omit<FrozenMap['areas'][number], 'open'>[] };

const VILLAGE_DIGITS = 12;
/** Room around the outline, and how coarse lines are drawn, in shares of its width. */
const MARGIN = 0.03;
const COARSE = 1 / 900;
const SMALLEST_POND = 1 / 110;
/** A whole county is drawn with its main roads alone. */
const COUNTY_WIDTH_M = 25_000;

const rounded = (line: readonly LngLat[]): LngLat[] => line.map(([lng, lat]) => [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]);

/** Reads the ground of an area off the map of the district, no finer than a page shows it. */
export function groundOf(whole: DistrictMap, areaCode: string): MapGround {
  const map = mapIn(whole, areaCode);
  const village = areaCode.length === VILLAGE_DIGITS ? map.villages.features.find(({ properties }) => properties.code === areaCode) : undefined;
  const outline: Area = village?.geometry ?? map.outline.geometry;
  const [west, south, east, north] = areaBbox(outline);
  const [dx, dy] = [(east - west) * MARGIN, (north - south) * MARGIN];
  const bounds: Bbox = [west - dx, south - dy, east + dx, north + dy];
  const widthM = distanceM([west, south], [east, south]);
  const line = (raw: readonly LngLat[]): LngLat[] => rounded(simplifyLine(raw, widthM * COARSE));
  const cut = (raw: readonly LngLat[]): LngLat[][] => clipLine(raw, bounds).map(line);
  const rings = (area: Area): LngLat[][] => polygonsOf(area).map(([outer]) => line(outer ?? []));
  const seen = village ? [village] : map.villages.features;
  const towns = village ? undefined : map.towns?.features.map((town): Feature<Area, Pick<VillageProperties, 'code' | 'shortName' | 'label'>> => ({ ...town, properties: { code: town.properties.code, shortName: town.properties.name, label: labelPoint(town.geometry) } }));
  const roadClass = widthM > COUNTY_WIDTH_M ? 1 : 2;
  return {
    bounds: rounded([[bounds[0], bounds[1]], [bounds[2], bounds[3]]]).flat() as unknown as Bbox, outline: rings(outline), source: map.outline.properties.source,
    areas: (towns ?? seen).map(({ geometry, properties: { code, shortName, label } }) => ({ code, name: shortName, label: rounded([label])[0]!, rings: rings(geometry) })),
    ponds: (map.ponds?.features ?? []).map(({ geometry }) => geometry.coordinates[0] ?? []).filter((ring) => {
      const [w, s, e, n] = areaBbox({ type: 'Polygon', coordinates: [ring] });
      return w > bounds[0] && e < bounds[2] && s > bounds[1] && n < bounds[3] && distanceM([w, s], [e, n]) > widthM * SMALLEST_POND;
    }).map(line),
    rivers: (map.rivers?.features ?? []).flatMap(({ geometry, properties }) => cut(geometry.coordinates).map((piece) => ({ line: piece, widthM: properties.widthM }))),
    roads: (map.roads?.features ?? []).filter(({ properties }) => properties.roadClass <= roadClass).flatMap(({ geometry }) => cut(geometry.coordinates)),
  };
}
