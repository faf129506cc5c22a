import { describe, expect, it } from 'vitest';
import { asId } from '../base/index.ts';
import { PLACE, T0, contextAt, given, person, specType } from './case.fixture.ts';
import { decideCase } from './decide-case.ts';
import type { CaseAction } from './life-cycle.ts';

const HANDED_IN = ['accept', 'file', 'dispatch', 'sign', 'report-back', 'send-check'] as const;

function wish(item: ReturnType<typeof given>, action: CaseAction, role: Parameters<typeof person>[0], payload: object = {}, owed: readonly string[] = []) {
  return decideCase(item, { action, expectedRevision: item.revision, actor: person(role), payload }, contextAt(T0 + 60_000, specType, owed));
}

describe('a case handled jointly', () => {
  it('[JH1] is neither passed nor closed while somebody owes it support, and says who', () => {
    const checking = given(HANDED_IN);
    const owed = ['派出所', '住建办'];
    const seen = { photos: ['check'], lngLat: PLACE, fixAt: T0 + 60_000 };
    const named = { ok: false, error: { code: 'CASE_SUPPORTS_OPEN', rule: 'JH1', detail: '派出所、住建办' } };
    expect(wish(checking, 'pass-check', 'grid-worker', seen, owed)).toMatchObject(named);
    expect(wish(given([...HANDED_IN, 'pass-check']), 'close', 'duty-chief', {}, owed)).toMatchObject(named);
    expect(wish(checking, 'pass-check', 'grid-worker', seen)).toMatchObject({ ok: true });
  });

  it('[JH1] may be handed in by its lead before that', () => {
    const handling = given(['accept', 'file', 'dispatch', 'sign']);
    expect(wish(handling, 'report-back', 'squad', { note: '已办', photos: ['after'] }, ['派出所'])).toMatchObject({ ok: true, value: { to: 'handled' } });
  });

  it('[JH8] is taken to a joint meeting when it is serious, and only then', () => {
    const payload = { departmentId: asId('dep-land'), note: '由自然资源所牵头' };
    const serious = given(['accept'], { ...specType, level: 'serious' });
    expect(wish({ ...serious, level: 'serious' }, 'convene', 'duty-chief', payload)).toMatchObject({ ok: true, value: { type: 'meeting-convened', to: 'accepted', payload } });
    expect(wish(given(['accept']), 'convene', 'duty-chief', payload)).toMatchObject({ ok: false, error: { code: 'CASE_NOT_SERIOUS', rule: 'JH8' } });
  });
});
