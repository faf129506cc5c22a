import { localParts, ok, type CaseId, type Result } from '@wangge/shared/base';
import { decideCall, decideDraft, evolveCall, followCall, type Call, type CallContext, type CallEvent } from '@wangge/shared/call';
import type { Case, CaseEvent } from '@wangge/shared/case';
import { townCodeOf } from '@wangge/shared/district';
import { callNo } from '../../features/calls/call-context.api.ts';
import { caseIdOf } from './case-id.ts';
import type { CallDeed } from './step.ts';
import type { Town } from './town.ts';

/** What a deed on a call causes: its own event, and those of the case that follow. */
export interface CallOutcome {
  readonly callId: string;
  /** Revision of the call before. */
  readonly revision: number;
  readonly event: CallEvent;
  readonly caseEvents: readonly CaseEvent[];
}

/** The calls of one township in the demo's past, and the numbers they take. */
export class CallBook {
  readonly #calls = new Map<string, Call>();
  readonly #byCase = new Map<CaseId, string[]>();
  readonly #serials = new Map<number, number>();
  /** How many numbers were taken here, by year. */
  readonly taken = new Map<number, number>();

  ofCase(id: CaseId): readonly Call[] {
    return (this.#byCase.get(id) ?? []).flatMap((callId) => this.#calls.get(callId) ?? []);
  }

  put(call: Call): void {
    if (!this.#calls.has(call.id)) this.#byCase.set(call.caseId, [...(this.#byCase.get(call.caseId) ?? []), call.id]);
    this.#calls.set(call.id, call);
    const [, year, serial] = /(\d{4})〕(\d+)$/.exec(call.no) ?? [];
    this.#serials.set(Number(year), Math.max(this.#serials.get(Number(year)) ?? 0, Number(serial)));
  }

  apply(id: string, event: CallEvent): void {
    this.put(evolveCall(this.#calls.get(id) ?? null, event));
  }

  /** Decides a deed as the live product would, without writing it. */
  decide(deed: CallDeed, item: Case, town: Town, context: CallContext): Result<CallOutcome> {
    if (deed.kind === 'draft') {
      const id = caseIdOf(`call/${item.id}/${context.earlier.length}`);
      const townCode = townCodeOf(item.villageCode);
      const { year } = localParts(context.now);
      const serial = (this.#serials.get(year) ?? 0) + 1;
      const decided = decideDraft({
        id, no: callNo(year, serial), caseId: item.id, caseNo: item.no, matter: item.matter, source: item.source, isDispute: town.isDispute(item, context.now),
        areaCode: item.gridCode, townCode, draft: deed.draft,
      }, deed.actor, context);
      if (decided.ok) this.taken.set(year, (this.taken.get(year) ?? 0) + 1);
      return decided.ok ? ok({ callId: id, revision: 0, event: decided.value, caseEvents: [] }) : decided;
    }
    const call = this.#calls.get(deed.callId);
    if (!call) throw new Error(`no call ${deed.callId}`);
    const { action, actor, payload } = deed;
    const decided = decideCall(call, { action, actor, payload, expectedRevision: call.revision }, context);
    if (!decided.ok) return decided;
    const followed = followCall(call, decided.value, item, actor, town.context(context.now));
    return followed.ok ? ok({ callId: call.id, revision: call.revision, event: decided.value, caseEvents: followed.value }) : followed;
  }
}
