import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '@wangge/shared/base';
import { useOutboxStore, type CommandWish } from './outbox.store.ts';

const SEEN: CommandWish = { caseId: asId('c1'), matter: '暴露垃圾', action: 'see', expectedRevision: 4, payload: {}, photoIds: [] };

beforeEach(() => {
  setActivePinia(createPinia());
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', new EventTarget());
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no net')));
});
afterEach(() => void vi.unstubAllGlobals());

describe('the outbox of a page', () => {
  it('[RL15] keeps what is done while it opens, in the name of who is signed in', async () => {
    const outbox = useOutboxStore();
    const started = outbox.start({ personId: 'zf1', personName: '王强', unitId: 't1', onDelivered: () => undefined });
    await outbox.addCommand(SEEN);
    const stop = await started;
    expect(outbox.entries.map(({ kind, personId }) => [kind, personId])).toEqual([['command', 'zf1']]);
    stop();
  });

  it('says so where it keeps nothing, for nobody is signed in', async () => {
    const outbox = useOutboxStore();
    await expect(outbox.addCommand(SEEN)).rejects.toThrow('nobody is signed in');
    const stop = await outbox.start({ personId: 'zf1', personName: '王强', unitId: 't1', onDelivered: () => undefined });
    stop();
    await expect(outbox.keepPhoto(new Blob(['sound'], { type: 'audio/webm' }), null)).rejects.toThrow('nobody is signed in');
  });
});
