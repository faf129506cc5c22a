import type { Bbox, LngLat } from '@wangge/shared/geo';

/** The part of a stretch that lies in a box, from and to in shares of it; null where none does (Liang–Barsky). */
function inside([west, south, east, north]: Bbox, [fromX, fromY]: LngLat, [toX, toY]: LngLat): readonly [number, number] | null {
  const [dx, dy] = [toX - fromX, toY - fromY];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [[-dx, fromX - west], [dx, east - fromX], [-dy, fromY - south], [dy, north - fromY]] as const) {
    if (step === 0 && room < 0) return null;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave ? [enter, leave] : null;
}

/** A line cut at the edges of a box: the stretches of it that lie inside. */
export function clipLine(line: readonly LngLat[], box: Bbox): LngLat[][] {
  const pieces: LngLat[][] = [];
  let isOn = false;
  for (let i = 1; i < line.length; i += 1) {
    const [from, to] = [line[i - 1]!, line[i]!];
    const part = inside(box, from, to);
    if (!part) {
      isOn = false;
      continue;
    }
    const at = (share: number): LngLat => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    if (!isOn || part[0] > 0) pieces.push([at(part[0])]);
    pieces.at(-1)!.push(at(part[1]));
    isOn = part[1] === 1;
  }
  return pieces;
}
