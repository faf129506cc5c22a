import type { SubjectKind } from './subject.ts';

/** The indicators with a rule of counting, in the order of their table. I51–I53 are made of the others by weights. */
export const INDICATOR_IDS = [
  'I01', 'I02', 'I03', 'I04', 'I05', 'I06', 'I07', 'I08', 'I09', 'I10', 'I11', 'I12', 'I13', 'I14', 'I15', 'I16', 'I17', 'I18', 'I19', 'I20',
  'I21', 'I22', 'I23', 'I24', 'I25', 'I26', 'I27', 'I28', 'I29', 'I30', 'I31', 'I32', 'I33', 'I34', 'I35', 'I36', 'I37', 'I38', 'I39', 'I40',
  'I41', 'I42', 'I43', 'I44', 'I45', 'I46', 'I47', 'I48', 'I49', 'I50',
] as const;
export type IndicatorId = (typeof INDICATOR_IDS)[number];

/** How an indicator's two sums become its value: a count, a share in percent, or a mean of durations. */
export type Measure = 'count' | 'share' | 'mean';

const COUNTS: ReadonlySet<IndicatorId> = new Set(['I01', 'I02', 'I04', 'I08', 'I11', 'I16', 'I19', 'I22', 'I24', 'I27', 'I35', 'I36']);
const MEANS: ReadonlySet<IndicatorId> = new Set(['I28', 'I29', 'I30']);
/** 当前数: they tell how things stand now and have no value for a period gone by. */
const STANDING: ReadonlySet<IndicatorId> = new Set(['I27', 'I35']);

export function measureOf(id: IndicatorId): Measure {
  return COUNTS.has(id) ? 'count' : MEANS.has(id) ? 'mean' : 'share';
}

/** Whether an indicator tells of this moment only (当前超期未结、当前挂账). */
export function isStanding(id: IndicatorId): boolean {
  return STANDING.has(id);
}

/** Both ends belong to it; null is open. */
export interface Interval {
  readonly min: number | null;
  readonly max: number | null;
}

/** 绿 / 黄 / 红: within `green`, else within `yellow`, else red. Null where the indicator has no bands. */
export interface Bands {
  readonly green: Interval;
  readonly yellow: Interval;
}

export type Band = 'green' | 'yellow' | 'red';

/** One row of the county's table of indicators (指标表): what people read about it and its bands. How it is counted stands in code by its id. */
export interface Indicator {
  readonly id: IndicatorId;
  readonly name: string;
  readonly objects: readonly SubjectKind[];
  /** Posts it is for where the object is a post; empty for all. */
  readonly posts: readonly string[];
  readonly better: 'higher' | 'lower' | 'context';
  readonly unit: string;
  readonly bands: Bands | null;
  readonly formula: string;
  readonly denominator: string;
  /** 口径说明. */
  readonly note: string;
  /** Where the definition comes from: C published code, P published text, Q the commission's documents, F our default. */
  readonly source: string;
  readonly bandSource: string;
}

function lies(value: number, { min, max }: Interval): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}

/** The band of a value; null without a value or without bands. */
export function bandOf(bands: Bands | null, value: number | null): Band | null {
  if (bands === null || value === null) return null;
  if (lies(value, bands.green)) return 'green';
  return lies(value, bands.yellow) ? 'yellow' : 'red';
}
