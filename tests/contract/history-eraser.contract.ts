import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '@wangge/shared/life';
import type { EventStore } from '@wangge/server/store/event-store';
import type { HistoryEraser } from '@wangge/server/store/history-eraser';
import { PLAIN_EVENT } from '../support/plain-event.ts';
import type { StorePlace } from '../support/store-place.ts';

export interface ErasableStore {
  readonly events: EventStore;
  readonly eraser: HistoryEraser;
}

const noted = (note: string): DomainEvent => ({ ...PLAIN_EVENT, note }) as DomainEvent;
const erase = (event: DomainEvent): DomainEvent => JSON.parse(JSON.stringify(event).replaceAll('13812348000', 'x')) as DomainEvent;

/** What every store promises of erasing words from a history. */
export function historyEraserContract(name: string, makePlace: () => StorePlace<ErasableStore>): void {
  describe(`erasing in the history: ${name}`, () => {
    let place: StorePlace<ErasableStore>;
    let store: ErasableStore;
    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
      await store.events.append([{ stream: 'a', expectedRevision: 0, events: [noted('ring 13812348000'), noted('nothing')] }, { stream: 'b', expectedRevision: 0, events: [noted('13812348000 too')] }]);
      await store.events.append([{ stream: 'a', expectedRevision: 2, events: [noted('13812348000 again')] }]);
    });
    afterEach(() => place.close());

    it('[KP8] takes words out of one stream and leaves order, revisions and all other streams as they were', async () => {
      const before = await store.events.readSince(0, 10);
      expect([await store.eraser.rewrite('a', erase), await store.eraser.rewrite('a', erase), await store.eraser.rewrite('nothing', erase)]).toEqual([2, 0, 0]);
      expect(await store.eraser.settle()).toBe(true);
      const { events } = await place.open();
      expect(await events.readSince(0, 10)).toEqual(before.map((stored) => (stored.stream === 'a' ? { ...stored, event: erase(stored.event) } : stored)));
      expect((await events.readStream('a')).map(({ revision, event }) => [revision, (event as DomainEvent & { note: string }).note])).toEqual([[1, 'ring x'], [2, 'nothing'], [3, 'x again']]);
      expect(await store.events.append([{ stream: 'a', expectedRevision: 3, events: [noted('on')] }])).toMatchObject({ kind: 'appended', events: [{ seq: 5, revision: 4 }] });
    });

    it('[KP8] never makes another event of one', async () => {
      await expect(store.eraser.rewrite('a', (event) => ({ ...event, at: 1 }))).rejects.toThrow('another');
      expect(await store.events.readStream('a')).toMatchObject([{ event: { note: 'ring 13812348000' } }, {}, {}]);
    });
  });
}
