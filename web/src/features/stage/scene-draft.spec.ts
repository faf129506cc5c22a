import { describe, expect, it } from 'vitest';
import type { Scene } from '@wangge/shared/stage';
import { arranged, copyOf, draftOf, edited, isChanged, undone } from './scene-draft.ts';

const wide = { left: [[['overdue', 24]]], right: [[['lamps', 24]]], shelf: [], shelfRows: 4 } as const;
const scene = { id: 'joint', name: '一件事', dwellMs: 20_000, isInPlaylist: true, shapes: { wide, tall: wide } } as unknown as Scene;

describe('a scene in the making', () => {
  it('takes changes and gives them back one by one', () => {
    const named = edited(draftOf(scene, 3), { name: '防汛' });
    const laid = arranged(named, 'wide', { ...wide, shelf: ['trend'] });
    expect(laid.scene.shapes.wide.shelf).toEqual(['trend']);
    expect(laid.scene.shapes.tall).toEqual(wide);
    expect([isChanged(laid), undone(laid).scene, undone(undone(laid)).scene]).toEqual([true, named.scene, scene]);
    expect(isChanged(undone(undone(undone(laid))))).toBe(false);
  });

  it('does not count a change that changes nothing', () => {
    const draft = draftOf(scene, 3);
    expect(arranged(draft, 'wide', { ...wide })).toBe(draft);
  });

  it('is copied under an id of its own and into no playlist', () => {
    const copy = copyOf(scene, '一件事 副本', ['joint', 'joint-2']);
    expect(copy).toMatchObject({ id: 'joint-3', name: '一件事 副本', isInPlaylist: false });
    expect(copyOf(copy, copy.name, ['joint', 'joint-2', 'joint-3']).id).toBe('joint-4');
    expect(isChanged(draftOf(copy, 3, true))).toBe(true);
  });
});
