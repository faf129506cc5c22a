import { describe, expect, it } from 'vitest';
import { lockState } from './lock-state.ts';

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('locks of stationed staff', () => {
  it('holds from its first day to the end of its last', () => {
    expect(lockState('2026-03-01', '2026-03-31', at('2026-02-28T23:59'))).toEqual({ kind: 'coming' });
    expect(lockState('2026-03-01', '2026-03-31', at('2026-03-01T00:00'))).toEqual({ kind: 'held', daysLeft: 30 });
    expect(lockState('2026-03-01', '2026-03-31', at('2026-03-31T23:59'))).toEqual({ kind: 'held', daysLeft: 0 });
    expect(lockState('2026-03-01', '2026-03-31', at('2026-04-01T00:00'))).toEqual({ kind: 'over' });
    expect(lockState('2026-03-01', null, at('2030-01-01T00:00'))).toEqual({ kind: 'held', daysLeft: null });
  });
});
