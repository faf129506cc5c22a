import { fromHex, toHex, type Hash } from './bytes.ts';
import { hashPools, type PoolHashes } from './pools.ts';
import type { DrawRecord, Recusal } from './record.ts';
import { redrawInspector, runDraw, type DrawSlot } from './run-draw.ts';

/** What another party finds who runs a draw again; of differences the first. */
export type Verdict =
  | { readonly kind: 'same'; readonly objects: number; readonly inspectors: number; readonly recusals: number }
  | { readonly kind: 'not-drawn' }
  | { readonly kind: 'pool-changed'; readonly pool: keyof PoolHashes; readonly recorded: string; readonly found: string }
  | { readonly kind: 'seed-differs'; readonly recorded: string; readonly found: string }
  | { readonly kind: 'drawn-too-early'; readonly drawAt: number; readonly drawnAt: number }
  | { readonly kind: 'slot-differs'; readonly place: number; readonly recorded: string; readonly found: string }
  | { readonly kind: 'recusal-differs'; readonly number: number; readonly recorded: string; readonly found: string };

function slotText(slot: DrawSlot | undefined): string {
  return slot ? `${slot.objectCode} [${slot.itemCodes.join(' ')}] ${slot.inspectorCodes.join(' ')}` : '—';
}

/** The inspectors of an object after the recusals so far, and who may not step in. */
export function inspectorsAfter(slot: DrawSlot, recusals: readonly Recusal[]): { readonly current: readonly string[]; readonly excluded: readonly string[] } {
  const own = recusals.filter(({ objectCode }) => objectCode === slot.objectCode);
  const current = own.reduce<readonly string[]>((codes, r) => codes.map((code) => (code === r.inspectorCode ? r.replacementCode : code)), slot.inspectorCodes);
  return { current, excluded: [...current, ...own.map(({ inspectorCode }) => inspectorCode)] };
}

/** Runs a recorded draw again: pools against their fingerprints, the seed against its commitment, then every name. */
export function verifyRecord(hash: Hash, record: DrawRecord): Verdict {
  const { poolHashes, commitment, pools, lastDay, slots, recusals } = record;
  const found = hashPools(hash, pools);
  for (const pool of ['items', 'objects', 'inspectors'] as const) {
    if (found[pool] !== poolHashes[pool]) return { kind: 'pool-changed', pool, recorded: poolHashes[pool], found: found[pool] };
  }
  const seed = record.seed === null ? null : fromHex(record.seed);
  if (record.drawnAt === null || seed === null) return { kind: 'not-drawn' };
  const print = toHex(hash(seed));
  if (print !== commitment) return { kind: 'seed-differs', recorded: commitment, found: print };
  if (record.drawnAt < record.drawAt || record.drawnAt < record.committedAt) return { kind: 'drawn-too-early', drawAt: Math.max(record.drawAt, record.committedAt), drawnAt: record.drawnAt };
  const inputs = { pools, lastDay };
  const again = runDraw(hash, seed, inputs);
  for (let i = 0; i < Math.max(again.length, slots.length); i += 1) {
    const [a, b] = [slotText(slots[i]), slotText(again[i])];
    if (a !== b) return { kind: 'slot-differs', place: i + 1, recorded: a, found: b };
  }
  for (const [i, recusal] of recusals.entries()) {
    const slot = slots.find(({ objectCode }) => objectCode === recusal.objectCode);
    const excluded = slot ? inspectorsAfter(slot, recusals.slice(0, i)).excluded : [];
    const next = slot && recusal.number === i + 1 ? redrawInspector(hash, seed, inputs, recusal, excluded) : null;
    if (next !== recusal.replacementCode) return { kind: 'recusal-differs', number: i + 1, recorded: recusal.replacementCode, found: next ?? '—' };
  }
  return { kind: 'same', objects: slots.length, inspectors: slots.reduce((sum, s) => sum + s.inspectorCodes.length, 0), recusals: recusals.length };
}
