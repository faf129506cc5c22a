import type { CaseFacts } from './case-facts.ts';
import type { IndicatorId } from './indicator.ts';

/** Settings of counting that a county edits: which sources are the public, which are the hotline, what a patrol could have seen. */
export interface CountingSettings {
  /** 公众举报 comes by these sources. */
  readonly publicSources: readonly string[];
  /** 热线 comes by these sources. */
  readonly hotlineSources: readonly string[];
  /** Platforms whose matters a patrol could have found (漏报). */
  readonly missablePlatforms: readonly string[];
  /** Lowest mark of satisfaction that counts as 基本满意, of 1–5. */
  readonly satisfiedFrom: number;
  /** 响应: hours from sending within which the reporter is to be contacted. */
  readonly contactHours: number;
  /** 重复诉求: days within which the same person tells of the same type again. */
  readonly repeatDays: number;
}

/** What counting looks at beside the facts: the time, the settings in force, and the organisation as it stands. */
export interface CountingContext {
  readonly asOf: number;
  readonly settings: CountingSettings;
  levelOf(departmentId: string): 'village' | 'town' | 'county';
  gridWorkerOf(gridCode: string): string | null;
  headcountOf(teamId: string): number;
  /** Whether the same person told of the same type shortly before. */
  isRepeat(facts: CaseFacts): boolean;
}

/** Whom an entry is about, beside the places the case lies in. */
export interface Whose {
  readonly departmentId?: string | null;
  readonly teamId?: string;
  /** 岗位 and, where known, the person in it. */
  readonly post?: { readonly name: 'grid-worker' | 'intake' | 'duty-chief' | 'dispatcher' | 'handler'; readonly personId: string | null };
}

/**
 * One thing that an indicator counts: at an instant, so much to the numerator and so much to the denominator. `unlessAt`: where
 * that instant lies in the same period it counts there instead, so that nothing counts twice in one period.
 */
export interface Entry {
  readonly indicator: IndicatorId;
  readonly at: number;
  readonly numerator: number;
  readonly denominator: number;
  readonly whose: Whose;
  readonly unlessAt?: number;
}

export type Emit = (entry: Entry) => void;

/** Something owed until `dueAt` (null: without a limit) and done at `doneAt` (null: not yet). */
export interface Obligation {
  readonly doneAt: number | null;
  readonly dueAt: number | null;
}

/** Whether it was done, and not after its limit. */
export function isKept({ doneAt, dueAt }: Obligation): boolean {
  return doneAt !== null && (dueAt === null || doneAt <= dueAt);
}

/**
 * 应…数: counts where it was done, and where its limit ran out while it was still owed; in a period that holds both, once.
 * `numerator` says what it adds when done and when run out.
 */
export function emitObligation(
  emit: Emit, indicator: IndicatorId, owed: Obligation, asOf: number, whose: Whose,
  numerator: { readonly done: number; readonly missed: number }, weight = 1,
): void {
  const { doneAt, dueAt } = owed;
  if (doneAt !== null) emit({ indicator, at: doneAt, numerator: numerator.done, denominator: weight, whose });
  const isMissed = dueAt !== null && (doneAt === null ? asOf > dueAt : doneAt > dueAt);
  if (isMissed) emit({ indicator, at: dueAt, numerator: numerator.missed, denominator: weight, whose, ...(doneAt === null ? {} : { unlessAt: doneAt }) });
}
