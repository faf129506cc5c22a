import type { TerminalZoneOrder, TerminalZoneShape } from '../../../features/terminals/terminals.api.ts';
import { BodyReader, BodyWriter } from '../body-fields.ts';
import type { HeaderLayout } from '../header.ts';
import { readBetween, readLimit, readName, readNightLimit, readPlace, readTells, writeBetween, writeLimit, writeName, writeNightLimit, writePlace, zoneBits } from './zone-fields.ts';

/** 设置圆形区域 and 设置矩形区域, JT/T 808-2013 §8.35 and §8.37. */
export const circleId = 0x8600;
export const rectangleId = 0x8602;

/** 设置属性: 1 追加, 2 修改. */
const [added, changed] = [1, 2];

type AreaShape = Extract<TerminalZoneShape, { readonly kind: 'circle' | 'rectangle' }>;

/** One area a message: what a terminal refuses is then that area and no other. */
export function encodeArea(zone: TerminalZoneOrder, shape: AreaShape, layout: HeaderLayout): Uint8Array {
  const body = new BodyWriter();
  body.byte(zone.isKnown ? changed : added);
  body.byte(1);
  body.dword(zone.id);
  body.word(zoneBits(zone, shape.kind === 'circle' ? shape.centre : shape.northWest));
  if (shape.kind === 'circle') {
    writePlace(body, shape.centre);
    body.dword(shape.radiusM);
  } else {
    writePlace(body, shape.northWest);
    writePlace(body, shape.southEast);
  }
  writeBetween(body, zone);
  writeLimit(body, zone);
  writeNightLimit(body, zone, layout);
  writeName(body, zone, layout);
  return body.body();
}

/** Undefined when the body ends before its stated count. */
export function decodeAreas(bytes: Uint8Array, start: number, end: number, kind: 'circle' | 'rectangle', layout: HeaderLayout): readonly TerminalZoneOrder[] | undefined {
  const body = new BodyReader(bytes, start, end);
  const isKnown = body.byte() === changed;
  const zones: TerminalZoneOrder[] = [];
  for (let left = body.byte(); left > 0 && body.isWhole; left -= 1) {
    const [id, bits] = [body.dword(), body.word()];
    const first = readPlace(body, bits);
    const shape: AreaShape = kind === 'circle' ? { kind, centre: first, radiusM: body.dword() } : { kind, northWest: first, southEast: readPlace(body, bits) };
    const rules = { between: readBetween(body, bits), limit: readLimit(body, bits), ...readTells(bits) };
    readNightLimit(body, bits, layout);
    zones.push({ id, shape, ...rules, name: readName(body, layout), isKnown });
  }
  return body.isWhole ? zones : undefined;
}
