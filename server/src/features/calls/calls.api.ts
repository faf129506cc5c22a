import type { Actor } from '@wangge/shared/access';
import { localParts, ok, refuse, type CaseId, type Result } from '@wangge/shared/base';
import { decideCall, decideDraft, evolveCall, followCall, type Call, type CallContext, type CallDraft, type CallEvent, type CallWish, type Tier } from '@wangge/shared/call';
import type { Case } from '@wangge/shared/case';
import { townCodeOf } from '@wangge/shared/district';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ObjectChange } from '../../ledger/object-book.ts';
import { createObjects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { callCounter, callNo, makeCallContext, type CallRules } from './call-context.api.ts';

export interface CallsNeeds extends CallRules {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly district: DistrictApi;
}

/** 乡呼县应: the one way by which calls come into being and move; the case follows in the same append. */
export interface CallsApi {
  get(id: string): Call | undefined;
  all(): IterableIterator<Call>;
  /** Calls about a case, oldest first. */
  ofCase(id: CaseId): readonly Call[];
  /** The tier that has the case in hand by its last call that was answered; undefined while nobody was called. */
  tierOf(id: CaseId): Tier | undefined;
  history(id: string): Promise<readonly StoredEvent<CallEvent>[]>;
  onChanges(listener: (changes: readonly ObjectChange<Call, CallEvent>[]) => void): void;
  /** Whether the case is of a type that climbs tier by tier. */
  isDispute(item: Case, now: number): boolean;
  /** What a decision about a call of this case looks at. */
  context(item: Case, now: number): CallContext;
  draft(caseId: CaseId, draft: CallDraft, actor: Actor, at: number, commandId?: string): Promise<Result<Call>>;
  command(id: string, wish: CallWish, at: number, commandId?: string): Promise<Result<Call>>;
}

export function createCallsApi({ ledger, cases, district, settingsAt, itemsAt }: CallsNeeds): CallsApi {
  const objects = createObjects<Call, CallEvent>(ledger, { kind: 'call', evolve: evolveCall });
  const byCase = new Map<CaseId, Set<string>>();
  objects.onChanges((changes) => {
    for (const { after } of changes) byCase.set(after.caseId, (byCase.get(after.caseId) ?? new Set()).add(after.id));
  });
  const ofCase = (id: CaseId): readonly Call[] => [...(byCase.get(id) ?? [])].flatMap((callId) => objects.get(callId) ?? []);

  const context = (item: Case, now: number): CallContext =>
    makeCallContext({ settingsAt, itemsAt }, district.current().departments, cases.context(now, item).calendar, item, ofCase(item.id), now);
  const isDispute = (item: Case, now: number): boolean => settingsAt(now).content.disputeGroups.includes(cases.context(now, item).typeOf(item.typeCode)?.group ?? '');

  async function draft(caseId: CaseId, given: CallDraft, actor: Actor, at: number, commandId?: string): Promise<Result<Call>> {
    const done = commandId ? await ledger.wasDone('call', commandId) : null;
    const known = done && objects.get(done.bodyHash);
    if (known) return ok(known);
    const item = cases.get(caseId);
    if (!item) return refuse('CASE_NOT_FOUND');
    const about = context(item, at);
    const townCode = townCodeOf(item.villageCode);
    const facts = {
      id: newUuid(), no: '', caseId, caseNo: item.no, matter: item.matter, source: item.source, isDispute: isDispute(item, at),
      areaCode: item.gridCode, townCode, draft: given,
    };
    const tried = decideDraft(facts, actor, about);
    if (!tried.ok) return tried;
    const { year } = localParts(at);
    const no = callNo(year, await ledger.takeSerials(callCounter(townCode, year)));
    const event: CallEvent = { ...tried.value, ...(tried.value.facts ? { facts: { ...tried.value.facts, no } } : {}) };
    return objects.open(facts.id, { events: [event] }, commandId);
  }

  async function command(id: string, wish: CallWish, at: number, commandId?: string): Promise<Result<Call>> {
    return objects.act(id, wish, (call, given) => {
      const item = cases.get(call.caseId);
      if (!item) return refuse('CASE_NOT_FOUND');
      const decided = decideCall(call, given, context(item, at));
      if (!decided.ok) return decided;
      const followed = followCall(call, decided.value, item, given.actor, cases.context(at, item));
      if (!followed.ok) return followed;
      return ok({ events: [decided.value], also: followed.value.length === 0 ? [] : cases.streamsWith(item, followed.value) });
    }, commandId);
  }

  return {
    get: (id) => objects.get(id), all: () => objects.all(), ofCase, isDispute, context, draft, command,
    history: (id) => objects.history(id), onChanges: (listener) => objects.onChanges(listener),
    tierOf: (id) => ofCase(id).findLast(({ answeredAt }) => answeredAt !== null)?.to,
  };
}
