import { can, isInArea, type Actor } from '@wangge/shared/access';
import { briefingActions, briefingSteps, type Briefing, type BriefingDetail, type BriefingEvent, type BriefingRow } from '@wangge/shared/briefing';
import { lifeEntries } from '../../ledger/life-entries.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { stepName } from './words.ts';

/** Whether somebody may read a briefing: of their area; a wall what was issued; one with personal data in the clear only who may see such data. */
export function maySeeBriefing(actor: Actor, { content, state }: Briefing): boolean {
  if (!isInArea(content.area.code, actor.areaCode)) return false;
  if (content.unmaskedFor !== null && !can(actor.role, 'case.view-personal')) return false;
  return actor.role === 'wall' ? state === 'issued' : state !== 'discarded';
}

/** A briefing in a list. */
export function briefingRow({ id, no, revision, state, planId, content, hash, frozen, issued }: Briefing): BriefingRow {
  const { kind, title, area, period, asOf, isDemo, unmaskedFor } = content;
  return { id, no, revision, state, planId, kind, title, areaName: area.name, periodKey: period.key, asOf, isDemo, isUnmasked: unmaskedFor !== null, hash, steps: briefingSteps(content).map((step) => stepName(step, content)), frozen, issued };
}

/** All of a briefing, its record, and what this actor may do with it. */
export function briefingDetail(briefing: Briefing, history: readonly StoredEvent<BriefingEvent>[], actor: Actor): BriefingDetail {
  return { id: briefing.id, revision: briefing.revision, briefing, allowed: briefingActions(briefing, actor), timeline: lifeEntries(history, ({ payload }) => ({ note: payload.reason ?? null })) };
}
