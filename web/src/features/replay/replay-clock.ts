/** A moment worth a jump. */
export interface Mark {
  readonly at: number;
}

/** Where a cursor is that set out from `at` at the real instant `real` and runs `speed` times as fast as life; it never overtakes the present. */
export function targetAt(from: { readonly at: number; readonly real: number }, speed: number, real: number, present: number): { readonly at: number; readonly isOver: boolean } {
  const at = from.at + (real - from.real) * speed;
  return at >= present ? { at: present, isOver: true } : { at, isOver: false };
}

/** The first mark after an instant; marks ascend. */
export function markAfter<M extends Mark>(marks: readonly M[], at: number): M | null {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return marks[low] ?? null;
}

/** The last mark before an instant. */
export function markBefore<M extends Mark>(marks: readonly M[], at: number): M | null {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1] ?? null;
}
