import type { TerminalZoneOrder, TerminalZoneShape } from '../../../features/terminals/terminals.api.ts';
import { BodyReader, BodyWriter } from '../body-fields.ts';
import type { HeaderLayout } from '../header.ts';
import { readBetween, readLimit, readName, readNightLimit, readPlace, readTells, writeBetween, writeLimit, writeName, writeNightLimit, writePlace, zoneBits } from './zone-fields.ts';

/** 设置路线, JT/T 808-2013 §8.41; one under a known number is changed. */
export const routeId = 0x8606;

/** 路段属性 (table 60): bit 0 times of passage, which we do not set, bit 1 a limit of speed, bits 2 and 3 the hemispheres. */
const timeBit = 1 << 0;
const limitBit = 1 << 1;
const southBit = 1 << 2;
const westBit = 1 << 3;

/** Bends and sections are numbered from 1; a section leads from its bend to the next. */
export function encodeRoute(zone: TerminalZoneOrder, { path, widthM }: Extract<TerminalZoneShape, { readonly kind: 'route' }>, layout: HeaderLayout): Uint8Array {
  const body = new BodyWriter();
  body.dword(zone.id);
  body.word(zoneBits(zone));
  writeBetween(body, zone);
  body.word(path.length);
  path.forEach((bend, index) => {
    body.dword(index + 1);
    body.dword(index + 1);
    writePlace(body, bend);
    body.byte(widthM);
    body.byte((zone.limit ? limitBit : 0) | (bend[1] < 0 ? southBit : 0) | (bend[0] < 0 ? westBit : 0));
    writeLimit(body, zone);
    writeNightLimit(body, zone, layout);
  });
  writeName(body, zone, layout);
  return body.body();
}

/** Undefined when the body ends before its stated count. The limit and the width are those of the first section; the hemispheres of a bend stand behind it. */
export function decodeRoute(bytes: Uint8Array, start: number, end: number, layout: HeaderLayout): TerminalZoneOrder | undefined {
  const body = new BodyReader(bytes, start, end);
  const [id, bits] = [body.dword(), body.word()];
  const between = readBetween(body, bits);
  const path: (readonly [number, number])[] = [];
  let [widthM, limit] = [0, null as TerminalZoneOrder['limit']];
  for (let left = body.word(); left > 0 && body.isWhole; left -= 1) {
    body.dword();
    body.dword();
    const [lng, lat] = readPlace(body, 0);
    const [width, section] = [body.byte(), body.byte()];
    if ((section & timeBit) !== 0) body.dword();
    const own = readLimit(body, section);
    readNightLimit(body, section, layout);
    if (path.length === 0) [widthM, limit] = [width, own];
    path.push([(section & westBit) === 0 ? lng : -lng, (section & southBit) === 0 ? lat : -lat]);
  }
  const name = readName(body, layout);
  return body.isWhole ? { id, shape: { kind: 'route', path, widthM }, between, limit, ...readTells(bits), name, isKnown: false } : undefined;
}
