import { describe, expect, it } from 'vitest';
import type { CaseLook, MapMark } from '../scene.ts';
import { worldPxAt } from '../viewport.ts';
import { groupMarks } from './group-marks.ts';

const mark = (key: string, lng: number, look: Partial<CaseLook> = {}): MapMark => ({
  key, lngLat: [lng, 31.8], look: { platform: 'order', lamp: 'green', share: 0.2, urgency: 'normal', isChosen: false, ...look },
});
const worldPx = worldPxAt(12);
const degreesOf = (px: number): number => (px / worldPx) * 360;

describe('groupMarks', () => {
  it('joins marks within reach under the worst of them and leaves farther ones alone', () => {
    const groups = groupMarks([mark('a', 120), mark('b', 120 + degreesOf(20), { lamp: 'red' }), mark('c', 120 + degreesOf(60))], worldPx, () => 24);
    expect(groups.map(({ lead, members }) => [lead.key, members.length])).toEqual([['c', 1], ['b', 2]]);
  });

  it('parts them again when one comes nearer', () => {
    const marks = [mark('a', 120), mark('b', 120 + degreesOf(20))];
    expect(groupMarks(marks, worldPx, () => 24)).toHaveLength(1);
    expect(groupMarks(marks, worldPx * 2, () => 24)).toHaveLength(2);
  });

  it('[MP12] loses no case, and never swallows the chosen one', () => {
    const marks = Array.from({ length: 40 }, (_, i) => mark(`m${i}`, 120 + degreesOf(i * 3), { isChosen: i === 20 }));
    const groups = groupMarks(marks, worldPx, () => 24);
    expect(groups.flatMap(({ members }) => members.map(({ key }) => key)).sort()).toEqual(marks.map(({ key }) => key).sort());
    expect(groups.at(-1)).toMatchObject({ lead: { key: 'm20' }, members: [{ key: 'm20' }] });
  });
});
