import { describe, expect, it } from 'vitest';
import type { PenaltyDetail } from '@wangge/shared/enforcement';
import { penaltyOffers, withOfficers } from './penalty-offers.ts';

const officers = [{ personId: 'p1', name: '甲', certificateNo: 'A1' }, { personId: 'p2', name: '乙', certificateNo: 'A2' }];

describe('what is offered on a penalty case', () => {
  it('asks for what the action needs and nothing for a plain step', () => {
    const offers = penaltyOffers({ allowed: ['decide', 'register'] } as unknown as PenaltyDetail, officers, (key) => key);
    expect(offers.map(({ action, fields }) => [action, fields?.map(({ name }) => name)])).toEqual([['decide', ['decisionNo', 'fineYuan', 'photos']], ['register', undefined]]);
  });

  it('sends officers with their certificates', () => {
    expect(withOfficers({ officers: ['p2'], note: '笔录' }, officers)).toEqual({ note: '笔录', officers: [officers[1]] });
    expect(withOfficers({ note: '送达' }, officers)).toEqual({ note: '送达' });
  });
});
