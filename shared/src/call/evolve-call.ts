import type { CallEvent } from './call-events.ts';
import type { Call, Signature } from './call.ts';

function signature({ actor, at }: CallEvent): Signature {
  return { id: actor.id, name: actor.name, unitId: actor.unitId, at };
}

function open(event: CallEvent): Call {
  if (!event.facts) throw new Error(`a call cannot begin with ${event.type}`);
  const { draft, ...facts } = event.facts;
  return {
    ...facts, ...draft, revision: 1, state: event.to, stateSince: event.at, draftedBy: signature(event), signedBy: null, calledAt: null, limitsVersion: null,
    clocks: null, answeredAt: null, handlerName: null, handlerPhone: null, arrivedAt: null, plannedAt: null, plan: null, mediations: [], supports: [],
    assignedCount: 0, finishedAt: null, result: null, isSolved: null, returns: [], rating: null, withdrawnReason: null,
  };
}

/** What an event changes beyond state, clocks and revision. */
function changes(call: Call, event: CallEvent): Partial<Call> {
  const { payload, at, actor } = event;
  const { words = '' } = payload;
  switch (event.type) {
    case 'revised': return payload.draft ?? {};
    case 'called': return { signedBy: signature(event), calledAt: at, limitsVersion: event.limitsVersion ?? null };
    case 'assigned': return {
      toUnitId: payload.departmentId ?? call.toUnitId, assignedCount: call.assignedCount + 1,
      supports: (payload.supportIds ?? []).filter((id) => id !== payload.departmentId).map((unitId) => ({ unitId, doneAt: null, words: null, isExcused: false })),
    };
    case 'answered': return { answeredAt: at, handlerName: payload.handlerName ?? null, handlerPhone: payload.handlerPhone ?? null };
    case 'plan-given': return { plannedAt: call.plannedAt ?? at, plan: payload.plan ?? null };
    case 'arrived': return { arrivedAt: call.arrivedAt ?? at };
    case 'mediated': return { mediations: [...call.mediations, { at, by: actor.name, unitId: actor.unitId, result: payload.mediation ?? 'adjourned', words }] };
    case 'share-handed-in': return { supports: call.supports.map((s) => (s.unitId === actor.unitId ? { ...s, doneAt: at, words } : s)) };
    case 'share-excused': return { supports: call.supports.map((s) => (s.unitId === payload.departmentId ? { ...s, isExcused: true, words: payload.reason ?? '' } : s)) };
    case 'finished': return { finishedAt: at, result: words, isSolved: payload.isSolved ?? false };
    case 'returned': return { returns: [...call.returns, { at, by: actor.name, itemNo: payload.itemNo ?? '', reason: payload.reason ?? '' }] };
    case 'withdrawn': return { withdrawnReason: payload.reason ?? '' };
    case 'rated': return { rating: { at, by: actor.name, satisfaction: payload.satisfaction ?? 0, isSolved: payload.isSolved ?? false, words } };
    default: return {};
  }
}

/** Folds one event into the call. The first event must be a draft. */
export function evolveCall(call: Call | null, event: CallEvent): Call {
  if (!call) return open(event);
  return {
    ...call, ...changes(call, event), clocks: event.clocks ?? call.clocks,
    revision: call.revision + 1, state: event.to, stateSince: event.to === call.state ? call.stateSince : event.at,
  };
}
