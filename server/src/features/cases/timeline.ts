import { evolveCase, fieldChanges, type Case, type CaseEvent } from '@wangge/shared/case';
import type { TimelineEntry, ToldEntry } from '@wangge/shared/wire';
import type { StoredEvent } from '../../store/event-store.ts';
import { maskText } from './mask.api.ts';

/** 全过程留痕: the history of a case as it is read: who, for which unit, when, where, what changed, with which photos, from which address, and whom else it was told. */
export function timeline(history: readonly StoredEvent<CaseEvent>[], mayUnmask: boolean, told: readonly ToldEntry[] = []): TimelineEntry[] {
  let before: Case | null = null;
  return history.map((stored) => {
    const after = evolveCase(before, stored.event);
    const toldOf = told.filter(({ revision }) => revision === stored.revision);
    const line = { ...entry(stored, before, after, mayUnmask), ...(toldOf.length > 0 ? { told: toldOf } : {}) };
    before = after;
    return line;
  });
}

function entry({ seq, revision, event }: StoredEvent<CaseEvent>, before: Case | null, after: Case, mayUnmask: boolean): TimelineEntry {
  const { payload, facts } = event;
  const note = payload.note ?? payload.reason ?? null;
  return {
    seq, revision, at: event.at, doneAt: event.doneAt ?? null, doubtedAt: event.doneAt === undefined ? payload.doneAt ?? null : null, event: event.type, to: event.to, actorName: event.actor.name, actorRole: event.actor.role, unitId: event.actor.unitId,
    teamId: payload.teamId ?? null, departmentId: payload.departmentId ?? event.leadDepartmentId ?? null,
    note: note !== null && !mayUnmask ? maskText(note) : note, photos: [...(payload.photos ?? facts?.photos ?? []), ...(facts?.afterPhotos ?? [])],
    formPhotos: payload.formPhotos ?? [], lngLat: payload.lngLat ?? null, changes: before ? fieldChanges(before, after) : [],
    ip: mayUnmask ? event.from?.ip ?? null : null,
  };
}
