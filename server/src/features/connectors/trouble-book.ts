import type { Refusal } from '@wangge/shared/base';
import type { InTrouble } from '@wangge/shared/connector';
import { oneByOne } from '../../platform/one-by-one.ts';
import type { DocumentStore } from '../../store/document-store.ts';

const KIND = 'connector-in-trouble';

/** What hinders hearing each connector, and since when; kept, so that every node shows it and a restart does not make it new. */
export function createTroubleBook(documents: DocumentStore) {
  const inTurn = oneByOne();
  const of = (id: string): Promise<InTrouble | null> => documents.get<InTrouble>(KIND, id);
  return {
    of,
    say(id: string, refusal: Refusal | null, now: number): Promise<void> {
      return inTurn(async () => {
        const known = await of(id);
        if (known?.code === refusal?.code && known?.detail === refusal?.detail) return;
        if (refusal === null) return documents.remove(KIND, id);
        await documents.put(KIND, id, { ...refusal, since: known?.code === refusal.code ? known.since : now } satisfies InTrouble);
      });
    },
  };
}
