import { SHANGHAI_OFFSET_MS, type CaseId } from '@wangge/shared/base';
import type { Case, CaseEvent } from '@wangge/shared/case';
import type { Connector, Progress } from '@wangge/shared/connector';
import type { Ledger } from '../../../ledger/ledger.ts';
import { kindOf } from '../../../ledger/ledger.ts';
import type { StoredEvent } from '../../../store/event-store.ts';
import type { CasesApi } from '../../cases/cases.api.ts';
import { maskText } from '../../cases/mask.api.ts';
import type { DistrictApi } from '../../district/district.api.ts';
import { scopeOf } from '../deliver-record.ts';

/** One thing to tell another system. */
export interface ProgressMessage {
  readonly caseId: CaseId;
  /** Revision of the case that the step led to. */
  readonly revision: number;
  readonly facts: Progress;
}

export interface ProgressNeeds {
  readonly cases: Pick<CasesApi, 'get'>;
  readonly ledger: Pick<Ledger, 'wasDone'>;
  readonly district: Pick<DistrictApi, 'unitName'>;
}

/** An instant as Beijing's clocks show it, with its offset. */
function localIso(at: number): string {
  return `${new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** What an event of a case has to be told to a connector: nothing, or a message for each order that the case answers for. The same event makes the same keys. */
export function createProgressMessages({ cases, ledger, district }: ProgressNeeds): (connector: Connector, stored: StoredEvent) => Promise<readonly ProgressMessage[]> {
  /** Orders of this connector among the reports of a case, merged ones included (一事多报); of what concerns one report (`ofReport`), its own. */
  async function ordersOf(item: Case, connectorId: string, ofReport: CaseId | undefined): Promise<readonly string[]> {
    const found: string[] = [];
    for (const { caseId } of item.receipts.filter((receipt) => ofReport === undefined || receipt.caseId === ofReport)) {
      const { externalNo = null } = cases.get(caseId) ?? {};
      const known = externalNo === null ? null : await ledger.wasDone(scopeOf(connectorId), externalNo);
      if (externalNo !== null && known && (JSON.parse(known.answer) as { id: string }).id === caseId) found.push(externalNo);
    }
    return found;
  }

  return async ({ id, out }, { seq, stream, revision, event }) => {
    const { type, at, to, actor, payload } = event as CaseEvent;
    const step = out && kindOf(stream) === 'case' && Object.hasOwn(out.steps, type) ? out.steps[type] : undefined;
    const item = step === undefined ? undefined : cases.get(stream as CaseId);
    if (!out || !item || step === undefined) return [];
    const orders = out.cases === 'all' ? [item.externalNo ?? ''] : await ordersOf(item, id, payload.reportCaseId);
    return orders.map((externalNo) => ({
      caseId: item.id, revision,
      facts: {
        externalNo, caseNo: item.no, caseId: item.id, step, event: type, state: to, at: localIso(at), unit: district.unitName(actor.unitId) ?? '',
        note: maskText(payload.note ?? payload.reason ?? ''), typeCode: item.typeCode, villageCode: item.villageCode, key: `${id}/${externalNo}/${seq}`,
      },
    }));
  };
}
