import { describe, expect, it } from 'vitest';
import { createTimeReader, isTimeFormat } from './parse-time.ts';

const at = (text: string): number => Date.parse(text);

describe('times of a file', () => {
  it.each([
    ['YYYY-MM-DD HH:mm:ss', '2018-02-08 15:34:40', '2018-02-08T15:34:40+08:00'],
    ['YYYY/M/D H:mm', '2018/2/8 9:05', '2018-02-08T09:05:00+08:00'],
    ['MM/DD/YYYY hh:mm:ss A', '02/08/2018 12:05:00 AM', '2018-02-08T00:05:00+08:00'],
    ['MM/DD/YYYY hh:mm:ss A', '02/08/2018 03:05:00 PM', '2018-02-08T15:05:00+08:00'],
    ['ISO', '2026-11-16T00:00:25+08:00', '2026-11-16T00:00:25+08:00'],
    ['ISO', '2026-11-16 00:00:25', '2026-11-16T00:00:25+08:00'],
    ['unix-s', '1211094000', '2008-05-18T07:00:00Z'],
  ])('%s reads %s', (format, text, wanted) => {
    expect(createTimeReader({ format })(text)).toBe(at(wanted));
  });

  it('takes another zone from the mapping', () => {
    expect(createTimeReader({ format: 'YYYY-MM-DD HH:mm:ss', utcOffset: '-05:00' })('2016-01-02 10:00:00')).toBe(at('2016-01-02T15:00:00Z'));
  });

  it.each(['', '2018-02-30 10:00:00', '2018-02-08 25:00:00', '2018-2-8 10:00:00', 'yesterday'])('refuses “%s”', (text) => {
    expect(createTimeReader({ format: 'YYYY-MM-DD HH:mm:ss' })(text)).toBeNull();
  });

  it('knows which formats name a day', () => {
    expect(['ISO', 'YYYY-MM-DD'].every(isTimeFormat)).toBe(true);
    expect(['HH:mm', 'date', 'MM/DD'].some(isTimeFormat)).toBe(false);
  });
});
