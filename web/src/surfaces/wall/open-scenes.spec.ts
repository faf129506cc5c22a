import { describe, expect, it } from 'vitest';
import type { Scene } from '@wangge/shared/stage';
import { isMaskedBy, openScenes } from './open-scenes.ts';

const scene = (id: string, isMasked: boolean): Scene => ({ id, isMasked }) as Scene;
const SCENES = [scene('overview', false), scene('calls', false), scene('visitor', true)];

describe('scenes at a wall', () => {
  it('are open to whoever stands at its keys or writes its address, but for the masked ones', () => {
    expect(openScenes(SCENES, 'calls').map(({ id }) => id)).toEqual(['overview', 'calls']);
  });

  it('are masked when the server says so, and the wall says it whatever it shows', () => {
    expect(openScenes(SCENES, 'visitor').map(({ id }) => id)).toEqual(['overview', 'calls', 'visitor']);
    expect([isMaskedBy(SCENES, 'visitor'), isMaskedBy(SCENES, 'overview'), isMaskedBy(SCENES, null)]).toEqual([true, false, false]);
  });
});
