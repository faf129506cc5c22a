import type { Polygon } from '../geo/index.ts';

/** What a fence (电子围栏) is for: 禁入, 作业范围, 重点关注, 限速. */
export const FENCE_KINDS = ['keep-out', 'keep-in', 'watch', 'slow'] as const;
export type FenceKind = (typeof FENCE_KINDS)[number];

/** One fence of an edition: an area of the map with its name, from its first day up to its last (Asia/Shanghai, YYYY-MM-DD); null for no end. */
export interface Fence {
  readonly id: string;
  readonly name: string;
  readonly kind: FenceKind;
  /** Township or village it belongs to. */
  readonly areaCode: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly area: Polygon;
}

/** The fences in force on a day: those that have begun and not ended. */
export function fencesOn(fences: readonly Fence[], day: string): readonly Fence[] {
  return fences.filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day <= validUntil));
}
