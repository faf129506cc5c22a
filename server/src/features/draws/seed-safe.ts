import type { DocumentStore } from '../../store/document-store.ts';

const KIND = 'draw-seed';

/** Keeps the seeds of draws apart from the history until they are drawn, under their published commitment. Whoever can read the store can read them. */
export interface SeedSafe {
  keep(commitment: string, seed: string): Promise<void>;
  find(commitment: string): Promise<string | null>;
}

export function createSeedSafe(documents: DocumentStore): SeedSafe {
  return {
    keep: (commitment, seed) => documents.put(KIND, commitment, { seed }),
    find: async (commitment) => (await documents.get<{ seed: string }>(KIND, commitment))?.seed ?? null,
  };
}
