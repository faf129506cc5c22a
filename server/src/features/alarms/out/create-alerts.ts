import type { Clock } from '../../../platform/clock.ts';
import type { Logger } from '../../../platform/logger.ts';
import { createPinnedRequest } from '../../../platform/pinned-request.ts';
import type { DocumentStore } from '../../../store/document-store.ts';
import type { CasesApi } from '../../cases/cases.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';
import type { ListsApi } from '../../lists/lists.api.ts';
import type { AlarmBook } from '../alarm-book.ts';
import { alertGatewaysKind } from '../alert-gateways-kind.api.ts';
import { createAlertLog } from './alert-log.ts';
import { createTeller } from './teller.ts';

/** What the other side gave us for a gateway; it stands in no list, for lists are read by many. */
const SECRETS = 'alert-secret';

export interface AlertNeeds {
  readonly book: AlarmBook;
  readonly documents: DocumentStore;
  readonly outgoingHosts: readonly string[];
  readonly cases: CasesApi;
  readonly district: DistrictApi;
  readonly lists: ListsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

/** 告警外发: the gateways in force, their secrets, the log, and who tells. */
export function createAlerts({ documents, outgoingHosts, lists, ...needs }: AlertNeeds) {
  const alertLog = createAlertLog(documents);
  const counts = new Map<string, number>();
  const settingsAt = (at: number) => lists.inForce(alertGatewaysKind, at).content;
  const teller = createTeller({
    ...needs, alertLog, settingsAt, send: createPinnedRequest(outgoingHosts),
    secretOf: async (id) => (await documents.get<{ secret: string }>(SECRETS, id))?.secret ?? null,
    count: (outcome) => void counts.set(outcome, (counts.get(outcome) ?? 0) + 1),
  });
  return {
    ...teller, alertLog,
    counters: () => Object.fromEntries(counts),
    hasGateway: (id: string, at: number): boolean => settingsAt(at).gateways.some((one) => one.id === id),
    keepSecret: (id: string, secret: string): Promise<void> => documents.put(SECRETS, id, { secret }),
  };
}

export type Alerts = ReturnType<typeof createAlerts>;
