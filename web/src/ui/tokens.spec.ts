import { describe, expect, it } from 'vitest';
import { PALETTES, tokenSheet, type Light, type Palette } from './tokens.ts';

/** Contrast as WCAG 2.2 §1.4.3 reckons it. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** The colour of a sheet as it lies on the ground. */
function sheetOn({ sheet, bg }: Palette): string {
  const [red = 0, green = 0, blue = 0, opacity = 1] = [...sheet.matchAll(/[\d.]+/g)].map(([number]) => Number(number));
  const mixed = [red, green, blue].map((value, index) => Math.round(value * opacity + parseInt(bg.slice(1 + 2 * index, 3 + 2 * index), 16) * (1 - opacity)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const TEXTS: readonly (keyof Palette)[] = ['ink', 'ink2', 'ink3', 'us', 'green', 'yellow', 'redText', 'grey', 'blue'];

describe.each<Light>(['night', 'day'])('the colours by %s', (light) => {
  it.each(TEXTS)('write %s with a contrast of at least 4.5 on a sheet', (name) => {
    expect(contrast(PALETTES[light][name], sheetOn(PALETTES[light]))).toBeGreaterThanOrEqual(4.5);
  });

  it('write on the one white button', () => {
    expect(contrast(PALETTES[light].us, PALETTES[light].usInk)).toBeGreaterThan(7);
  });
});

describe('the token sheet', () => {
  it('names every colour for both lights', () => {
    const sheet = tokenSheet();
    expect(sheet.match(/--ink-2:/g)).toHaveLength(3);
    expect(sheet).toContain(`[data-light=day]{--bg:${PALETTES.day.bg}`);
  });
});
