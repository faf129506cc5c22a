import { chance } from '../life/chance.ts';
import type { Raster } from './png.ts';

type Colour = readonly [number, number, number];

const WIDTH = 360;
const HEIGHT = 270;
const SKY: readonly [Colour, Colour] = [[150, 178, 204], [212, 221, 226]];
const WALLS: readonly Colour[] = [[196, 186, 170], [172, 160, 148], [206, 198, 186], [158, 150, 146], [188, 170, 152]];
const CLUTTER: readonly Colour[] = [[178, 62, 48], [60, 108, 156], [214, 168, 62], [92, 128, 76], [108, 92, 122]];

class Canvas {
  readonly rgb = new Uint8Array(WIDTH * HEIGHT * 3);

  fill(x0: number, y0: number, width: number, height: number, [r, g, b]: Colour): void {
    for (let y = Math.max(0, Math.round(y0)); y < Math.min(HEIGHT, Math.round(y0 + height)); y += 1) {
      for (let x = Math.max(0, Math.round(x0)); x < Math.min(WIDTH, Math.round(x0 + width)); x += 1) this.rgb.set([r, g, b], (y * WIDTH + x) * 3);
    }
  }

  ring(cx: number, cy: number, radius: number, thick: number, colour: Colour): void {
    for (let y = -radius; y <= radius; y += 1) {
      for (let x = -radius; x <= radius; x += 1) {
        const away = Math.hypot(x, y);
        if (away <= radius && away >= radius - thick) this.fill(cx + x, cy + y, 1, 1, colour);
      }
    }
  }

  raster(): Raster {
    return { width: WIDTH, height: HEIGHT, rgb: this.rgb };
  }
}

function shade([r, g, b]: Colour, share: number): Colour {
  return [Math.round(r * share), Math.round(g * share), Math.round(b * share)];
}

/** A street in front of houses, drawn (示意): with things in the way, or cleared. The same seed is the same place. */
export function paintStreet(seed: string, isCleared: boolean): Raster {
  const canvas = new Canvas();
  for (let y = 0; y < 130; y += 1) {
    const t = y / 130;
    canvas.fill(0, y, WIDTH, 1, [0, 1, 2].map((i) => Math.round(SKY[0][i]! + (SKY[1][i]! - SKY[0][i]!) * t)) as unknown as Colour);
  }
  for (let i = 0, x = -10; x < WIDTH; i += 1) {
    const width = 46 + 50 * chance(seed, 'house', i);
    const top = 30 + 60 * chance(seed, 'top', i);
    const wall = WALLS[Math.floor(chance(seed, 'wall', i) * WALLS.length)]!;
    canvas.fill(x, top, width, 150 - top, wall);
    for (let wy = top + 12; wy < 128; wy += 24) for (let wx = x + 8; wx < x + width - 12; wx += 19) canvas.fill(wx, wy, 10, 13, shade(wall, 0.62));
    canvas.fill(x, 134, width, 16, shade(wall, 0.5));
    x += width + 2;
  }
  canvas.fill(0, 150, WIDTH, 34, [176, 174, 168]);
  canvas.fill(0, 184, WIDTH, 3, [226, 224, 216]);
  canvas.fill(0, 187, WIDTH, HEIGHT - 187, [104, 106, 110]);
  for (let x = 10; x < WIDTH; x += 64) canvas.fill(x, 226, 34, 4, [222, 220, 210]);
  if (!isCleared) clutter(canvas, seed);
  return canvas.raster();
}

function clutter(canvas: Canvas, seed: string): void {
  const begin = 30 + 130 * chance(seed, 'where');
  for (let i = 0; i < 9; i += 1) {
    const size = 16 + 26 * chance(seed, 'size', i);
    const colour = CLUTTER[Math.floor(chance(seed, 'thing', i) * CLUTTER.length)]!;
    const [x, y] = [begin + i * 15 * chance(seed, 'x', i) + i * 6, 196 - size + 22 * chance(seed, 'y', i)];
    canvas.fill(x + 3, y + size - 3, size, 6, [70, 72, 76]);
    canvas.fill(x, y, size, size, colour);
    canvas.fill(x, y, size, 4, shade(colour, 0.75));
  }
}

/** A filled-in form with a red seal, drawn (示意). */
export function paintForm(seed: string): Raster {
  const canvas = new Canvas();
  canvas.fill(0, 0, WIDTH, HEIGHT, [120, 104, 90]);
  canvas.fill(86, 14, 190, 244, [244, 242, 236]);
  canvas.fill(136, 30, 90, 9, [60, 60, 64]);
  for (let y = 58; y < 226; y += 20) {
    canvas.fill(100, y, 162, 1, [150, 150, 152]);
    canvas.fill(104, y + 8, 40 + 100 * chance(seed, 'line', y), 4, [96, 98, 110]);
  }
  canvas.ring(222, 206, 30, 4, [196, 44, 40]);
  canvas.ring(222, 206, 9, 9, [196, 44, 40]);
  return canvas.raster();
}
