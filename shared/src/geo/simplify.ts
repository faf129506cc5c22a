import { itemAt } from './item-at.ts';
import type { LngLat } from './lng-lat.ts';
import { createPlane, nearestOnSegment } from './plane.ts';

/**
 * The line with fewer places: none of the dropped ones lay farther than `toleranceM` from what remains
 * (Douglas–Peucker). Both ends stay, so a closed ring stays closed.
 */
export function simplifyLine(line: readonly LngLat[], toleranceM: number): LngLat[] {
  if (line.length < 3) return [...line];
  const plane = createPlane(itemAt(line, 0));
  const points = line.map(plane.toPlane);
  const isKept = new Array<boolean>(line.length).fill(false);
  isKept[0] = true;
  isKept[line.length - 1] = true;
  const spans: [number, number][] = [[0, line.length - 1]];
  for (let span = spans.pop(); span !== undefined; span = spans.pop()) {
    const [from, to] = span;
    let worst = { index: -1, offM: toleranceM };
    for (let i = from + 1; i < to; i += 1) {
      const { offM } = nearestOnSegment(itemAt(points, i), itemAt(points, from), itemAt(points, to));
      if (offM > worst.offM) worst = { index: i, offM };
    }
    if (worst.index < 0) continue;
    isKept[worst.index] = true;
    spans.push([from, worst.index], [worst.index, to]);
  }
  return line.filter((_, index) => isKept[index]);
}
