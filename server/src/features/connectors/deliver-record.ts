import { createHash } from 'node:crypto';
import type { Actor } from '@wangge/shared/access';
import { asId, ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import type { Case, CasePayload } from '@wangge/shared/case';
import { mapRating, mapReport, type Connector, type Fields, type Topic } from '@wangge/shared/connector';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CasesApi } from '../cases/cases.api.ts';

/** The case that a record became or is about; `isRepeated`: it was known. */
export interface Delivered {
  readonly externalNo: string;
  readonly id: CaseId;
  readonly no: string;
  readonly isRepeated: boolean;
}

export interface DeliverNeeds {
  readonly ledger: Pick<Ledger, 'append' | 'wasDone'>;
  readonly cases: CasesApi;
}

/** What a message about a known order does to its case, and the name under which it does it once. */
interface Deed {
  readonly action: 'evaluate' | 'ask-reopen';
  readonly payload: CasePayload;
  readonly name: string;
}

const MOST_TRIES = 5;

/** Under which scope of keys the reports of a connector are known by their external numbers. */
export function scopeOf(connectorId: string): string {
  return `connector/${connectorId}`;
}

/** The connector as somebody who acts. */
export function sourceActor({ channelId, name }: Connector): Actor {
  return { id: `channel:${channelId}`, name, role: 'channel', unitId: null, parentUnitId: null, areaCode: '' };
}

/** Under which name a deed is done in a round; `before`: how many rounds went before it. */
const commandIdOf = (connector: Connector, name: string, before: number): string => `${scopeOf(connector.id)}/${name}${before === 0 ? '' : `/${before + 1}`}`;
const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

/** What a record becomes: a report a case, once for each external number, or the ask for another round of the one it became; a rating the evaluation of its case. Durable when it is answered. */
export function createDelivery({ ledger, cases }: DeliverNeeds): (connector: Connector, topic: Topic, record: Fields, now: number, ip?: string) => Promise<Result<Delivered>> {
  async function report(connector: Connector, record: Fields, now: number, ip?: string): Promise<Result<Delivered>> {
    const mapped = connector.reports ? mapReport(record, connector.reports) : refuse('CONNECTOR_UNKNOWN');
    if (!mapped.ok) return mapped;
    const { externalNo, source, reopening, ...rest } = mapped.value;
    const [scope, bodyHash] = [scopeOf(connector.id), digestOf(mapped.value)];
    const known = await ledger.wasDone(scope, externalNo);
    if (known && reopening && known.bodyHash !== bodyHash) return askReopen(connector, externalNo, reportIdOf(known), reopening.reason, digestOf(record), now, ip);
    if (known) return repeated(externalNo, known, bodyHash);
    const opened = await cases.prepareReport({ ...rest, externalNo, source: source ?? connector.name, photos: [], ...(ip ? { ip } : {}) }, sourceActor(connector), now);
    if (!opened.ok) return opened;
    const { id, no } = opened.value.facts!;
    const written = await ledger.append([{ stream: id, expectedRevision: 0, events: [opened.value] }], { scope, key: externalNo, bodyHash, answer: JSON.stringify({ id, no }) });
    if (written.kind === 'conflict') throw new Error(`new stream ${written.stream} already exists`);
    return written.kind === 'repeated' ? repeated(externalNo, written.record, bodyHash) : ok({ externalNo, id, no, isRepeated: false });
  }

  async function rating(connector: Connector, record: Fields, now: number, ip?: string): Promise<Result<Delivered>> {
    const mapped = connector.ratings ? mapRating(record, connector.ratings) : refuse('CONNECTOR_UNKNOWN');
    if (!mapped.ok) return mapped;
    const { externalNo, satisfaction, isResolved, note } = mapped.value;
    const known = await ledger.wasDone(scopeOf(connector.id), externalNo);
    if (!known) return refuse('CONNECTOR_ORDER_UNKNOWN', { field: 'externalNo', detail: externalNo });
    const said = { satisfaction, isResolved, ...(note ? { note } : {}) };
    return act(connector, externalNo, reportIdOf(known), { action: 'evaluate', payload: said, name: `rating/${externalNo}/${digestOf(record)}` }, now, ip);
  }

  /** 重办: an order that comes back asks for another round of its case as a citizen does (CL42); the duty chief decides. */
  function askReopen(connector: Connector, externalNo: string, id: CaseId, reason: string, digest: string, now: number, ip?: string): Promise<Result<Delivered>> {
    return act(connector, externalNo, id, { action: 'ask-reopen', payload: { reportCaseId: id, reason }, name: `reopening/${externalNo}/${digest}` }, now, ip);
  }

  /** Acts on the case that answers for an order, once a round: what is told again in the same words has no second effect, also when the case is under way again. */
  async function act(connector: Connector, externalNo: string, id: CaseId, { action, payload, name }: Deed, now: number, ip?: string): Promise<Result<Delivered>> {
    for (let tries = 1; ; tries += 1) {
      const item = holderOf(id);
      if (!item) return refuse('CASE_NOT_FOUND');
      const commandId = commandIdOf(connector, name, item.rounds.length);
      const done = await cases.command(item.id, { action, expectedRevision: item.revision, actor: sourceActor(connector), payload, ...(ip ? { ip } : {}) }, now, { commandId, said: payload });
      if (done.ok) return ok({ externalNo, id: item.id, no: item.no, isRepeated: false });
      const isOld = done.error.code === 'CASE_ACTION_NOT_IN_STATE' && item.rounds.length > 0 && (await ledger.wasDone('command', commandIdOf(connector, name, item.rounds.length - 1)));
      if (isOld) return ok({ externalNo, id: item.id, no: item.no, isRepeated: true });
      if (done.error.code !== 'CASE_REVISION_CONFLICT' || tries >= MOST_TRIES) return done;
    }
  }

  /** The case that answers for a report: the one it was merged into, or itself. */
  function holderOf(id: CaseId): Case | undefined {
    let holder = cases.get(id);
    for (let next = holder?.mergedInto && cases.get(holder.mergedInto); next; next = next.mergedInto && cases.get(next.mergedInto)) holder = next;
    return holder;
  }

  return (connector, topic, record, now, ip) => (topic === 'reports' ? report(connector, record, now, ip) : rating(connector, record, now, ip));
}

/** The same number again: the same case, or a conflict when it says something else. */
function repeated(externalNo: string, known: { readonly bodyHash: string; readonly answer: string }, bodyHash: string): Result<Delivered> {
  if (known.bodyHash !== bodyHash) return refuse('CONNECTOR_ORDER_CHANGED', { field: 'externalNo', detail: externalNo });
  const { no } = JSON.parse(known.answer) as { no: string };
  return ok({ externalNo, id: reportIdOf(known), no, isRepeated: true });
}

/** The case that the first message of an order became. */
function reportIdOf({ answer }: { readonly answer: string }): CaseId {
  return asId<CaseId>((JSON.parse(answer) as { id: string }).id);
}
