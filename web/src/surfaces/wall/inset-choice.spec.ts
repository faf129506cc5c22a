import { describe, expect, it } from 'vitest';
import type { LimitClock } from '@wangge/shared/calendar';
import type { CaseRow, OrderRow } from '@wangge/shared/wire';
import { followedOrder, hottestVillage } from './inset-choice.ts';

const NOW = 1_000;
const order = (teamId: string, over: Partial<OrderRow> = {}): OrderRow => ({ teamId, sentAt: 1, departedAt: 2, arrivedAt: null, doneAt: null, ...over }) as unknown as OrderRow;
const row = (over: Partial<CaseRow>): CaseRow => ({ state: 'handling', urgency: 'normal', order: null, clock: null, villageCode: 'a', ...over }) as unknown as CaseRow;
const redClock = { standing: 'running', yellowAt: 1, dueAt: 2 } as unknown as LimitClock;

describe('the followed squad', () => {
  it('is under way before it is on the spot, and 特急 before anything newer', () => {
    const there = row({ order: order('there', { arrivedAt: 3, sentAt: 9 }), urgency: 'critical' });
    const newer = row({ order: order('newer', { sentAt: 8 }) });
    const critical = row({ order: order('critical'), urgency: 'critical' });
    expect(followedOrder([there, newer, critical])?.teamId).toBe('critical');
    expect(followedOrder([there, newer])?.teamId).toBe('newer');
    expect(followedOrder([there])?.teamId).toBe('there');
  });

  it('is nobody while all have finished or not set out', () => {
    expect(followedOrder([row({ order: order('done', { doneAt: 3 }) }), row({ order: order('sent', { departedAt: null }) }), row({})])).toBeNull();
  });
});

describe('the hot spot', () => {
  it('has most overdue cases, then most open ones', () => {
    const rows = [row({ villageCode: 'many' }), row({ villageCode: 'many' }), row({ villageCode: 'late', clock: redClock }), row({ villageCode: 'closed', state: 'closed' })];
    expect(hottestVillage(rows, NOW)).toEqual({ villageCode: 'late', open: 1, red: 1 });
    expect(hottestVillage(rows.slice(0, 2), NOW)).toEqual({ villageCode: 'many', open: 2, red: 0 });
    expect(hottestVillage([], NOW)).toBeNull();
  });
});
