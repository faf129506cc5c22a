/** A scale bar (比例尺): a round ground length and how long it is drawn. */
export interface ScaleBar {
  readonly lengthM: number;
  readonly widthPx: number;
}

/** The longest bar of 1, 2 or 5 times a power of ten that is not wider than `mostPx`. */
export function scaleBar(metresPerPx: number, mostPx: number): ScaleBar {
  const mostM = metresPerPx * mostPx;
  const power = 10 ** Math.floor(Math.log10(mostM));
  const lengthM = power * (mostM >= 5 * power ? 5 : mostM >= 2 * power ? 2 : 1);
  return { lengthM, widthPx: lengthM / metresPerPx };
}
