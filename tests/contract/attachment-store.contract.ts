import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AttachmentStore } from '@wangge/server/store/attachment-store';
import type { StorePlace } from '../support/store-place.ts';

/** What every attachment store promises. */
export function attachmentStoreContract(name: string, makePlace: () => StorePlace<AttachmentStore>): void {
  describe(`attachment store: ${name}`, () => {
    let place: StorePlace<AttachmentStore>;
    let store: AttachmentStore;
    const photo = { id: 'photo-1', mediaType: 'image/webp', bytes: randomBytes(300_000), addedAt: 1_763_800_000_123, addedBy: 'p-1' };

    beforeEach(async () => {
      place = makePlace();
      store = await place.open();
    });
    afterEach(() => place.close());

    it('[AT1] gives back a photo byte by byte, also when it is opened again', async () => {
      await store.add(photo);
      expect(await store.find(photo.id)).toEqual(photo);
      expect(await (await place.open()).find(photo.id)).toEqual(photo);
      expect([await store.mediaTypeOf(photo.id), await store.mediaTypeOf('photo-2'), await store.find('photo-2')]).toEqual(['image/webp', null, null]);
    });

    it('[KP9] deletes what it is told and nothing else', async () => {
      await store.add(photo);
      await store.add({ ...photo, id: 'photo-2' });
      expect([await store.remove(['photo-1', 'photo-3']), await store.remove(['photo-1']), await store.remove([])]).toEqual([1, 0, 0]);
      const again = await place.open();
      expect([await again.find('photo-1'), await again.mediaTypeOf('photo-1'), (await again.find('photo-2'))?.bytes]).toEqual([null, null, photo.bytes]);
    });

    it('[AT2] never puts another photo in the place of one that is kept', async () => {
      await store.add(photo);
      await expect(store.add({ ...photo, bytes: Buffer.from('other') })).rejects.toThrow();
      expect(await store.find(photo.id)).toEqual(photo);
    });
  });
}
