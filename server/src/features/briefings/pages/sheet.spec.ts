import { describe, expect, it } from 'vitest';
import { Sheet } from './sheet.ts';

/** A character as wide as it is high. */
const sheet = new Sheet({ width: 500, height: 500 }, (text, size) => [...text].length * size);

describe('lines of a printed paragraph', () => {
  it('neither begin with what closes nor end with what opens', () => {
    const text = '请各村（社区）今晚加密巡查，“低洼”路段、《预案》所列（含涵洞），发现险情先疏散。';
    for (let width = 40; width <= 300; width += 10) {
      const lines = sheet.lines(text, width, 10);
      expect(lines.join('')).toBe(text);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。、；：）》”]/);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[（《“]$/);
    }
  });

  it('keep a number whole', () => {
    expect(sheet.lines('水位3.65米', 40, 10)).toEqual(['水位', '3.65', '米']);
  });
});
