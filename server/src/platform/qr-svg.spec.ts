import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { qrSvg } from './qr-svg.ts';

const PIXELS = 4;

/** Draws the dark modules of the SVG as a camera would see them. */
function photograph(svg: string): { width: number; height: number; data: Uint8ClampedArray } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]) * PIXELS;
  const data = new Uint8ClampedArray(size * size * 4).fill(255);
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let i = 0; i < PIXELS * PIXELS; i += 1) {
      const at = ((Number(y) * PIXELS + Math.floor(i / PIXELS)) * size + Number(x) * PIXELS + (i % PIXELS)) * 4;
      data.fill(0, at, at + 3);
    }
  }
  return { width: size, height: size, data };
}

describe('a sign', () => {
  it.each(['https://wangge.example.gov.cn/field/site/NF2026-0007', 'https://wangge.example.gov.cn/report?village=320281104209'])('[OM6] [CZ11] carries a code that a phone reads as %s', (address) => {
    expect(decodeQR(photograph(qrSvg(address)))).toBe(address);
  });
});
