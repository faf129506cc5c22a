import type { CaseId } from '@wangge/shared/base';
import type { ToldEntry } from '@wangge/shared/wire';
import type { DocumentStore } from '../../../store/document-store.ts';

const KIND = 'connector-told';

interface Kept {
  readonly told: Readonly<Record<string, ToldEntry>>;
}

/** What other systems were told of a case, by the key of each message: its timeline shows it, and nothing is told twice that is known to be told. */
export function createToldBook(documents: DocumentStore) {
  const read = async (id: CaseId): Promise<Kept['told']> => (await documents.get<Kept>(KIND, id))?.told ?? {};
  return {
    async wasTold(id: CaseId, key: string): Promise<boolean> {
      return Object.hasOwn(await read(id), key);
    },
    async note(id: CaseId, key: string, entry: ToldEntry): Promise<void> {
      await documents.put(KIND, id, { told: { ...(await read(id)), [key]: entry } } satisfies Kept);
    },
    async of(id: CaseId): Promise<readonly ToldEntry[]> {
      return Object.values(await read(id));
    },
  };
}

export type ToldBook = ReturnType<typeof createToldBook>;
