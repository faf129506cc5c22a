import type { TerminalParameters } from '@wangge/shared/wire';
import { readDword, writeDword } from './words.ts';

/** 终端参数: numbers that are set and read by name; the ids are those of JT/T 808-2013 table 12 and the same in 2019. All are DWORD. */
const parameterIds = {
  /** 终端心跳发送间隔, s. */
  heartbeatS: 0x0001,
  /** 休眠时汇报时间间隔, s. */
  sleepReportS: 0x0027,
  /** 紧急报警时汇报时间间隔, s. */
  sosReportS: 0x0028,
  /** 缺省时间汇报间隔, s. */
  reportS: 0x0029,
  /** 最高速度, km/h. */
  topSpeedKmh: 0x0055,
  /** 超速持续时间, s. */
  overspeedS: 0x0056,
} as const satisfies Record<keyof TerminalParameters, number>;
type ParameterName = keyof TerminalParameters;

const nameById: ReadonlyMap<number, ParameterName> = new Map(Object.entries(parameterIds).map(([name, id]) => [id, name as ParameterName]));
const itemHead = 5;

/** A count and its items: id DWORD, length BYTE, value. Ids without a name are stepped over; undefined when cut short. */
export function decodeParameterItems(bytes: Uint8Array, start: number, end: number): TerminalParameters | undefined {
  if (start >= end) return undefined;
  const values: Partial<Record<ParameterName, number>> = {};
  let at = start + 1;
  for (let left = bytes[start] as number; left > 0; left -= 1) {
    if (at + itemHead > end) return undefined;
    const length = bytes[at + 4] as number;
    if (at + itemHead + length > end) return undefined;
    const name = nameById.get(readDword(bytes, at));
    if (name !== undefined && length === 4) values[name] = readDword(bytes, at + itemHead);
    at += itemHead + length;
  }
  return values;
}

export function encodeParameterItems(values: TerminalParameters): Uint8Array {
  const given = Object.entries(values) as [ParameterName, number][];
  const body = new Uint8Array(1 + given.length * (itemHead + 4));
  body[0] = given.length;
  given.forEach(([name, value], index) => {
    const at = 1 + index * (itemHead + 4);
    writeDword(body, at, parameterIds[name]);
    body[at + 4] = 4;
    writeDword(body, at + itemHead, value);
  });
  return body;
}
