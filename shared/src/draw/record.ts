import type { DrawPools, PoolHashes } from './pools.ts';
import type { DrawSlot, RecusalAsk } from './run-draw.ts';

export const RECORD_FORMAT = 'wangge-draw/1';

/** A recusal as it was carried out. */
export interface Recusal extends RecusalAsk {
  readonly replacementCode: string;
  readonly reason: string;
  readonly at: number;
}

/**
 * 抽取记录: everything somebody else needs to run the draw again. `seed` and `slots` are empty until it was drawn. `slots` are
 * as first drawn; `recusals` tell what was changed afterwards, in order. Instants are epoch ms.
 */
export interface DrawRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly lastDay: string;
  readonly pools: DrawPools;
  readonly poolHashes: PoolHashes;
  /** SHA-256 of the seed, published before the draw. */
  readonly commitment: string;
  readonly committedAt: number;
  readonly drawAt: number;
  readonly drawnAt: number | null;
  readonly seed: string | null;
  readonly slots: readonly DrawSlot[];
  readonly recusals: readonly Recusal[];
}
