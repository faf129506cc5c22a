import { localParts } from '@wangge/shared/base';
import type { BriefingContent, BriefingKind, BriefingStep } from '@wangge/shared/briefing';

/** What a kind of briefing is called. */
export const KIND_WORDS: Readonly<Record<BriefingKind, string>> = { moment: '简报', day: '日报', week: '周报', month: '月报' };

const two = (n: number): string => String(n).padStart(2, '0');

/** 2026年11月22日. */
export function dateText(at: number): string {
  const { year, month, day } = localParts(at);
  return `${year}年${month}月${day}日`;
}

/** 11月22日. */
export function dayText(at: number): string {
  const { month, day } = localParts(at);
  return `${month}月${day}日`;
}

/** 17:52. */
export function clockText(at: number): string {
  const { hour, minute } = localParts(at);
  return `${two(hour)}:${two(minute)}`;
}

/** 2026-11-22 17:52. */
export function stampText(at: number): string {
  const { year, month, day } = localParts(at);
  return `${year}-${two(month)}-${two(day)} ${clockText(at)}`;
}

/** The time a briefing is about, in words. */
export function periodText({ kind, period: { startAt, endAt } }: Pick<BriefingContent, 'kind' | 'period'>): string {
  if (kind === 'moment' || kind === 'day') return dateText(startAt);
  if (kind === 'month') return `${localParts(startAt).year}年${localParts(startAt).month}月`;
  return `${dateText(startAt)}–${dayText(endAt - 1)}`;
}

const STEP_WORDS = { overview: '要览', figures: '指标', trends: '趋势和排名', map: '地图', cases: '案件' } as const;

/** What a page of a presentation is called. */
export function stepName(step: BriefingStep, { notes }: Pick<BriefingContent, 'notes'>): string {
  if (step.kind === 'note') return notes[step.at]?.title ?? '';
  return 'from' in step && step.from > 0 ? `${STEP_WORDS[step.kind]}（续）` : STEP_WORDS[step.kind];
}
