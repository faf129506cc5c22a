const STEPS = 24;

/**
 * A cubic Bézier timing curve through (0,0), (x1,y1), (x2,y2), (1,1) as CSS `cubic-bezier` means it; x1 and x2 lie within
 * 0–1. Answers the progress for a share of the time, both 0–1.
 */
export function cubicBezier(x1: number, y1: number, x2: number, y2: number): (share: number) => number {
  return (share) => {
    if (share <= 0) return 0;
    if (share >= 1) return 1;
    let [low, high] = [0, 1];
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (low + high) / 2;
      if (bezier(x1, x2, middle) < share) low = middle;
      else high = middle;
    }
    return bezier(y1, y2, (low + high) / 2);
  };
}

function bezier(a: number, b: number, t: number): number {
  const rest = 1 - t;
  return 3 * rest * rest * t * a + 3 * rest * t * t * b + t * t * t;
}
