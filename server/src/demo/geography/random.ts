import { itemAt } from '@wangge/shared/geo';

/** A repeatable source of chance: the same seed and purpose give the same run of numbers on every machine. */
export interface Random {
  /** Uniform, 0 ≤ x < 1. */
  next(): number;
  /** Uniform between two bounds. */
  between(low: number, high: number): number;
  /** Roughly normal (sum of three), around 0 with spread about 1. */
  bell(): number;
  pick<T>(items: readonly T[]): T;
}

/** Chance from a seed (sfc32). `purpose` keeps the streams of different steps apart, so that one more draw in one step moves no other. */
export function createRandom(seed: number, purpose: string): Random {
  let [a, b, c, counter] = [seed | 0, hashText(purpose), 0x9e3779b9 | 0, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 15; warmUp += 1) next();
  return {
    next,
    between: (low, high) => low + next() * (high - low),
    bell: () => (next() + next() + next() - 1.5) * 2,
    pick: (items) => itemAt(items, Math.floor(next() * items.length)),
  };
}

/** A 32-bit number from a text (FNV-1a). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}
