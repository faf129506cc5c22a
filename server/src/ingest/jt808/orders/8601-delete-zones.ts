import type { TerminalZoneShape } from '../../../features/terminals/terminals.api.ts';
import { BodyReader, BodyWriter } from '../body-fields.ts';

/** 删除圆形区域, 矩形区域, 多边形区域 and 路线, JT/T 808-2013 §8.36, §8.38, §8.40 and §8.42: all have one layout. */
export const deleteIds: Readonly<Record<TerminalZoneShape['kind'], number>> = { circle: 0x8601, rectangle: 0x8603, polygon: 0x8605, route: 0x8607 };

/** One area or route by its id: a count of 0 would delete all of them. */
export function encodeDeletion(id: number): Uint8Array {
  const body = new BodyWriter();
  body.byte(1);
  body.dword(id);
  return body.body();
}

/** Empty for all; undefined when the body is cut short. */
export function decodeDeletion(bytes: Uint8Array, start: number, end: number): readonly number[] | undefined {
  const body = new BodyReader(bytes, start, end);
  const ids = Array.from({ length: body.byte() }, () => body.dword());
  return body.isWhole && start < end ? ids : undefined;
}
