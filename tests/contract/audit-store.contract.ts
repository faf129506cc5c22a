import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AUDIT_KEPT_DAYS, type AuditDeed } from '@wangge/shared/audit';
import { DAY_MS } from '@wangge/shared/base';
import type { AuditFilter, AuditStore } from '@wangge/server/store/audit-store';
import type { StorePlace } from '../support/store-place.ts';

/** An audit log and a hand that reaches past it into what keeps it, as somebody with the database open would. */
export interface ForgeableAudit {
  readonly audit: AuditStore;
  /** Writes other fields over an entry; `hash` too, where given. */
  forge(seq: number, fields: { readonly actorName?: string; readonly detail?: string; readonly hash?: string }): Promise<void>;
  remove(seq: number): Promise<void>;
  /** Lets two entries change their places. */
  swap(one: number, other: number): Promise<void>;
}

const AT = Date.UTC(2026, 2, 15, 1);
const ALL: AuditFilter = { from: 0, to: Number.MAX_SAFE_INTEGER };

export const deed = (i: number, more: Partial<AuditDeed> = {}): AuditDeed => ({
  at: AT + i * 1_000, actorId: `p-${i % 2}`, actorName: i % 2 ? '李' : '王', role: 'dispatcher', unitId: i % 2 ? null : 'd0', address: '10.0.0.8',
  action: 'command.cases', object: `cases/${i}`, result: 'ok', code: null, detail: { action: 'dispatch', revision: i }, ...more,
});

