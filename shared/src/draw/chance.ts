import { concat, utf8, type Hash } from './bytes.ts';

const WORDS = 2 ** 32;

/** Numbers that nobody can foresee without the seed and everybody can repeat with it. */
export interface Chance {
  /** A whole number from 0 to `bound` - 1, each equally likely. */
  below(bound: number): number;
}

/**
 * The numbers of one seed for one purpose: blocks of hash(seed ‖ label ‖ 0 ‖ block number), read as 32-bit words, most
 * significant byte first. A word beyond the last whole multiple of the bound is thrown away, so that no number is favoured.
 */
export function createChance(hash: Hash, seed: Uint8Array, label: string): Chance {
  const head = concat(seed, utf8(label), Uint8Array.of(0));
  let block = new Uint8Array(0);
  let blockNo = 0;
  let at = 0;

  function word(): number {
    if (at + 4 > block.length) {
      block = new Uint8Array(hash(concat(head, Uint8Array.of(blockNo >>> 24, blockNo >>> 16, blockNo >>> 8, blockNo))));
      blockNo += 1;
      at = 0;
    }
    const value = ((block[at]! << 24) | (block[at + 1]! << 16) | (block[at + 2]! << 8) | block[at + 3]!) >>> 0;
    at += 4;
    return value;
  }

  return {
    below(bound) {
      const limit = WORDS - (WORDS % bound);
      for (;;) {
        const value = word();
        if (value < limit) return value % bound;
      }
    },
  };
}

/** `count` of the members, each set of that size equally likely, in the order drawn. */
export function pick<T>(chance: Chance, members: readonly T[], count: number): T[] {
  const left = [...members];
  for (let i = 0; i < count; i += 1) {
    const j = i + chance.below(left.length - i);
    [left[i], left[j]] = [left[j]!, left[i]!];
  }
  return left.slice(0, count);
}
