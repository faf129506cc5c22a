import { PAPERS, type StagePaper } from '@wangge/shared/briefing';
import type { Box } from './parts.ts';

/** The room of one page on a paper: columns of equal width side by side, so that none lies across the joint of two displays; upright they lie under each other. */
export interface StageRoom {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly isTall: boolean;
  /** Distance from the edges. */
  readonly edge: number;
  /** The box of columns `from` to before `to`; upright of so many twelfths of the height. */
  part(from: number, to: number, top?: number): Box;
  /** Everything between header and footer. */
  readonly whole: Box;
}

const COLUMNS: Readonly<Record<StagePaper, number>> = { slide: 2, ultra: 3, broad: 3, band: 4, long: 6, tall: 1 };
const EDGE = 44;
const GAP = 36;
const TOP = 74;
const FOOT = 46;
/** Upright a page is parted by its height. */
export const TWELFTHS = 12;

export function stageRoom(paper: StagePaper): StageRoom {
  const { width, height } = PAPERS[paper];
  const isTall = paper === 'tall';
  const edge = isTall ? 30 : EDGE;
  const foot = isTall ? 62 : FOOT;
  const columns = COLUMNS[paper];
  const whole: Box = { x: edge, y: TOP, width: width - 2 * edge, height: height - TOP - foot };
  return {
    width, height, columns, isTall, edge, whole,
    part(from, to, top = TOP) {
      if (isTall) {
        const each = (height - top - foot) / TWELFTHS;
        return { x: edge, y: top + from * each, width: whole.width, height: (to - from) * each };
      }
      const left = from === 0 ? edge : (from * width) / columns + GAP / 2;
      const right = to === columns ? width - edge : (to * width) / columns - GAP / 2;
      return { x: left, y: top, width: right - left, height: height - top - foot };
    },
  };
}
