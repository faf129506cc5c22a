/** Index of the first instant that is not before `at`. */
function lowerBound(sorted: readonly number[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (sorted[mid]! < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Puts an instant where it belongs; cheap when it is the newest. */
export function insertSorted(sorted: number[], at: number): void {
  if (sorted.length === 0 || sorted[sorted.length - 1]! <= at) sorted.push(at);
  else sorted.splice(lowerBound(sorted, at), 0, at);
}

/** How many instants lie in [from, to). */
export function countBetween(sorted: readonly number[], from: number, to: number): number {
  return lowerBound(sorted, to) - lowerBound(sorted, from);
}
