import type { TerminalParameters } from '@wangge/shared/wire';
import { decodeParameterItems, encodeParameterItems } from '../parameter-items.ts';
import { readWord, writeWord } from '../words.ts';

/** 查询终端参数应答, JT/T 808-2013 §8.11. */
export const parametersId = 0x0104;

export type ParametersAnswer = { readonly ackSerial: number; readonly values: TerminalParameters };

/** Undefined when the body ends before the stated count. */
export function decodeParameters(bytes: Uint8Array, start: number, end: number): ParametersAnswer | undefined {
  const values = end - start < 3 ? undefined : decodeParameterItems(bytes, start + 2, end);
  return values && { ackSerial: readWord(bytes, start), values };
}

export function encodeParameters({ ackSerial, values }: ParametersAnswer): Uint8Array {
  const head = new Uint8Array(2);
  writeWord(head, 0, ackSerial);
  return Buffer.concat([head, encodeParameterItems(values)]);
}
