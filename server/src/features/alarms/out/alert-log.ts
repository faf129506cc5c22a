import type { AlertDelivery } from '@wangge/shared/alarm';
import { oneByOne } from '../../../platform/one-by-one.ts';
import type { DocumentStore } from '../../../store/document-store.ts';

const KIND = 'alert-log';

interface Kept {
  readonly deliveries: readonly AlertDelivery[];
}

/** 外发记录 of each alarm, durable before anything is sent. Only the leading node writes. */
export function createAlertLog(documents: DocumentStore) {
  const inTurn = oneByOne();
  let writes = 0;

  async function of(alarmId: string): Promise<readonly AlertDelivery[]> {
    return (await documents.get<Kept>(KIND, alarmId))?.deliveries ?? [];
  }

  return {
    of,
    find: async (alarmId: string, key: string): Promise<AlertDelivery | undefined> => (await of(alarmId)).find((one) => one.key === key),
    /** Keeps a delivery as it stands now, in the place it had. */
    put: (alarmId: string, delivery: AlertDelivery): Promise<AlertDelivery> => inTurn(async () => {
      const kept = await of(alarmId);
      const isKnown = kept.some(({ key }) => key === delivery.key);
      const deliveries = isKnown ? kept.map((one) => (one.key === delivery.key ? delivery : one)) : [...kept, delivery];
      await documents.put(KIND, alarmId, { deliveries } satisfies Kept);
      writes += 1;
      return delivery;
    }),
    /** Grows with every write of this node. */
    writes: () => writes,
  };
}

export type AlertLog = ReturnType<typeof createAlertLog>;
