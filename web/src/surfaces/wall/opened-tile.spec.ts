import { describe, expect, it } from 'vitest';
import { OPENS, openIn } from './opened-tile.ts';

const town = { level: 'town', code: '320281104', name: '徐霞客镇' } as const;
const village = { level: 'village', code: '320281104201', name: '方园村' } as const;
const grid = { level: 'grid', code: '320281104201001', name: '第1网格' } as const;

describe('a tile opened while the wall is about an area', () => {
  it('[MP16] opens the cases of that area', () => {
    for (const area of [town, village, grid]) {
      const opened = openIn('today', area);
      expect(opened.kind === 'tabs' && opened.tabs.map((tab) => tab.kind === 'figure' && tab.area)).toEqual([area.code, area.code, area.code, area.code]);
    }
  });

  it('[MP16] opens the whole where it cannot narrow: rates of a grid, a ranking in a village, squads, boards', () => {
    expect([openIn('rate', grid), openIn('rank-list', village), openIn('force', village), openIn('calls', village), openIn('today', null)])
      .toEqual([OPENS.rate, OPENS['rank-list'], OPENS.force, OPENS.calls, OPENS.today]);
    expect([openIn('rate', village), openIn('rank-shelf', town)]).not.toContainEqual(OPENS.rate);
  });
});
