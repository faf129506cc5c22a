import { can, isInArea, type Actor } from '@wangge/shared/access';
import { lampAt } from '@wangge/shared/calendar';
import { allowedApplicationActions, carriesApplication, isFrontNode, type Application, type ApplicationDetail, type ApplicationEvent, type ApplicationRow } from '@wangge/shared/matter';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { maskName, maskPhone, maskText } from '../cases/mask.api.ts';

/** Whether somebody may know of an application: in their area, and in the field only those that they carry. */
export function maySeeApplication(actor: Actor, application: Application): boolean {
  const isInField = actor.role === 'grid-worker' || actor.role === 'squad';
  return isInArea(application.villageCode, actor.areaCode) && (!isInField || carriesApplication(actor, application));
}

/** Lists and boards never show an applicant by name. */
export function applicationRow(application: Application, now: number): ApplicationRow {
  const { id, no, matterName, channel, state, node, villageCode, takenAt, endedAt, revision, clock, nodeClock, windowName, departmentName, applicant } = application;
  return {
    id, no, matterName, channel, state, node, villageCode, takenAt, endedAt, revision, applicantName: maskName(applicant.name),
    holderName: isFrontNode(node) ? windowName : departmentName, dueAt: clock.dueAt, nodeDueAt: nodeClock.dueAt, lamp: lampAt(clock, now), nodeLamp: lampAt(nodeClock, now),
  };
}

export function applicationDetail(application: Application, history: readonly StoredEvent<ApplicationEvent>[], actor: Actor): ApplicationDetail {
  const isOpenToReader = can(actor.role, 'case.view-personal') || carriesApplication(actor, application);
  const text = (given: string | null | undefined): string | null => (given === null || given === undefined ? null : isOpenToReader ? given : maskText(given));
  const { name, phone } = application.applicant;
  return {
    id: application.id, revision: application.revision, allowed: allowedApplicationActions(application, actor),
    application: {
      ...application, applicant: isOpenToReader ? { name, phone } : { name: maskName(name), phone: maskPhone(phone) },
      supplementReason: text(application.supplementReason), refusal: text(application.refusal),
    },
    timeline: lifeEntries(history, ({ payload }) => ({ note: text(payload.reason ?? payload.note) }), ({ node }) => ({ node })),
  };
}
