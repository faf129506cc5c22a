import { describe, expect, it } from 'vitest';
import { MAP_THEMES } from './map-theme.ts';

/** Relative luminance as WCAG 2.2 reckons it, with the light of a room added. */
function light(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
}

/** How far each shade stands from the next. */
function steps(shades: readonly string[]): number[] {
  return shades.slice(1).map((shade, index) => {
    const [one, next] = [light(shades[index] ?? shade), light(shade)];
    return Math.max(one, next) / Math.min(one, next);
  });
}

describe.each(['night', 'day'] as const)('the shades of the ground by %s', (name) => {
  const { loadSteps, figureSteps } = MAP_THEMES[name];

  it('begin alike', () => {
    expect(figureSteps[0]).toBe(loadSteps[0]);
  });

  it('stand farther apart where they are what the map is about', () => {
    const [asGround, asMessage] = [steps(loadSteps), steps(figureSteps)];
    expect(asMessage.every((ratio, index) => ratio > (asGround[index] ?? 0))).toBe(true);
    expect(Math.min(...asMessage)).toBeGreaterThan(1.12);
  });
});
