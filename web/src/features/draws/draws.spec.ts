import { describe, expect, it } from 'vitest';
import type { DrawDetail } from '@wangge/shared/draw';
import { drawOffers, drawPayload } from './draw-offers.ts';

const detail = { drawAt: 1_000, allowed: ['draw', 'cancel'], drawn: [] } as unknown as DrawDetail;

describe('what is offered on a draw', () => {
  it('holds the draw back until its announced moment', () => {
    expect(drawOffers(detail, 999, (key) => key).map(({ action }) => action)).toEqual(['cancel']);
    expect(drawOffers(detail, 1_000, (key) => key).map(({ action }) => action)).toEqual(['draw', 'cancel']);
  });

  it('names object and inspector of a recusal in one choice and sends them as two', () => {
    expect(drawPayload({ pair: 'O1|p2', reason: '亲属' })).toEqual({ objectCode: 'O1', inspectorCode: 'p2', reason: '亲属' });
    expect(drawPayload({ objectCode: 'O1', outcome: 'problem' })).toEqual({ objectCode: 'O1', outcome: 'problem' });
  });
});
