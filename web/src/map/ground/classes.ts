/** Least values of the four shades above none, ascending. */
export type Breaks = readonly [number, number, number, number];

/** A scale is kept until what it has to hold falls below this share of it. */
const KEEP_SHARE = 0.4;
const LADDER = [4, 8, 20] as const;

/**
 * Even classes for counts up to `most` on a round scale: 1–5, 6–10, 11–15, 16–20. A scale in use (`before`) stays while the counts fit it and
 * fill two fifths of it, so that areas do not change their shade because another area did.
 */
export function countBreaks(most: number, before?: Breaks): Breaks {
  const topBefore = before === undefined ? 0 : topOf(before);
  const top = before !== undefined && most <= topBefore && most > topBefore * KEEP_SHARE ? topBefore : scaleFor(most);
  const step = top / 4;
  return [1, step + 1, 2 * step + 1, 3 * step + 1];
}

/** The highest count that a scale is made for. */
export function topOf([, second]: Breaks): number {
  return (second - 1) * 4;
}

/** The shade of a value: how many of the breaks it reaches, 0–4. */
export function classOf(value: number, breaks: Breaks): number {
  return breaks.filter((least) => value >= least).length;
}

/** How many points a rate may miss its target by before the shade deepens. */
const RATE_STEP = 2;

/** The shade of a rate, the deeper the farther below the target: 1 reaches it, 4 misses it by four points or more. None where there is no rate. */
export function rateClass(percent: number | null, target: number): number {
  if (percent === null) return 0;
  if (percent >= target) return 1;
  return Math.min(4, 2 + Math.floor((target - percent) / RATE_STEP));
}

function scaleFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    for (const top of LADDER) if (most <= top * power) return top * power;
  }
}
