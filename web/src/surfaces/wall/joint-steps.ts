import type { Span } from './clear-span.ts';

/** How far each of the texts that follow each other in a line has to step aside so that none lies on a band; each step moves all that follow. CSS px. */
export function jointSteps(texts: readonly Span[], bands: readonly Span[]): number[] {
  let moved = 0;
  return texts.map(({ left, right }) => {
    const band = bands.find((one) => right + moved > one.left && left + moved < one.right);
    const step = band === undefined ? 0 : band.right - (left + moved);
    moved += step;
    return step;
  });
}
