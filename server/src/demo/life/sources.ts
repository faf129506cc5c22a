import type { Platform } from '@wangge/shared/district';
import { chance, pickAt, weightedIndex } from './chance.ts';

/** 来源: through which channel a report came. */
export type Source = '网格上报' | '12345热线' | '110非警务' | '物联感知' | '部门交办' | '随手拍' | '村情通';

const SOURCES: readonly Source[] = ['网格上报', '12345热线', '110非警务', '物联感知', '部门交办', '随手拍', '村情通'];

const WEIGHTS: Readonly<Record<Platform, readonly number[]>> = {
  order: [76, 5, 8, 0, 6, 1, 4],
  market: [58, 17, 1, 0, 19, 4, 1],
  enforcement: [79, 5, 1, 0, 8, 5, 2],
  service: [72, 14, 1, 0, 6, 2, 5],
};

/** Share of reports that a sensor makes, for the kinds of cases that have one. */
const SENSED: Readonly<Record<string, number>> = {
  C0101: 0.35, E0406: 0.6, Y001: 0.4, F007: 0.6, F009: 0.2, E0302: 0.3, F004: 0.9, E0115: 0.35, Y003: 0.7, S010: 0.4, F012: 0.15, Y005: 0.6,
};

export function sourceOf(platform: Platform, typeCode: string, key: string): Source {
  if (chance(key, 'sensed') < (SENSED[typeCode] ?? 0)) return '物联感知';
  return SOURCES[weightedIndex(WEIGHTS[platform], chance(key, 'source'))] ?? '网格上报';
}

/** Whether the source is a person who asked for something and wants to hear of it. */
export function hasPetitioner(source: string): boolean {
  return source === '12345热线' || source === '110非警务' || source === '随手拍' || source === '村情通';
}

const SURNAMES = [...'王陈徐张周李赵吴沈朱孙钱许顾陆黄蒋刘曹薛缪承贡邵夏金胡杨何包唐袁高'];
const GIVEN = [...'明华芳强军平敏兰峰英杰燕刚琴林龙洁斌娟浩涛霞辉东宁萍波'];

/** An invented name (示意). */
export function citizenName(key: string): string {
  const second = chance(key, 'short') < 0.3 ? '' : pickAt(GIVEN, chance(key, 'n2'));
  return `${pickAt(SURNAMES, chance(key, 'n1'))}${pickAt(GIVEN, chance(key, 'n3'))}${second}`;
}

/** A number from a run that no operator gives out. */
export function citizenPhone(key: string): string {
  return `1380000${String(Math.floor(chance(key, 'phone') * 10_000)).padStart(4, '0')}`;
}
