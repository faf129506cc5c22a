import { describe, expect, it } from 'vitest';
import { MOST_CAMERAS, openedAt, withOpened } from './opened-cameras.ts';

const nine = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];

describe('cameras on a wall', () => {
  it('[VD6] are nine at most: a tenth takes the place of the one asked for longest ago', () => {
    expect(nine).toHaveLength(MOST_CAMERAS);
    expect(withOpened(nine, ['j'])).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
    expect(withOpened(withOpened(nine, ['a']), ['j'])).toEqual(['c', 'd', 'e', 'f', 'g', 'h', 'i', 'a', 'j']);
    expect(withOpened([], [...nine, 'j', 'j'])).toEqual(['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']);
  });

  it('[VD7] close by themselves when their time is over', () => {
    const opened = { ids: ['a'], until: 1_000 };
    expect([openedAt(opened, 999), openedAt(opened, 1_000), openedAt(null, 0)]).toEqual([['a'], [], []]);
  });
});
