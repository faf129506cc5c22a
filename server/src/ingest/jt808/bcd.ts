import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, SHANGHAI_OFFSET_MS } from '@wangge/shared/base';

/** The value of `count` BCD bytes, NaN where a half-byte is no decimal digit; at most 15 digits are exact. */
function readDigits(bytes: Uint8Array, start: number, count: number): number {
  let value = 0;
  for (let i = start; i < start + count; i += 1) {
    const byte = bytes[i] as number;
    const tens = byte >> 4;
    const ones = byte & 0x0f;
    if (tens > 9 || ones > 9) return Number.NaN;
    value = value * 100 + tens * 10 + ones;
  }
  return value;
}

/**
 * 终端手机号, BCD[6] (2011, 2013) or BCD[10] (2019), as digits without leading zeros, so that one terminal keeps one
 * number whichever header it speaks ('0' when all are zero). Undefined where a half-byte is no digit.
 */
export function readPhone(bytes: Uint8Array, start: number, count: 6 | 10): string | undefined {
  const high = count === 6 ? 0 : readDigits(bytes, start, 4);
  const low = readDigits(bytes, start + count - 6, 6);
  if (Number.isNaN(high) || Number.isNaN(low)) return undefined;
  return high === 0 ? String(low) : `${high}${String(low).padStart(12, '0')}`;
}

/** Writes decimal digits as BCD, padded on the left with zeros; throws RangeError on anything else or too many. */
export function writeDigits(bytes: Uint8Array, start: number, count: number, digits: string): void {
  if (!/^\d+$/.test(digits) || digits.length > count * 2) throw new RangeError(`'${digits}' does not fit BCD[${count}]`);
  const padded = digits.padStart(count * 2, '0');
  for (let i = 0; i < count; i += 1) bytes[start + i] = Number(padded[2 * i]) * 16 + Number(padded[2 * i + 1]);
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysTo2000 = 10_957;

/**
 * BCD[6] YYMMDDhhmmss in GMT+8, years 2000–2099, as epoch ms. NaN where the bytes name no moment of the calendar, as
 * terminals send before their first fix. In those hundred years every fourth year is a leap year.
 */
export function readTime(bytes: Uint8Array, start: number): number {
  const year = readDigits(bytes, start, 1);
  const month = readDigits(bytes, start + 1, 1);
  const day = readDigits(bytes, start + 2, 1);
  const hour = readDigits(bytes, start + 3, 1);
  const minute = readDigits(bytes, start + 4, 1);
  const second = readDigits(bytes, start + 5, 1);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1 && hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
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
