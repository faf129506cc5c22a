import { describe, expect, it } from 'vitest';
import type { Call, CallDetail } from '@wangge/shared/call';
import { callOffers } from './call-offers.ts';

const needs = { departments: [], ownName: '戴某', now: 0, t: (key: string): string => key };

function offered(mediations: readonly { readonly result: 'agreed' | 'failed' | 'adjourned' }[], isDispute = true) {
  const call = { isDispute, mediations, clocks: null, toUnitId: null, isSolved: null, supports: [] } as unknown as Call;
  return callOffers({ call, allowed: ['finish', 'mediate'], items: [] } as unknown as CallDetail, needs);
}

describe('what the desk offers on a call about a dispute', () => {
  it('[CC12] asks for the record of mediation first, and again when it was put off', () => {
    expect(offered([])[0]?.action).toBe('mediate');
    expect(offered([{ result: 'adjourned' }])[0]?.action).toBe('mediate');
    expect(offered([{ result: 'failed' }])[0]?.action).toBe('finish');
  });

  it('[CC12] proposes the end that the record says, and of no dispute that it is solved', () => {
    const proposed = (...args: Parameters<typeof offered>) => offered(...args).find(({ action }) => action === 'finish')?.prefill;
    expect(proposed([{ result: 'failed' }])).toEqual({ isSolved: false });
    expect(proposed([{ result: 'failed' }, { result: 'agreed' }])).toEqual({ isSolved: true });
    expect(proposed([], false)).toEqual({ isSolved: true });
  });
});
