import type { DistrictMap } from '@wangge/shared/district-map';
import type { MapLabel, MapLineName } from '../../map/scene.ts';

/** What is written beside an area's name, by its code. */
export type AreaValues = ReadonlyMap<string, string>;

/** The names that stand on the map for ever: villages at the middle of their land with their value where they have one, neighbouring townships. */
export function placeLabels({ villages, neighbours }: DistrictMap, values: AreaValues): MapLabel[] {
  return [
    ...villages.features.map(({ properties: { code, shortName, label } }): MapLabel => (
      { key: `village ${code}`, kind: 'village', anchor: { spots: [label] }, runs: named(shortName, values.get(code)) })),
    ...(neighbours?.features ?? []).map(({ properties: { name }, geometry }): MapLabel => (
      { key: `neighbour ${name}`, kind: 'neighbour', anchor: { spots: [geometry.coordinates] }, runs: [{ text: name, tone: 'plain' }] })),
  ];
}

/** The grids of the village one went into, each with its value. */
export function gridLabels({ grids }: DistrictMap, villageCode: string, values: AreaValues): MapLabel[] {
  return grids.features.filter(({ properties }) => properties.villageCode === villageCode).map(({ properties: { code, name, label } }): MapLabel => (
    { key: `grid ${code}`, kind: 'grid', anchor: { spots: [label] }, runs: named(name, values.get(code)) }));
}

function named(name: string, value: string | undefined): MapLabel['runs'] {
  return value === undefined ? [{ text: name, tone: 'plain' }] : [{ text: name, tone: 'plain' }, { text: value, tone: 'strong' }];
}

/** The names written along rivers and roads. */
export function lineNames({ labels }: DistrictMap): MapLineName[] {
  return (labels?.features ?? []).map(({ properties: { kind, name }, geometry }, index) => ({ key: `${kind} ${index}`, kind, text: name, line: geometry.coordinates }));
}
