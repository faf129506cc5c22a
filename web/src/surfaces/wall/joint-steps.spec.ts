import { describe, expect, it } from 'vitest';
import { jointSteps } from './joint-steps.ts';

describe('texts in a line across joints', () => {
  const bands = [{ left: 95, right: 105 }, { left: 195, right: 205 }];

  it('stay where they are while none lies on a joint', () => {
    expect(jointSteps([{ left: 0, right: 95 }, { left: 105, right: 190 }], bands)).toEqual([0, 0]);
  });

  it('step behind the joint, and move what follows with them', () => {
    expect(jointSteps([{ left: 0, right: 60 }, { left: 70, right: 110 }, { left: 120, right: 150 }], bands)).toEqual([0, 35, 0]);
  });

  it('step again where the first step brings a later one onto the next joint', () => {
    expect(jointSteps([{ left: 90, right: 130 }, { left: 140, right: 185 }], bands)).toEqual([15, 50]);
  });
});
