import { itemAt } from '@wangge/shared/geo';

const BAR = 124;

/** A number in [0, 1) that belongs to the words: the same words give the same number at any time and in any order of asking. */
export function chance(...words: readonly (string | number)[]): number {
  // FNV-1a over the words joined by bars; asked for so often that the text is not put together.
  let h = 0x811c9dc5;
  for (let i = 0; i < words.length; i += 1) {
    if (i > 0) h = Math.imul(h ^ BAR, 0x01000193);
    const word = String(words[i]);
    for (let k = 0; k < word.length; k += 1) h = Math.imul(h ^ word.charCodeAt(k), 0x01000193);
  }
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** A number around 0 with a spread of about 1, belonging to the words. */
export function bell(...words: readonly (string | number)[]): number {
  return (chance(...words, 'a') + chance(...words, 'b') + chance(...words, 'c') - 1.5) * 2;
}

/** One of the items, by a number in [0, 1). */
export function pickAt<T>(items: readonly T[], share: number): T {
  return itemAt(items, Math.min(items.length - 1, Math.floor(share * items.length)));
}

/** The index that a number in [0, 1) falls on when each index takes room by its weight; the last one when all weights are 0. */
export function weightedIndex(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, w) => sum + w, 0);
  for (let i = 0; i < weights.length; i += 1) {
    left -= weights[i] ?? 0;
    if (left < 0) return i;
  }
  return weights.length - 1;
}

/** A time between two bounds, nearer the lower one more often than not; ms. */
export function delayMs(low: number, high: number, share: number): number {
  return Math.round(low + (high - low) * share ** 1.6);
}
