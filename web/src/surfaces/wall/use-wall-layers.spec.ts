import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AREA_FIGURES, layerFaults } from '@wangge/shared/stage';
import { turnLayer, USUAL_LAYERS } from './use-wall-layers.ts';

describe('the keys of the layers', () => {
  it('[MP1] [MP2] [MP3] lead to layers that can be read, whatever is pressed', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (keys) => layerFaults(keys.reduce(turnLayer, USUAL_LAYERS)).length === 0));
  });

  it('each come back to where they began', () => {
    for (const [key, presses] of [[0, 2], [1, 4], [2, 2], [3, 2], [4, AREA_FIGURES.length + 1], [5, 3], [6, 2], [7, 2], [8, 2], [9, 3]] as const) {
      expect(Array.from({ length: presses }, () => key).reduce(turnLayer, USUAL_LAYERS), `key ${key}`).toEqual(USUAL_LAYERS);
    }
  });

  it('change something with each of 0–9', () => {
    for (let key = 0; key <= 9; key += 1) expect(turnLayer(USUAL_LAYERS, key), `key ${key}`).not.toEqual(USUAL_LAYERS);
  });
});
