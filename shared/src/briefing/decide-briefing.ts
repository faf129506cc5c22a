import type { Actor } from '../access/index.ts';
import { ok, refuse, type Result } from '../base/index.ts';
import { allowedRows, findRow, stateAfter, type Wish } from '../life/index.ts';
import { BRIEFING_AUTHORS, BRIEFING_LIFE, type BriefingEventType, type BriefingLifeRow, type BriefingState } from './briefing-life.ts';
import type { BriefingPayload } from './briefing-payload.ts';
import type { Briefing, BriefingEvent } from './briefing.ts';
import type { BriefingContent } from './frozen.ts';

/** Answers the fingerprint of a content; handed in, for shared code knows no hash function. */
export type HashContent = (content: BriefingContent) => string;

/** Opens a briefing with what was frozen. Personal data in the clear needs a reason and a person; a plan never asks for it. */
export function decideFreeze(opened: NonNullable<BriefingEvent['opened']>, actor: Actor, at: number, hash: HashContent): Result<BriefingEvent> {
  if (!BRIEFING_AUTHORS.some((role) => role === actor.role)) return refuse('ACTION_FORBIDDEN', { rule: 'CL2' });
  return ok({ type: 'frozen', at, actor, to: 'draft', payload: {}, opened, hash: hash(opened.content) });
}

/** What this actor may do with the briefing now. */
export function briefingActions(briefing: Briefing, actor: Actor): string[] {
  return allowedRows<BriefingState, never, BriefingLifeRow, null>(BRIEFING_LIFE, briefing, actor, {}, null).map(({ action }) => action);
}

/** Turns a wish into the event it causes, or into a refusal. Writing changes the paragraphs and therefore the fingerprint; no figure. */
export function decideBriefing(briefing: Briefing, wish: Wish<BriefingPayload>, at: number, hash: HashContent): Result<BriefingEvent> {
  const found = findRow<BriefingState, never, BriefingLifeRow, null>(BRIEFING_LIFE, briefing, wish, {}, null);
  if (!found.ok) return found;
  const { actor, payload } = wish;
  const event: BriefingEvent = { type: found.value.event as BriefingEventType, at, actor, to: stateAfter(found.value, briefing, briefing.state), payload };
  return ok(event.type === 'written' && payload.notes ? { ...event, hash: hash({ ...briefing.content, notes: payload.notes }) } : event);
}
