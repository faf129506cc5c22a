import type { DomainEvent } from '../life/index.ts';
import type { BriefingEventType, BriefingState } from './briefing-life.ts';
import type { BriefingPayload } from './briefing-payload.ts';
import type { BriefingContent } from './frozen.ts';

/** Who put their name to something, and when (epoch ms). */
export interface Signed {
  readonly name: string;
  readonly role: string;
  readonly at: number;
}

/**
 * 简报: a frozen moment with a life of its own. `hash`: SHA-256 of its content in canonical JSON, hexadecimal. `planId`: the plan that made it
 * (定时简报); null for one frozen by hand.
 */
export interface Briefing {
  readonly id: string;
  readonly no: string;
  readonly revision: number;
  readonly state: BriefingState;
  readonly planId: string | null;
  readonly content: BriefingContent;
  readonly hash: string;
  readonly frozen: Signed;
  readonly issued: Signed | null;
  readonly withdrawnFor: string | null;
}

export interface BriefingEvent extends DomainEvent {
  readonly type: BriefingEventType;
  readonly to: BriefingState;
  readonly payload: BriefingPayload;
  /** Of the content as it is after this event; where that changes. */
  readonly hash?: string;
  /** At birth. */
  readonly opened?: Pick<Briefing, 'id' | 'no' | 'planId' | 'content'>;
}

/** Folds one event into the briefing; the first must freeze it. Nothing but the paragraphs ever changes in its content. */
export function evolveBriefing(briefing: Briefing | null, event: BriefingEvent): Briefing {
  const signed: Signed = { name: event.actor.name, role: event.actor.role, at: event.at };
  if (!briefing) {
    if (!event.opened || event.hash === undefined) throw new Error(`a briefing cannot begin with ${event.type}`);
    return { ...event.opened, revision: 1, state: event.to, hash: event.hash, frozen: signed, issued: null, withdrawnFor: null };
  }
  const { payload } = event;
  return {
    ...briefing, revision: briefing.revision + 1, state: event.to, hash: event.hash ?? briefing.hash,
    ...(payload.notes ? { content: { ...briefing.content, notes: payload.notes } } : {}),
    ...(event.type === 'issued' ? { issued: signed } : {}),
    ...(event.type === 'withdrawn' ? { withdrawnFor: payload.reason ?? '' } : {}),
  };
}
