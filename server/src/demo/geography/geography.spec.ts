import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAddressFinder, mapIn } from '@wangge/shared/district-map';
import type { DistrictMap } from '@wangge/shared/district-map';
import { areaBbox, areaContains, areaM2, bboxContains, bboxOf, polygonsOf } from '@wangge/shared/geo';
import type { Area, LngLat } from '@wangge/shared/geo';
import { buildRoadGraph, findRoute, snapToRoad } from '@wangge/shared/roads';
import { generateDemoGeography } from './index.ts';
import { createRandom } from './random.ts';

const SEED = 20_201_120;
const hashOf = (map: DistrictMap): string => createHash('sha256').update(JSON.stringify(map)).digest('hex');

describe('demo geography', () => {
  let map: DistrictMap;
  let samples: LngLat[];

  beforeAll(() => {
    map = generateDemoGeography(SEED);
    const random = createRandom(1, 'samples');
    const [west, south, east, north] = areaBbox(map.outline.geometry);
    samples = Array.from({ length: 5_000 }, (): LngLat => [random.between(west, east), random.between(south, north)]);
  }, 120_000);

  const holders = <P extends { code: string }>(features: readonly { geometry: Area; properties: P }[]): ((place: LngLat) => P[]) => {
    const boxed = features.map((feature) => ({ ...feature, box: areaBbox(feature.geometry) }));
    return (place) => boxed.filter(({ box, geometry }) => bboxContains(box, place) && areaContains(geometry, place)).map(({ properties }) => properties);
  };

  it('is the same to the last digit for the same seed, and another for another', () => {
    expect(hashOf(generateDemoGeography(SEED))).toBe(hashOf(map));
    expect(hashOf(generateDemoGeography(SEED + 1))).not.toBe(hashOf(map));
  }, 120_000);

  it('has three townships, the first with 21 villages and 179 grids, and codes that nest', () => {
    const main = mapIn(map, '320281104');
    expect(map.towns?.features.map(({ properties }) => properties.name)).toEqual(['徐霞客镇', '青阳镇', '祝塘镇']);
    expect(main.villages.features).toHaveLength(21);
    expect(main.grids.features).toHaveLength(179);
    expect(new Set(map.grids.features.map(({ properties }) => properties.code)).size).toBe(map.grids.features.length);
    for (const { properties } of map.villages.features) {
      expect(properties.code).toMatch(/^320281(104|103|112)\d{3}$/);
      const serials = map.grids.features.filter((grid) => grid.properties.villageCode === properties.code).map((grid) => grid.properties.serial);
      expect(serials).toEqual(serials.map((_, index) => index + 1));
    }
    for (const { properties } of map.grids.features) expect(properties.code).toBe(`${properties.villageCode}${String(properties.serial).padStart(3, '0')}`);
  });

  it('covers about 110 km² with its main township, and townships, villages and grids add up to the outline', () => {
    const mainM2 = areaM2(mapIn(map, '320281104').outline.geometry);
    expect(mainM2 / 1e6).toBeGreaterThan(100);
    expect(mainM2 / 1e6).toBeLessThan(120);
    const outlineM2 = areaM2(map.outline.geometry);
    for (const layer of [map.towns?.features ?? [], map.villages.features, map.grids.features]) {
      const sumM2 = layer.reduce((sum, { geometry }) => sum + areaM2(geometry), 0);
      expect(Math.abs(sumM2 / outlineM2 - 1)).toBeLessThan(0.001);
    }
  });

  it('gives every place inside to one village and to one grid of it, and none outside', () => {
    const villagesAt = holders(map.villages.features);
    const gridsAt = holders(map.grids.features);
    for (const place of samples) {
      const count = areaContains(map.outline.geometry, place) ? 1 : 0;
      const villages = villagesAt(place);
      const grids = gridsAt(place);
      expect([villages.length, grids.length]).toEqual([count, count]);
      expect(grids[0]?.villageCode).toBe(villages[0]?.code);
    }
  });

  it('labels each village and grid inside itself', () => {
    for (const { geometry, properties } of [...map.villages.features, ...map.grids.features]) {
      expect(areaContains(geometry, properties.label)).toBe(true);
    }
  });

  it('has one road network that leads anywhere in the township and on beyond it', () => {
    const graph = buildRoadGraph((map.roads?.features ?? []).map(({ geometry, properties }) => ({ coordinates: geometry.coordinates, roadClass: properties.roadClass })));
    const reached = new Set([0]);
    for (const node of reached) for (const edge of graph.edgesAt[node] ?? []) reached.add(graph.edges[edge]?.from ?? node).add(graph.edges[edge]?.to ?? node);
    expect(reached.size).toBe(graph.nodes.length);
    const [west, south, east, north] = bboxOf((map.roads?.features ?? []).flatMap(({ geometry }) => geometry.coordinates));
    expect([west < 120.16, south < 31.68, east > 120.41, north > 31.89]).toEqual([true, true, true, true]);
    for (const { properties } of map.grids.features) expect(snapToRoad(graph, properties.label)?.offM).toBeLessThan(900);
    const [from, to] = [map.villages.features[0], map.villages.features[14]].map((village) => village?.properties.label);
    expect(from && to && findRoute(graph, { from, to, mode: 'vehicle' }).isEstimate).toBe(false);
  });

  it('has buildings in every village, squads, offices and hamlets, and says that all is illustrative', () => {
    const inVillages = new Set(map.buildings?.features.map(({ properties }) => properties.villageCode));
    for (const { properties } of map.villages.features) expect(inVillages.has(properties.code)).toBe(true);
    const kinds = (map.places?.features ?? []).map(({ properties }) => properties.kind);
    expect(kinds.filter((kind) => kind === 'squad')).toHaveLength(5);
    expect(kinds.filter((kind) => kind === 'village')).toHaveLength(map.villages.features.length);
    expect(kinds.filter((kind) => kind === 'hamlet').length).toBeGreaterThan(150);
    const { outline, ...layers } = map;
    expect(outline.properties.source).toBe('示意');
    for (const layer of Object.values(layers)) for (const { properties } of layer.features) expect(properties.source).toBe('示意');
  });

  it('keeps houses off the water', () => {
    const random = createRandom(2, 'houses');
    const houses = (map.buildings?.features ?? []).flatMap(({ geometry }) => polygonsOf(geometry)).filter(() => random.next() < 0.05);
    for (const [ring] of houses) {
      const corner = ring?.[0];
      expect(corner && map.ponds?.features.some(({ geometry }) => areaContains(geometry, corner))).toBe(false);
    }
  });

  it('stays small enough to send, with six decimals', () => {
    const json = JSON.stringify(map);
    expect(json.length).toBeLessThan(6_000_000);
    expect(json).not.toMatch(/\d\.\d{7}/);
  });

  it('lets addresses be told', () => {
    const addressOf = createAddressFinder(map);
    const inside = samples.filter((place) => areaContains(map.outline.geometry, place)).slice(0, 200);
    const words = inside.map(addressOf);
    expect(words.every((address) => address !== undefined && address.length > 3)).toBe(true);
    expect(words.some((address) => address?.endsWith('路口'))).toBe(true);
  });
});
