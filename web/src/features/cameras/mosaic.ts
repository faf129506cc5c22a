import type { Box } from '../../map/labels/box.ts';

/** A picture of a mosaic with its caption, CSS px of the mosaic. */
export interface MosaicTile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where its caption may be written: over or under the picture, to one side of a joint. */
  readonly caption: { readonly isBelow: boolean; readonly left: number; readonly right: number };
}

export interface MosaicRoom {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly captionPx: number;
  readonly gapPx: number;
  /** Joints of the wall as the mosaic counts. */
  readonly joints: readonly Box[];
}

const RATIO = 16 / 9;

/** Widest stretch of a caption that no joint runs through. */
function clearOf({ left, right }: { readonly left: number; readonly right: number }, joints: readonly Box[]): { readonly left: number; readonly right: number } {
  const inside = joints.filter((joint) => joint.right > left && joint.left < right).sort((a, b) => a.left - b.left);
  const lefts = [left, ...inside.map((joint) => joint.right)];
  const rights = [...inside.map((joint) => joint.left), right];
  const spans = lefts.map((from, index) => ({ left: Math.max(left, from), right: Math.max(left, rights[index] ?? right) }));
  return spans.reduce((best, span) => (span.right - span.left > best.right - best.left ? span : best));
}

/** How wide pictures may be in so many columns and rows, caption and gaps off. */
function pictureWidth({ widthPx, heightPx, captionPx, gapPx }: MosaicRoom, columns: number, rows: number): number {
  const wide = (widthPx - (columns - 1) * gapPx) / columns;
  const high = (heightPx - (rows - 1) * gapPx) / rows - captionPx;
  return Math.max(0, Math.min(wide, high * RATIO));
}

/**
 * Lays out pictures of 16:9 (视频墙): in the number of columns that makes them largest, from the top, a last row that is not full in the middle. A caption stands over its picture,
 * under it where a level joint runs through that, and always to one side of an upright one.
 */
export function planMosaic(count: number, room: MosaicRoom): readonly MosaicTile[] {
  if (count === 0) return [];
  const { widthPx, captionPx, gapPx, joints } = room;
  const columns = Array.from({ length: count }, (_, index) => index + 1).reduce((best, n) => (pictureWidth(room, n, Math.ceil(count / n)) > pictureWidth(room, best, Math.ceil(count / best)) + 0.5 ? n : best), 1);
  const rows = Math.ceil(count / columns);
  const width = pictureWidth(room, columns, rows);
  const height = width / RATIO + captionPx;
  const crosses = (top: number): readonly Box[] => joints.filter((joint) => joint.bottom > top && joint.top < top + captionPx);
  const isLevel = (joint: Box): boolean => joint.left <= 0 && joint.right >= widthPx;
  return Array.from({ length: count }, (_, index): MosaicTile => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? count - row * columns : columns;
    const left = (widthPx - inRow * width - (inRow - 1) * gapPx) / 2 + (index % columns) * (width + gapPx);
    const top = row * (height + gapPx);
    const isBelow = crosses(top).some(isLevel);
    const captionTop = isBelow ? top + height - captionPx : top;
    const span = clearOf({ left, right: left + width }, crosses(captionTop).filter((joint) => !isLevel(joint)));
    return { left, top, width, height, caption: { isBelow, left: span.left - left, right: left + width - span.right } };
  });
}
