import type { DistrictMap } from '@wangge/shared/district-map';
import type { MapLabel, MapLineName } from '../../map/scene.ts';

/** The names that stand on the map for ever: villages at the middle of their land, neighbouring townships. */
export function placeLabels({ villages, neighbours }: DistrictMap): MapLabel[] {
  return [
    ...villages.features.map(({ properties: { code, shortName, label } }): MapLabel => (
      { key: `village ${code}`, kind: 'village', anchor: { spots: [label] }, runs: [{ text: shortName, tone: 'plain' }] })),
    ...(neighbours?.features ?? []).map(({ properties: { name }, geometry }): MapLabel => (
      { key: `neighbour ${name}`, kind: 'neighbour', anchor: { spots: [geometry.coordinates] }, runs: [{ text: name, tone: 'plain' }] })),
  ];
}

/** The names written along rivers and roads. */
export function lineNames({ labels }: DistrictMap): MapLineName[] {
  return (labels?.features ?? []).map(({ properties: { kind, name }, geometry }, index) => ({ key: `${kind} ${index}`, kind, text: name, line: geometry.coordinates }));
}
