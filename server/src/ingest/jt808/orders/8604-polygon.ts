import type { TerminalZoneOrder, TerminalZoneShape } from '../../../features/terminals/terminals.api.ts';
import { BodyReader, BodyWriter } from '../body-fields.ts';
import type { HeaderLayout } from '../header.ts';
import { readBetween, readLimit, readName, readNightLimit, readPlace, readTells, writeBetween, writeLimit, writeName, writeNightLimit, writePlace, zoneBits } from './zone-fields.ts';

/** 设置多边形区域, JT/T 808-2013 §8.39; one under a known number is changed. */
export const polygonId = 0x8604;

export function encodePolygon(zone: TerminalZoneOrder, { corners }: Extract<TerminalZoneShape, { readonly kind: 'polygon' }>, layout: HeaderLayout): Uint8Array {
  const body = new BodyWriter();
  body.dword(zone.id);
  body.word(zoneBits(zone, corners[0]));
  writeBetween(body, zone);
  writeLimit(body, zone);
  body.word(corners.length);
  for (const corner of corners) writePlace(body, corner);
  writeNightLimit(body, zone, layout);
  writeName(body, zone, layout);
  return body.body();
}

/** Undefined when the body ends before its stated count. */
export function decodePolygon(bytes: Uint8Array, start: number, end: number, layout: HeaderLayout): TerminalZoneOrder | undefined {
  const body = new BodyReader(bytes, start, end);
  const [id, bits] = [body.dword(), body.word()];
  const rules = { between: readBetween(body, bits), limit: readLimit(body, bits), ...readTells(bits) };
  const corners: (readonly [number, number])[] = [];
  for (let left = body.word(); left > 0 && body.isWhole; left -= 1) corners.push(readPlace(body, bits));
  readNightLimit(body, bits, layout);
  const name = readName(body, layout);
  return body.isWhole ? { id, shape: { kind: 'polygon', corners }, ...rules, name, isKnown: false } : undefined;
}
