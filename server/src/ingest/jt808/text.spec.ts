import { expect, it } from 'vitest';
import { TERMINAL_TEXT } from '@wangge/shared/wire';
import { encodeText, readText } from './text.ts';

it('[TM10] whatever may be written to a terminal survives its character set', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) => TERMINAL_TEXT.test(sign));
  expect(all.length).toBeGreaterThan(20_000);
  const lost = all.filter((sign) => sign !== ' ' && readText(encodeText(sign), 0, encodeText(sign).length) !== sign);
  expect(lost).toEqual([]);
});
