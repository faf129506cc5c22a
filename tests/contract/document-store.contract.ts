import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '@wangge/server/store/document-store';
import type { StorePlace } from '../support/store-place.ts';

/** What every document store promises. */
export function documentStoreContract(name: string, makePlace: () => StorePlace<DocumentStore>): void {
  describe(`document store: ${name}`, () => {
    let place: StorePlace<DocumentStore>;
    let store: DocumentStore;

    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
    });
    afterEach(() => place.close());

    it('[DS1] gives back what was put last, to the letter, also when it is opened again', async () => {
      expect(await store.get('account', 'a')).toBeNull();
      await store.put('account', 'a', { name: '旧' });
      const odd = { name: '新\u0000"', 'a.b': { $where: [1.5, -0.1, 2 ** 45, null, true] }, empty: '' };
      await store.put('account', 'a', odd);
      expect(await store.get('account', 'a')).toEqual(odd);
      expect(await (await place.open()).get('account', 'a')).toEqual(odd);
    });

    it('[DS2] lists one kind in the order of ids and keeps kinds apart', async () => {
      for (const id of ['b', 'a', 'é', 'B', '10', '9', '中']) await store.put('list/types', id, { id });
      await store.put('list', 'types/a', 1);
      await store.put('other', 'a', 2);
      expect((await store.list('list/types')).map(({ id }) => id)).toEqual(['10', '9', 'B', 'a', 'b', 'é', '中']);
      expect(await store.list('list')).toEqual([{ id: 'types/a', value: 1 }]);
      expect(await store.list('nothing')).toEqual([]);
    });

    it('[DS3] forgets what was removed, and nothing else', async () => {
      await store.put('session', 'a', 1);
      await store.put('session', 'b', 2);
      await store.remove('session', 'a');
      await store.remove('session', 'never');
      expect(await store.get('session', 'a')).toBeNull();
      expect(await store.list('session')).toEqual([{ id: 'b', value: 2 }]);
    });

    it('[DS1] keeps one of the values that two servers put at once', async () => {
      const stores = [store, await place.open()];
      await Promise.all(Array.from({ length: 10 }, (_, i) => stores[i % 2]!.put('map', 'one', { i, filling: 'x'.repeat(2_000) })));
      const kept = await stores[0]!.get<{ i: number; filling: string }>('map', 'one');
      expect(kept?.filling).toHaveLength(2_000);
      expect(await stores[1]!.list('map')).toEqual([{ id: 'one', value: kept }]);
    });
  });
}
