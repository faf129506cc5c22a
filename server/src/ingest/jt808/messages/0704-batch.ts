import { readWord, writeWord } from '../words.ts';
import { decodeLocation, encodeLocation } from './0200-location.ts';
import type { Location } from './0200-location.ts';

/** 定位数据批量上传, JT/T 808-2013 §8.49. */
export const batchId = 0x0704;

export type Batch = {
  /** 盲区补报 (type 1): kept while there was no network. Type 0 is an ordinary batch. */
  readonly isCatchUp: boolean;
  readonly items: readonly Location[];
};

/** All items or none: undefined when the body ends before the stated count, or an item is no position. */
export function decodeBatch(bytes: Uint8Array, start: number, end: number): Batch | undefined {
  if (end - start < 3) return undefined;
  const count = readWord(bytes, start);
  const items: Location[] = [];
  let at = start + 3;
  while (items.length < count) {
    if (at + 2 > end) return undefined;
    const itemEnd = at + 2 + readWord(bytes, at);
    if (itemEnd > end) return undefined;
    const item = decodeLocation(bytes, at + 2, itemEnd);
    if (item === undefined) return undefined;
    items.push(item);
    at = itemEnd;
  }
  return { isCatchUp: bytes[start + 2] === 1, items };
}

export function encodeBatch(batch: Batch): Uint8Array {
  const head = new Uint8Array(3);
  writeWord(head, 0, batch.items.length);
  head[2] = batch.isCatchUp ? 1 : 0;
  const pieces: Uint8Array[] = [head];
  for (const item of batch.items) {
    const body = encodeLocation(item);
    const length = new Uint8Array(2);
    writeWord(length, 0, body.length);
    pieces.push(length, body);
  }
  return Buffer.concat(pieces);
}
