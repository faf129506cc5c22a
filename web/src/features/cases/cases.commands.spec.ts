import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ref, shallowRef } from 'vue';
import type { CaseDetail } from '@wangge/shared/wire';
import { createReportKey, reportCase, type DeskReport } from './cases.commands.ts';
import { useCaseActions } from './composables/use-case-actions.ts';
import type { CaseDetailState } from './composables/use-case-detail.ts';

const REPORT: DeskReport = { typeCode: 'T1', description: '店外经营', lngLat: [120.28, 31.8], address: '' };
const asked: RequestInit[] = [];
let answer: { status: number; body: object };

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('fetch', async (_path: string, init: RequestInit) => {
    asked.push(init);
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('[RL2] what a desk sends again because nobody knew whether it was kept', () => {
  it('is the same report under its name, and another report under another', async () => {
    const keyOf = createReportKey();
    answer = { status: 503, body: { code: 'STORE_UNAVAILABLE' } };
    for (const report of [REPORT, { ...REPORT }, { ...REPORT, description: '另一件' }]) await reportCase(report, keyOf(report));
    const keys = asked.map(({ headers }) => (headers as Record<string, string>)['idempotency-key']);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect([keys[1] === keys[0], keys[2] === keys[0]]).toEqual([true, false]);
  });

  it('is the same command under its name', async () => {
    const detail = { row: { id: 'c1', revision: 3 }, actions: ['file'], receipts: [], citable: [] } as unknown as CaseDetail;
    const actions = useCaseActions({ detail: shallowRef(detail), take: () => undefined } as unknown as CaseDetailState, ref('c1'));
    for (const status of [503, 422, 422]) {
      answer = { status, body: { code: status === 503 ? 'STORE_UNAVAILABLE' : 'FIELD_INVALID' } };
      const acted = actions.act('file', {});
      await vi.advanceTimersByTimeAsync(2_000);
      await acted;
    }
    const names = asked.map(({ body }) => (JSON.parse(String(body)) as { commandId: string }).commandId);
    const [first, , , again, fresh] = names;
    expect([names.length, again === first, fresh === first]).toEqual([5, true, false]);
  });
});
