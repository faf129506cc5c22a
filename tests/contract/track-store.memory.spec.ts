import { createMemoryTrackStore } from '@wangge/server/store/memory/memory-track-store';
import { trackStoreContract } from './track-store.contract.ts';

trackStoreContract('memory', () => {
  const store = createMemoryTrackStore();
  return { open: async () => store, close: async () => {} };
});
