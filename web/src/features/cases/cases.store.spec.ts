import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseRow } from '@wangge/shared/wire';
import { useCasesStore } from './cases.store.ts';

const HOUR = 3_600_000;

function row(id: string, revision: number, more: Partial<CaseRow> = {}): CaseRow {
  return { id, revision, state: 'handling', closedAt: null, ...more } as CaseRow;
}

describe('the store of cases', () => {
  beforeEach(() => setActivePinia(createPinia()));

  it('replaces rows by newer ones and never by older ones', () => {
    const store = useCasesStore();
    store.replaceAll([row('a', 2), row('b', 1)]);
    store.upsert([row('a', 1), row('b', 2), row('c', 1)], [], 0);
    expect([...store.rows.values()].map((r) => [r.id, r.revision])).toEqual([['a', 2], ['b', 2], ['c', 1]]);
  });

  it('drops what is gone', () => {
    const store = useCasesStore();
    store.replaceAll([row('a', 1), row('b', 1)]);
    store.upsert([], ['a'], 0);
    expect([...store.rows.keys()]).toEqual(['b']);
  });

  it('drops a case an hour after it was closed, so that a wall of many days does not fill up', () => {
    const store = useCasesStore();
    store.replaceAll([row('closed', 5, { state: 'closed', closedAt: 0 }), row('open', 1)]);
    store.upsert([row('open', 2)], [], HOUR - 1);
    expect(store.rows.has('closed' as never)).toBe(true);
    store.upsert([row('open', 3)], [], HOUR);
    expect([...store.rows.keys()]).toEqual(['open']);
  });
});
