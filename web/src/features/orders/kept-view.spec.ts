import { HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import { describe, expect, it } from 'vitest';
import { bareDetail, isShowable } from './kept-view.ts';

describe('what a phone shows without a net', () => {
  it('[PH8] masks the numbers of people in the words of a case, also for whoever may read them', () => {
    const detail = { description: '电话13812348000，占道', address: '河东 12 号（13812348000）' } as unknown as Parameters<typeof bareDetail>[0];
    expect(bareDetail(detail)).toMatchObject({ description: '电话138****8000，占道', address: '河东 12 号（138****8000）' });
  });

  it('[PH4] is shown for twelve hours after the last word, and not by a clock that was set back', () => {
    const heardAt = 1_800_000_000_000;
    expect([0, 12 * HOUR_MS, 12 * HOUR_MS + 1, -5 * MINUTE_MS, -5 * MINUTE_MS - 1].map((later) => isShowable(heardAt, heardAt + later))).toEqual([true, true, false, true, false]);
  });

  it('[PH4] holds neither who reported nor what people wrote to each other', () => {
    const words = ['张三', '13800001234', '12345-77', '转告住户', 'photo-1'];
    const detail = {
      row: { id: 'c1' }, description: '占道', address: '新街 2 号', reporterName: words[0], reporterPhone: words[1], externalNo: words[2], photos: [words[4]], rounds: [{ note: words[3] }],
      toReach: { caseId: 'c1', name: words[0], phone: words[1] }, receipts: [{ phone: words[1] }], reopenAsks: [{ reason: words[3] }], timeline: [{ note: words[3] }], actions: ['sign'],
    };
    const kept = JSON.stringify(bareDetail(detail as unknown as Parameters<typeof bareDetail>[0]));
    for (const word of words) expect(kept).not.toContain(word);
    for (const word of ['占道', '新街 2 号', 'sign']) expect(kept).toContain(word);
  });
});
