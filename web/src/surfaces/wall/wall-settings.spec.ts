import { describe, expect, it } from 'vitest';
import { readSettings } from './wall-settings.ts';

describe('the settings of a wall', () => {
  it('come from its address', () => {
    expect(readSettings('?key=abc&wall=w-2&tile=2,1&card=1&k=1.3&light=auto&day=06:30-19:00&dim=22:00-06:00&dimto=70&edge=40&cells=4x2&scene=governance&interval=45&area=320281104200&heat=week&kiosk=1&preview=1')).toEqual({ key: 'abc', wall: 'w-2', tile: { column: 2, row: 1 }, hasCard: true, k: 1.3, light: 'auto', day: { from: '06:30', to: '19:00' }, dim: { hours: { from: '22:00', to: '06:00' }, share: 0.7 }, edgeU: 40, cells: { across: 4, down: 2 }, scene: 'governance', dwellMs: 45_000, area: '320281104200', heat: 'week', isKiosk: true, isPreview: true });
  });

  it('take their usual values where the address says nothing or nonsense', () => {
    const usual = { key: null, wall: null, tile: null, hasCard: false, k: null, light: 'night', day: { from: '07:00', to: '18:00' }, dim: { hours: null, share: 0.6 }, edgeU: 20, cells: null, scene: null, dwellMs: 20_000, area: null, heat: null, isKiosk: false, isPreview: false };
    expect(readSettings('')).toEqual(usual);
    expect(readSettings('?tile=0,3&light=pink&day=noon&dim=late&edge=-5&cells=0x2&interval=soon&area=here&heat=much&kiosk=yes')).toEqual(usual);
  });

  it('never make text smaller than the design nor larger than twice', () => {
    expect(readSettings('?k=0.5').k).toBe(1);
    expect(readSettings('?k=much').k).toBe(1);
    expect(readSettings('?k=9').k).toBe(2);
  });

  it('never dim a wall so far that nobody reads it', () => {
    expect(readSettings('?dim=22:00-06:00&dimto=5').dim.share).toBe(0.4);
  });

  it('leave each tile in its turn long enough to be read, and never for good', () => {
    expect(readSettings('?interval=0').dwellMs).toBe(3_000);
    expect(readSettings('?interval=9999').dwellMs).toBe(300_000);
  });
});
