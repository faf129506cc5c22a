import { can, type Actor } from '@wangge/shared/access';
import { allowedActions, type Case, type CaseEvent, type DecideContext } from '@wangge/shared/case';
import type { CaseDetail, TimelineEntry } from '@wangge/shared/wire';
import type { StoredEvent } from '../../store/event-store.ts';
import { caseRow } from './case-row.ts';
import { maskName, maskPhone, maskText } from './mask.api.ts';

function entry({ seq, revision, event }: StoredEvent<CaseEvent>, mayUnmask: boolean): TimelineEntry {
  const { payload } = event;
  const note = payload.note ?? payload.reason ?? null;
  return {
    seq, revision, at: event.at, event: event.type, to: event.to, actorName: event.actor.name, actorRole: event.actor.role,
    teamId: payload.teamId ?? null, departmentId: payload.departmentId ?? event.leadDepartmentId ?? null,
    note: note !== null && !mayUnmask ? maskText(note) : note, photos: payload.photos ?? event.facts?.photos ?? [],
  };
}

/** The case page for one reader: personal data masked unless the role may see it and the reporter did not ask for secrecy. */
export function caseDetail(item: Case, history: readonly StoredEvent<CaseEvent>[], actor: Actor, context: DecideContext): CaseDetail {
  const mayUnmask = can(actor.role, 'case.view-personal');
  const { name, phone, isSecret } = item.reporter;
  const isOpen = mayUnmask && !isSecret;
  return {
    row: caseRow(item, item.lngLat),
    description: mayUnmask ? item.description : maskText(item.description),
    address: item.address, externalNo: item.externalNo,
    reporterName: name === null ? null : isOpen ? name : maskName(name),
    reporterPhone: phone === null ? null : isOpen ? phone : maskPhone(phone),
    photos: item.photos, supportDepartmentIds: item.supportDepartmentIds, checkerId: item.checkerId,
    returnCount: item.returnCount, extensionCount: item.extensionCount,
    timeline: history.map((stored) => entry(stored, mayUnmask)),
    actions: allowedActions(item, actor, context), readAt: context.now,
  };
}
