import { describe, expect, it } from 'vitest';
import type { Actor } from '@wangge/shared/access';
import { lifeEntries } from './life-entries.ts';

const chief: Actor = { id: 'p1', name: '卞正军', role: 'duty-chief', unitId: 'room', parentUnitId: null, areaCode: '320281104' };
const stored = (revision: number, type: string, to: string, payload: object = {}) => ({
  seq: revision * 10, stream: 'call/1', revision, at: revision, event: { type, at: revision * 1_000, actor: chief, to, payload: payload as { words?: string; lngLat?: [number, number] } },
});

describe('the record of an object', () => {
  it('tells of each step who, for which unit, when, where, and the state before and after', () => {
    const history = [stored(1, 'drafted', 'draft'), stored(2, 'arrived', 'draft', { lngLat: [120.2, 31.8], words: '到了' }), stored(3, 'signed', 'called')];
    const lines = lifeEntries(history, ({ payload }) => ({ note: payload.words, lngLat: payload.lngLat }), ({ type }) => ({ isSigned: type === 'signed' }));
    expect(lines).toEqual([
      { revision: 1, at: 1_000, event: 'drafted', actorName: '卞正军', actorRole: 'duty-chief', unitId: 'room', before: null, after: 'draft', lngLat: null, note: null, photos: [], isSigned: false },
      expect.objectContaining({ before: 'draft', after: 'draft', lngLat: [120.2, 31.8], note: '到了' }),
      expect.objectContaining({ before: 'draft', after: 'called', isSigned: true }),
    ]);
  });
});
