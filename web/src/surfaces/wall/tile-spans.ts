/** A stretch along one side of the wall, design units. */
export interface SpanU {
  readonly from: number;
  readonly to: number;
}

/** How displays stand along one side of a wall: so many of equal length, with bezels between them; design units. */
export interface Row {
  readonly count: number;
  readonly pictureU: number;
  readonly bezelU: number;
}

/** Nothing is written nearer to the edge of a picture than this. */
export const CLEAR_U = 8;

/** What of `whole` lies on each display, clear of its bezels, one span each in order; those it does not reach are empty. */
export function spansOf(whole: SpanU, { count, pictureU, bezelU }: Row): readonly SpanU[] {
  return Array.from({ length: count }, (_, index) => {
    const begin = index * (pictureU + bezelU);
    const from = Math.max(whole.from, index === 0 ? -Infinity : begin + CLEAR_U);
    const to = Math.min(whole.to, index === count - 1 ? Infinity : begin + pictureU - CLEAR_U);
    return { from, to: Math.max(from, to) };
  });
}

export const lengthOf = ({ from, to }: SpanU): number => to - from;

/** A tile with its place: the display it lies on, counted from 1. */
export interface Placed extends SpanU {
  readonly display: number;
}

/** A tile may be made this much narrower to stay on the display it is on. */
const NARROWEST = 0.86;

/** Lays tiles of these lengths from the left, each on one display: what does not fit goes over to the next, what fits none takes the whole of one. */
export function layFromLeft(lengthsU: readonly number[], spans: readonly SpanU[], gapU: number): Placed[] {
  let at = 0;
  let cursor = spans[0]?.from ?? 0;
  return lengthsU.flatMap((lengthU) => {
    const fits = (): boolean => (spans[at]?.to ?? 0) - cursor >= lengthU * NARROWEST;
    while (!fits() && at < spans.length - 1) {
      // What is too long even for an empty display stays where it is when it begins one.
      if (cursor === spans[at]?.from && lengthOf(spans[at + 1] ?? { from: 0, to: 0 }) <= lengthOf(spans[at] ?? { from: 0, to: 0 })) break;
      at += 1;
      cursor = spans[at]?.from ?? cursor;
    }
    const end = Math.min(spans[at]?.to ?? cursor, cursor + lengthU);
    if (end - cursor < 1) return [];
    const placed = { from: cursor, to: end, display: at + 1 };
    cursor = end + gapU;
    return [placed];
  });
}

/** The same from the right; the last of the lengths lies at the right edge. */
export function layFromRight(lengthsU: readonly number[], spans: readonly SpanU[], gapU: number): Placed[] {
  const mirrored = spans.map(({ from, to }) => ({ from: -to, to: -from })).toReversed();
  return layFromLeft(lengthsU.toReversed(), mirrored, gapU).map(({ from, to, display }) => ({ from: -to, to: -from, display: spans.length - display + 1 })).toReversed();
}

/** Shares tiles out among the spans, most where most room is, in order and of equal length on each; those that would be narrower than `leastU` are left out. */
export function shareOut(count: number, spans: readonly SpanU[], gapU: number, leastU: number): Placed[] {
  const counts = spans.map(() => 0);
  for (let left = count; left > 0; left -= 1) {
    const roomAt = (at: number): number => (lengthOf(spans[at] ?? { from: 0, to: 0 }) - (counts[at] ?? 0) * gapU) / ((counts[at] ?? 0) + 1);
    const widest = spans.reduce((best, _, at) => (roomAt(at) > roomAt(best) + 1 ? at : best), 0);
    if (roomAt(widest) < leastU) break;
    counts[widest] = (counts[widest] ?? 0) + 1;
  }
  return spans.flatMap((span, at) => {
    const parts = counts[at] ?? 0;
    const lengthU = (lengthOf(span) - (parts - 1) * gapU) / Math.max(1, parts);
    return Array.from({ length: parts }, (_, part) => ({ from: span.from + part * (lengthU + gapU), to: span.from + part * (lengthU + gapU) + lengthU, display: at + 1 }));
  });
}
