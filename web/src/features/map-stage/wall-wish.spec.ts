import type { DrillStep } from '@wangge/shared/district-map';
import { describe, expect, it } from 'vitest';
import { wallWish, type WallMapWish } from './wall-wish.ts';

const HEAT = { heat: 'week', kernel: 'severity', hex: true, choropleth: null, cases: 'none', squads: false, people: false, grids: false, fences: false, cameras: false, relief: 'buildings' } as const;
const SPOT = { key: 'k', lngLat: [120.28, 31.78], around: [] } as const;
const STEP = { level: 'village', code: '320281104201', name: '璜塘村' } as unknown as DrillStep;
const wish = (more: Partial<WallMapWish> = {}, drill: readonly DrillStep[] = []) => wallWish({
  light: 'night', layers: HEAT, highlight: null, chosenId: null, spot: null, candidates: [], chosenTeamId: null, isMasked: false, openCameras: [], isPart: false, ...more,
}, drill);

describe("what a wall's map shows", () => {
  it('marks cameras where the scene has them and while any is open, in a takeover those that are open alone', () => {
    expect([wish(), wish({ layers: { ...HEAT, cameras: true } }), wish({ openCameras: ['gate'] }), wish({ openCameras: ['gate'], spot: SPOT })].map(({ shows }) => shows.cameras)).toEqual([false, true, true, false]);
  });

  it('is what its scene says', () => {
    expect(wish()).toMatchObject({ heat: 'week', relief: 'buildings', shows: { cases: false, squads: false, people: false, grids: false, hex: true, fences: false } });
    expect(wish({ layers: undefined })).toMatchObject({ heat: null, relief: 'flat', shows: { cases: true, squads: true, grids: true } });
  });

  it('has the case, the squads and the grids in a takeover, whatever scene and director leave out', () => {
    const filter = { areaCode: '320281104201', platform: 'market' } as const;
    expect(wish({ filter }).filter).toEqual(filter);
    expect(wish({ spot: SPOT, filter })).toMatchObject({ heat: null, relief: 'flat', filter: null, ringsAround: SPOT.lngLat, shows: { cases: true, squads: true, people: false, grids: true, hex: false } });
    expect(wish({ spot: SPOT, isMasked: true }).ringsAround).toBeNull();
  });

  it('has the cases of the area one went down into, and no heat over them', () => {
    expect(wish({}, [STEP])).toMatchObject({ scope: 'all', heat: null, shows: { cases: true, squads: false } });
  });

  it('lies flat on one of several displays', () => {
    expect(wish({ isPart: true }).relief).toBe('flat');
  });
});
