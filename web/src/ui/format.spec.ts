import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisFloor, sharesOf, shortMatter, placeAndOwner } from './format.ts';

describe('shares', () => {
  it('add up to exactly 100 whatever the counts', () => {
    fc.assert(fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 }), (counts) => {
      const sum = Math.round(sharesOf(counts).reduce((total, share) => total + share * 10, 0));
      expect(sum).toBe(counts.some((n) => n > 0) ? 1_000 : 0);
    }));
  });

  it('stay within a tenth of the truth', () => {
    expect(sharesOf([21, 9, 38, 18])).toEqual([24.4, 10.5, 44.2, 20.9]);
  });
});

describe('a cut axis', () => {
  it('begins at the highest step that leaves every value on it', () => {
    expect(axisFloor([97.7, 94.6, 95], [90, 80, 60, 0])).toBe(90);
    expect(axisFloor([97.7, 89.9, null], [90, 80, 60, 0])).toBe(80);
    expect(axisFloor([], [90, 0])).toBe(90);
  });
});

describe('a matter on the wall', () => {
  it('leaves out what stands in brackets', () => {
    expect(shortMatter('下水道堵塞(污水外溢)')).toBe('下水道堵塞');
    expect(shortMatter('消费投诉（12315）')).toBe('消费投诉');
    expect(shortMatter('(其他)')).toBe('(其他)');
  });
});

describe('where a thing is and who has it', () => {
  it('names a village once that has it itself, and nothing else twice or not at all', () => {
    expect(placeAndOwner('新街村', '新街村', '催办〔2026〕734')).toBe('新街村 · 催办〔2026〕734');
    expect(placeAndOwner('新街', '新街村')).toBe('新街村');
    expect(placeAndOwner('迎秀', '迎秀社区')).toBe('迎秀社区');
    expect(placeAndOwner('徐霞客', '徐霞客镇农业农村办')).toBe('徐霞客 · 徐霞客镇农业农村办');
    expect(placeAndOwner('新街村', null, undefined)).toBe('新街村');
  });
});