/** What every audit store promises. */
export function auditStoreContract(name: string, makePlace: () => StorePlace<ForgeableAudit>): void {
  describe(`audit store: ${name}`, () => {
    let place: StorePlace<ForgeableAudit>;
    let store: AuditStore;
    let hand: ForgeableAudit;

    beforeEach(async () => {
      place = makePlace();
      hand = await place.open();
      store = hand.audit;
    });
    afterEach(() => place.close());

    const append = (from: number, to: number): Promise<void> => store.append(Array.from({ length: to - from + 1 }, (_, i) => deed(from + i)));
    const seqs = async (filter: Partial<AuditFilter> = {}, limit = 100, after?: { at: number; seq: number }): Promise<number[]> => (await store.read({ ...ALL, ...filter }, limit, after)).map(({ seq }) => seq);

    it('[AU1] gives back entries to the letter, newest first and in pages, also when it is opened again', async () => {
      await store.append([]);
      expect(await store.verify()).toEqual({ checked: 0, removed: 0, head: null, broken: null });
      await append(1, 3);
      await store.append([deed(4, { result: 'refused', code: 'CASE_NOT_FOUND', role: 'nobody', actorId: '', detail: { reason: '字"\u0000', isOpen: true } })]);
      const again = (await place.open()).audit;
      expect(await again.read(ALL, 1)).toEqual([{ ...deed(4, { result: 'refused', code: 'CASE_NOT_FOUND', role: 'nobody', actorId: '', detail: { reason: '字"\u0000', isOpen: true } }), seq: 4, hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string }]);
      expect(await seqs()).toEqual([4, 3, 2, 1]);
      expect(await seqs({}, 2, { at: deed(3).at, seq: 3 })).toEqual([2, 1]);
    });

    it('[AU1] finds entries by time, person, kind and result', async () => {
      await append(1, 4);
      await store.append([deed(5, { action: 'session.open', actorName: '王' }), deed(6, { result: 'refused' }), deed(6, { action: 'sessions.other' })]);
      expect(await seqs({ from: deed(2).at, to: deed(4).at })).toEqual([3, 2]);
      expect(await seqs({ person: '王' })).toEqual([7, 6, 5, 4, 2]);
      expect(await seqs({ person: 'p-1' })).toEqual([5, 3, 1]);
      expect(await seqs({ kind: 'session' })).toEqual([5]);
      expect(await seqs({ result: 'refused' })).toEqual([6]);
      expect(await seqs({ kind: 'command', person: '王' }, 2, { at: deed(6).at, seq: 6 })).toEqual([4, 2]);
    });

    it('[AU2] makes one chain of what several servers append at once', async () => {
      const others = [store, (await place.open()).audit, (await place.open()).audit];
      await Promise.all(Array.from({ length: 30 }, (_, i) => others[i % 3]!.append([deed(2 * i), deed(2 * i + 1)])));
      const kept = await store.read(ALL, 100);
      expect(kept.map(({ seq }) => seq).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
      expect(new Set(kept.map(({ object }) => object)).size).toBe(60);
      const verdict = await others[1]!.verify();
      expect(verdict).toMatchObject({ checked: 60, broken: null, head: { seq: 60 } });
    });

    it('[AU2] binds the first entry to the history: another epoch has another chain', async () => {
      const other = makePlace();
      await append(1, 1);
      const elsewhere = (await other.open()).audit;
      await elsewhere.append([deed(1)]);
      expect((await elsewhere.verify()).head?.hash).not.toBe((await store.verify()).head?.hash);
      await other.close();
    });

    it.each([['changed', 1], ['changed', 3], ['changed', 5]] as const)('[AU3] names the entry that was %s (%i)', async (how, seq) => {
      await append(1, 5);
      await hand.forge(seq, { actorName: '别人' });
      expect(await store.verify()).toMatchObject({ checked: seq - 1, broken: { seq, how } });
    });

    it('[AU3] names an entry whose detail was changed and whose hash was put right, or the one behind it', async () => {
      await append(1, 5);
      const [, wanted] = (await store.read(ALL, 10)).toReversed();
      await hand.forge(3, { hash: wanted!.hash });
      expect((await store.verify()).broken).toEqual({ seq: 3, how: 'changed' });
    });

    it.each([[1, 'beginning-missing'], [3, 'missing'], [5, 'end-missing']] as const)('[AU3] misses the entry that was taken away (%i)', async (seq, how) => {
      await append(1, 5);
      await hand.remove(seq);
      expect((await store.verify()).broken).toEqual({ seq, how });
    });

    it('[AU3] still misses the end that was taken away when more was added since', async () => {
      await append(1, 5);
      await hand.remove(5);
      const again = (await place.open()).audit;
      await again.append([deed(6)]);
      expect((await again.verify()).broken).toEqual({ seq: 5, how: 'missing' });
    });

    it('[AU3] names the first of two entries that changed their places', async () => {
      await append(1, 5);
      await hand.swap(2, 4);
      expect((await store.verify()).broken).toEqual({ seq: 2, how: 'changed' });
    });

    it('[AU4] removes what is old enough, says so, and proves the rest', async () => {
      await append(1, 100);
      const now = deed(61).at + AUDIT_KEPT_DAYS * DAY_MS;
      expect(await store.removeBefore(deed(61).at, now)).toEqual({ kind: 'removed', count: 60 });
      const again = (await place.open()).audit;
      expect((await again.read(ALL, 200)).map(({ seq }) => seq)).toEqual([101, ...Array.from({ length: 40 }, (_, i) => 100 - i)]);
      expect((await again.read(ALL, 1))[0]).toMatchObject({ action: 'audit.removed', role: 'system', at: now, detail: { upTo: 60 } });
      expect(await again.verify()).toMatchObject({ checked: 41, removed: 60, broken: null, head: { seq: 101 } });
      expect(await again.removeBefore(deed(61).at, now)).toEqual({ kind: 'removed', count: 0 });
      await again.append([deed(102)]);
      expect(await again.removeBefore(deed(1_000).at, now + DAY_MS)).toEqual({ kind: 'removed', count: 40 });
      expect(await again.verify()).toMatchObject({ checked: 3, removed: 100, broken: null, head: { seq: 103 } });
    });

    it('[AU4] removes nothing younger than it has to be kept, and nothing behind it', async () => {
      await append(1, 3);
      const now = deed(2).at + AUDIT_KEPT_DAYS * DAY_MS;
      expect(await store.removeBefore(deed(2).at + 1, now)).toEqual({ kind: 'too-young' });
      expect(await seqs()).toEqual([3, 2, 1]);
      await store.append([deed(0)]);
      expect(await store.removeBefore(deed(2).at, now)).toEqual({ kind: 'removed', count: 1 });
      expect(await seqs({ to: AT + DAY_MS })).toEqual([3, 2, 4]);
    });

    it('[AU4] knows an anchor that was changed', async () => {
      await append(1, 5);
      await store.removeBefore(deed(3).at, deed(3).at + AUDIT_KEPT_DAYS * DAY_MS);
      await hand.forge(2, { hash: '0'.repeat(64) });
      expect((await store.verify()).broken).toEqual({ seq: 3, how: 'changed' });
    });
  });
}
