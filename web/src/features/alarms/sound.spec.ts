import { describe, expect, it } from 'vitest';
import { SPEECH_EACH_MS, maySpeak } from './speech.ts';
import { TONES } from './tones.ts';

describe('what a room hears', () => {
  it('[TK12] speaks one sentence in ten seconds at most', () => {
    expect(SPEECH_EACH_MS).toBe(10_000);
    expect([maySpeak(-Infinity, 0), maySpeak(1_000, 10_999), maySpeak(1_000, 11_000)]).toEqual([true, false, true]);
  });

  it('sounds 660 and 880 Hz of 180 ms each for 特急, one tone for red, one low tone for a lost link', () => {
    expect(TONES.urgent.map(({ hz, lastMs }) => [hz, lastMs])).toEqual([[660, 180], [880, 180]]);
    expect(TONES.once).toHaveLength(1);
    expect(TONES['link-lost'].every(({ hz }) => hz < 300)).toBe(true);
  });
});
