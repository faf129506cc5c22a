import type { BriefingContent } from './frozen.ts';

/** A page of a presentation: what it shows, and of a list which part. */
export type BriefingStep =
  | { readonly kind: 'overview' | 'trends' | 'map' }
  | { readonly kind: 'figures'; readonly from: number; readonly to: number }
  | { readonly kind: 'cases'; readonly from: number; readonly to: number }
  | { readonly kind: 'note'; readonly at: number };

export const FIGURES_A_PAGE = 8;
export const CASES_A_PAGE = 6;

function parts(kind: 'figures' | 'cases', count: number, size: number): BriefingStep[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, i) => ({ kind, from: i * size, to: Math.min(count, (i + 1) * size) }) as BriefingStep);
}

/** The pages of a briefing as it is presented (汇报): the same ones in the same order on a slide and on a wall of any ratio. */
export function briefingSteps({ figures, cases, notes, map }: Pick<BriefingContent, 'figures' | 'cases' | 'notes' | 'map'>): readonly BriefingStep[] {
  return [
    { kind: 'overview' }, ...parts('figures', figures.length, FIGURES_A_PAGE), { kind: 'trends' }, ...(map ? [{ kind: 'map' } as const] : []),
    ...parts('cases', cases.length, CASES_A_PAGE), ...notes.map((_, at) => ({ kind: 'note', at } as const)),
  ];
}
