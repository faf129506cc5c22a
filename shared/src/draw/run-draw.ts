import type { Hash } from './bytes.ts';
import { createChance, pick } from './chance.ts';
import { GRADES, byCode, type DrawPools, type InspectionItem, type InspectionObject, type Inspector } from './pools.ts';

/** One object that was drawn, what is checked there, and who checks; inspectors in the order drawn. */
export interface DrawSlot {
  readonly objectCode: string;
  readonly itemCodes: readonly string[];
  readonly inspectorCodes: readonly string[];
}

/** What a draw is made of. `lastDay` (YYYY-MM-DD): certificates must hold until then. */
export interface DrawInputs {
  readonly pools: DrawPools;
  readonly lastDay: string;
}

/** How many of `size` objects a share of `percent` (two decimals count) draws: at least that share, never more than there are. */
export function countFor(size: number, percent: number): number {
  return Math.min(size, Math.ceil(Math.round(size * percent * 100) / 10_000));
}

/** Those who may check an object: certificate valid to the last day, their unit not concerned, no interest declared. */
export function eligibleInspectors({ pools, lastDay }: DrawInputs, object: InspectionObject): Inspector[] {
  return pools.inspectors
    .filter((p) => p.validTo >= lastDay && !object.unitsConcerned.includes(p.unit) && !p.interests.includes(object.code))
    .toSorted(byCode);
}

/** Objects an item may be drawn for. */
export function objectsOf(item: InspectionItem, objects: readonly InspectionObject[]): InspectionObject[] {
  return objects.filter((o) => item.objectKinds.includes(o.kind)).toSorted(byCode);
}

function itemsByObject(hash: Hash, seed: Uint8Array, pools: DrawPools): Map<string, InspectionItem[]> {
  const drawn = new Map<string, InspectionItem[]>();
  for (const item of pools.items.toSorted(byCode)) {
    const members = objectsOf(item, pools.objects);
    for (const grade of GRADES) {
      const ofGrade = members.filter((o) => o.grade === grade);
      const chance = createChance(hash, seed, `objects/${item.code}/${grade}`);
      for (const { code } of pick(chance, ofGrade, countFor(ofGrade.length, item.sharePercent[grade]))) {
        drawn.set(code, [...(drawn.get(code) ?? []), item]);
      }
    }
  }
  return drawn;
}

/**
 * 双随机: draws objects, each grade by its share, and then for every object its inspectors. The same seed and pools give the
 * same names for ever. Every object must have enough inspectors: that is checked when the pools are frozen.
 */
export function runDraw(hash: Hash, seed: Uint8Array, inputs: DrawInputs): DrawSlot[] {
  const { pools } = inputs;
  const drawn = itemsByObject(hash, seed, pools);
  return pools.objects.filter(({ code }) => drawn.has(code)).toSorted(byCode).map((object): DrawSlot => {
    const items = drawn.get(object.code) ?? [];
    const chance = createChance(hash, seed, `inspectors/${object.code}`);
    const chosen = pick(chance, eligibleInspectors(inputs, object), Math.max(...items.map((i) => i.inspectorsPerObject)));
    return { objectCode: object.code, itemCodes: items.map(({ code }) => code), inspectorCodes: chosen.map(({ code }) => code) };
  });
}

/** A recusal (回避): `number` counts within the draw from 1. */
export interface RecusalAsk {
  readonly number: number;
  readonly objectCode: string;
  readonly inspectorCode: string;
}

/**
 * Who steps in for a recused inspector: drawn by the seed and the number of the recusal from those who may check the object, are
 * not on it already and were not recused from it before. Null when nobody is left.
 */
export function redrawInspector(hash: Hash, seed: Uint8Array, inputs: DrawInputs, ask: RecusalAsk, excluded: readonly string[]): string | null {
  const object = inputs.pools.objects.find(({ code }) => code === ask.objectCode);
  if (!object) return null;
  const left = eligibleInspectors(inputs, object).filter(({ code }) => code !== ask.inspectorCode && !excluded.includes(code));
  if (left.length === 0) return null;
  return pick(createChance(hash, seed, `recusal/${ask.number}/${ask.objectCode}`), left, 1)[0]!.code;
}
