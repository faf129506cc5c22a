import { can, type Actor } from '@wangge/shared/access';
import { allowedOnCall, callRow, type Call, type CallContext, type CallDetail, type CallEvent, type CallTimelineEntry } from '@wangge/shared/call';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import type { ListedItem } from './call-context.api.ts';
import { itemChoices } from './call-form.ts';
import { maskText } from '../cases/mask.api.ts';

function record(history: readonly StoredEvent<CallEvent>[]): CallTimelineEntry[] {
  return lifeEntries(
    history, ({ payload }) => ({ note: payload.reason ?? payload.plan ?? payload.words, lngLat: payload.lngLat }),
    ({ payload }) => ({ departmentId: payload.departmentId ?? null, itemNo: payload.itemNo ?? null }),
  );
}

/** The page of a call for one reader: what it says, what happened, what they may do. Citizens' data in the case's text is masked for those who may not see it. */
export function callDetail(call: Call, history: readonly StoredEvent<CallEvent>[], actor: Actor, context: CallContext, items: readonly ListedItem[]): CallDetail {
  const { item } = context;
  const said = (text: string): string => (can(actor.role, 'case.view-personal') ? text : maskText(text));
  const allowed = allowedOnCall(call, actor, context);
  const mayCite = allowed.includes('return') || allowed.includes('revise');
  return {
    id: call.id, revision: call.revision, call, row: callRow(call), timeline: record(history), allowed, items: mayCite ? itemChoices(items, item.typeCode) : [], itemName: context.itemOf(call.itemNo ?? '')?.name ?? null,
    about: { description: said(item.description), address: said(item.address), villageCode: item.villageCode, urgency: item.urgency, state: item.state, clock: item.clock },
    readAt: context.now,
  };
}
