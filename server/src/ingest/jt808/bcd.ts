import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, SHANGHAI_OFFSET_MS } from '@wangge/shared/base';

/** The two digits of one BCD byte, −1 where a half-byte is no decimal digit. */
function readPair(byte: number): number {
  const ones = byte & 0x0f;
  return byte > 0x99 || ones > 9 ? -1 : (byte >> 4) * 10 + ones;
}

/** The value of `count` BCD bytes, −1 where a half-byte is no digit; at most seven bytes are exact. */
function readDigits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) {
    const pair = readPair(bytes[i] as number);
    if (pair < 0) return -1;
    value = value * 100 + pair;
  }
  return value;
}

/** The last number seen for each four final digits: spelling a number out costs more than all else in a header. */
const recentLows = new Float64Array(10_000).fill(-1);
const recentPhones: string[] = new Array<string>(10_000).fill('');

function spell(low: number, slot: number): string {
  if (recentLows[slot] !== low) {
    recentLows[slot] = low;
    recentPhones[slot] = String(low);
  }
  return recentPhones[slot] as string;
}

/**
 * 终端手机号, BCD[6] (2011, 2013) or BCD[10] (2019), as digits without leading zeros, so that one terminal keeps one
 * number whichever header it speaks ('0' when all are zero). Undefined where a half-byte is no digit.
 */
export function readPhone(bytes: Uint8Array, start: number, count: 6 | 10): string | undefined {
  const end = start + count;
  const high = count === 6 ? 0 : readDigits(bytes, start, 4);
  const middle = readDigits(bytes, end - 6, 4);
  const slot = readDigits(bytes, end - 2, 2);
  if (high < 0 || middle < 0 || slot < 0) return undefined;
  const low = middle * 10_000 + slot;
  return high === 0 ? spell(low, slot) : `${high}${String(low).padStart(12, '0')}`;
}

const zeroCode = 48;

/** Writes decimal digits as BCD, padded on the left with zeros; throws RangeError on anything else or too many. */
export function writeDigits(bytes: Uint8Array, start: number, count: number, digits: string): void {
  if (digits.length === 0 || digits.length > count * 2) throw new RangeError(`'${digits}' does not fit BCD[${count}]`);
  bytes.fill(0, start, start + count);
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - zeroCode;
    if (digit < 0 || digit > 9) throw new RangeError(`'${digits}' is not decimal`);
    const at = start + count - 1 - (i >> 1);
    bytes[at] = (bytes[at] as number) | (digit << ((i & 1) * 4));
  }
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysTo2000 = 10_957;

/**
 * BCD[6] YYMMDDhhmmss in GMT+8, years 2000–2099, as epoch ms. NaN where the bytes name no moment of the calendar, as
 * terminals send before their first fix. In those hundred years every fourth year is a leap year.
 */
export function readTime(bytes: Uint8Array, start: number): number {
  const year = readPair(bytes[start] as number);
  const month = readPair(bytes[start + 1] as number);
  const day = readPair(bytes[start + 2] as number);
  const hour = readPair(bytes[start + 3] as number);
  const minute = readPair(bytes[start + 4] as number);
  const second = readPair(bytes[start + 5] as number);
  if (year < 0 || month < 1 || month > 12 || day < 1) return Number.NaN;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return Number.NaN;
  const leapDay = year % 4 === 0 ? 1 : 0;
  const last = (monthDays[month - 1] as number) + (month === 2 ? leapDay : 0);
  if (day > last) return Number.NaN;
  const days = daysTo2000 + year * 365 + ((year + 3) >> 2) + (daysBefore[month - 1] as number) + (month > 2 ? leapDay : 0) + day - 1;
  return days * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS - SHANGHAI_OFFSET_MS;
}

/** The inverse of `readTime`; milliseconds are dropped. */
export function writeTime(bytes: Uint8Array, start: number, at: number): void {
  const digits = new Date(at + SHANGHAI_OFFSET_MS).toISOString().replace(/\D/g, '');
  writeDigits(bytes, start, 6, digits.slice(2, 14));
}
