import type { TimeLimit } from '../calendar/index.ts';
import { toHex, utf8, type Hash } from './bytes.ts';

/** 信用风险等级: A the most trusted, D the least. */
export const GRADES = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof GRADES)[number];

/** 抽查事项: what is checked, on which kinds of object, and which share of each grade is drawn (per cent). `key`: 重点, `general`: 一般. */
export interface InspectionItem {
  readonly code: string;
  readonly name: string;
  readonly kind: 'general' | 'key';
  readonly basis: string;
  readonly objectKinds: readonly string[];
  readonly sharePercent: Readonly<Record<Grade, number>>;
  readonly inspectorsPerObject: number;
  /** How soon after the check the result is made public (结果公开). */
  readonly publishLimit: TimeLimit;
}

/** 检查对象: one entry of 检查对象名录库. `unitsConcerned`: units that may not check it. */
export interface InspectionObject {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly grade: Grade;
  readonly villageCode: string;
  readonly unitsConcerned: readonly string[];
}

/** 执法检查人员: `code` is the person's id; the certificate holds to the end of `validTo` (YYYY-MM-DD). `interests`: objects this person has to keep away from. */
export interface Inspector {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly areaCode: string;
  readonly certificateNo: string;
  readonly validTo: string;
  readonly interests: readonly string[];
}

/** 一单两库: what a draw is made from. */
export interface DrawPools {
  readonly items: readonly InspectionItem[];
  readonly objects: readonly InspectionObject[];
  readonly inspectors: readonly Inspector[];
}

/** Fingerprints of the three pools, hexadecimal. */
export type PoolHashes = Readonly<Record<keyof DrawPools, string>>;

/** The order of codes that does not depend on a language. */
export function byCode(a: { readonly code: string }, b: { readonly code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

function lines<T extends { readonly code: string }>(rows: readonly T[], fieldsOf: (row: T) => readonly unknown[]): string {
  return rows.toSorted(byCode).map((row) => JSON.stringify(fieldsOf(row))).join('\n');
}

/**
 * Each pool as one text: a line for every entry in the order of codes, each line a JSON array of its fields in the order they
 * are named above. Equal pools give equal texts, whatever order they were kept in.
 */
export function canonicalPools({ items, objects, inspectors }: DrawPools): PoolHashes {
  return {
    items: lines(items, (i) => [
      i.code, i.name, i.kind, i.basis, i.objectKinds, GRADES.map((g) => i.sharePercent[g]), i.inspectorsPerObject, i.publishLimit.value, i.publishLimit.unit,
    ]),
    objects: lines(objects, (o) => [o.code, o.name, o.kind, o.grade, o.villageCode, o.unitsConcerned]),
    inspectors: lines(inspectors, (p) => [p.code, p.name, p.unit, p.areaCode, p.certificateNo, p.validTo, p.interests]),
  };
}

/** The fingerprint of each pool's text. */
export function hashPools(hash: Hash, pools: DrawPools): PoolHashes {
  const text = canonicalPools(pools);
  const print = (value: string): string => toHex(hash(utf8(value)));
  return { items: print(text.items), objects: print(text.objects), inspectors: print(text.inspectors) };
}
