import { setImmediate } from 'node:timers/promises';
import { DAY_MS, startOfDay, startOfMonth, type CaseId } from '@wangge/shared/base';
import { evolveCase, type Case, type CaseEvent } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { KnownNeeds } from './read-known.ts';

/** A trend compares with the same hours of seven days before, and the room begins some hours before its day. */
const LOOK_BACK_MS = 9 * DAY_MS;
const CASES_AT_ONCE = 5_000;
const STREAMS_AT_ONCE = 40;

export interface CasesAtNeeds extends KnownNeeds {
  readonly feed: CaseFeed;
}

/**
 * The cases as they were known at an instant, of those that matter from then on: open ones, and those that a figure of the
 * month or of the last days counts. What has not changed since is taken as it stands; only cases that were there and went on
 * are folded again, from their own events.
 */
export async function casesAt(at: number, { feed, events, index }: CasesAtNeeds): Promise<Case[]> {
  const since = Math.min(startOfMonth(at), startOfDay(at) - LOOK_BACK_MS);
  const matters = (item: Case): boolean => isOpenState(item.state) || item.reportedAt >= since || (item.closedAt ?? 0) >= since || (item.acceptedAt ?? 0) >= since;
  const found: Case[] = [];
  const changed: CaseId[] = [];
  let seen = 0;
  for (const item of feed.all()) {
    const span = index.spanOf(item.id);
    if (span && span.firstAt <= at) {
      if (span.lastAt > at) changed.push(item.id);
      else if (matters(item)) found.push(item);
    }
    seen += 1;
    if (seen % CASES_AT_ONCE === 0) await setImmediate();
  }
  for (let from = 0; from < changed.length; from += STREAMS_AT_ONCE) {
    const folded = await Promise.all(changed.slice(from, from + STREAMS_AT_ONCE).map((id) => caseAt(id, events, (stored) => index.knownAt(stored) <= at)));
    found.push(...folded.filter((item) => item !== null && matters(item)) as Case[]);
    await setImmediate();
  }
  return found.sort((a, b) => a.reportedAt - b.reportedAt);
}

/** A case as it was before the first of its events that was not known yet; null before its very first. */
export async function caseAt(id: CaseId, events: EventStore, isKnown: (stored: StoredEvent) => boolean): Promise<Case | null> {
  let state: Case | null = null;
  for (const stored of await events.readStream(id)) {
    if (!isKnown(stored)) break;
    state = evolveCase(state, stored.event as CaseEvent);
  }
  return state;
}
