import type { LabelKind } from '../scene.ts';
import type { LabelSeat } from './label-candidates.ts';

/** How labels of a kind seek their place. `rank` as the design orders them: what a director points out, 特急 and red, travel times, squads, villages, neighbours. */
export interface LabelStyle {
  readonly seat: LabelSeat;
  readonly rank: number;
  readonly leashU: number;
  readonly coversCalm: boolean;
}

export const LABEL_STYLES: Readonly<Record<LabelKind, LabelStyle>> = {
  highlight: { seat: 'around', rank: 120, leashU: 110, coversCalm: true },
  alarm: { seat: 'around', rank: 100, leashU: 64, coversCalm: true },
  'candidate-first': { seat: 'around', rank: 95, leashU: 48, coversCalm: true },
  candidate: { seat: 'around', rank: 90, leashU: 48, coversCalm: false },
  eta: { seat: 'centre', rank: 80, leashU: 60, coversCalm: false },
  squad: { seat: 'around', rank: 60, leashU: 56, coversCalm: false },
  'squad-stale': { seat: 'around', rank: 55, leashU: 44, coversCalm: false },
  village: { seat: 'centre', rank: 40, leashU: 60, coversCalm: false },
  grid: { seat: 'centre', rank: 36, leashU: 44, coversCalm: false },
  fence: { seat: 'centre', rank: 34, leashU: 44, coversCalm: false },
  ring: { seat: 'on', rank: 50, leashU: 0, coversCalm: false },
  count: { seat: 'centre', rank: 10, leashU: 0, coversCalm: false },
  neighbour: { seat: 'centre', rank: 20, leashU: 0, coversCalm: false },
};
