import { setImmediate } from 'node:timers/promises';
import { DAY_MS, startOfDay, startOfMonth, type CaseId } from '@wangge/shared/base';
import { evolveCase, isReopenAsked, type Case, type CaseEvent } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { KnownNeeds } from './read-known.ts';

/** A trend compares with the same hours of seven days before, and the room begins some hours before its day. */
const LOOK_BACK_MS = 9 * DAY_MS;
const CASES_AT_ONCE = 2_000;
const STREAMS_AT_ONCE = 100;

export interface CasesAtNeeds extends KnownNeeds {
  readonly feed: CaseFeed;
}

/**
 * Goes over the cases that were there at an instant. `hold` is called with each that stands as it did then, and with when its last
 * event became known, and answers whether it takes it so; answers those that went on since, or were not taken.
 */
export async function changedSince(at: number, { feed, index }: Pick<CasesAtNeeds, 'feed' | 'index'>, hold: (item: Case, lastAt: number) => boolean): Promise<CaseId[]> {
  const changed: CaseId[] = [];
  let seen = 0;
  for (const item of feed.all()) {
    const span = index.spanOf(item.id);
    if (span && span.firstAt <= at && (span.lastAt > at || !hold(item, span.lastAt))) changed.push(item.id);
    seen += 1;
    if (seen % CASES_AT_ONCE === 0) await setImmediate();
  }
  return changed;
}

/**
 * The cases as they were known at an instant, of those that matter from then on: open ones, those asked to be opened again, and those that a figure of the
 * month or of the last days counts. What has not changed since is taken as it stands; only cases that were there and went on
 * are folded again, from their own events.
 */
export async function casesAt(at: number, needs: CasesAtNeeds): Promise<Case[]> {
  const { events, index } = needs;
  const since = Math.min(startOfMonth(at), startOfDay(at) - LOOK_BACK_MS);
  const matters = (item: Case): boolean => isOpenState(item.state) || isReopenAsked(item) || item.reportedAt >= since || (item.closedAt ?? 0) >= since || (item.acceptedAt ?? 0) >= since;
  const found: Case[] = [];
  const changed = await changedSince(at, needs, (item) => {
    if (matters(item)) found.push(item);
    return true;
  });
  for (let from = 0; from < changed.length; from += STREAMS_AT_ONCE) {
    const folded = fold(await events.readStreams(changed.slice(from, from + STREAMS_AT_ONCE), at), (stored) => index.knownAt(stored) <= at);
    found.push(...folded.filter(matters));
    await setImmediate();
  }
  return found.sort((a, b) => a.reportedAt - b.reportedAt);
}

/** A case as it was before the first of its events that was not known yet; undefined before its very first. */
export async function caseAt(id: CaseId, events: EventStore, isKnown: (stored: StoredEvent) => boolean): Promise<Case | undefined> {
  return fold(await events.readStream(id), isKnown)[0];
}

/** Each case, whose events lie one after the other, as it was before the first that was not known yet. */
function fold(events: readonly StoredEvent[], isKnown: (stored: StoredEvent) => boolean): Case[] {
  const folded = new Map<string, Case>();
  for (const stored of events) {
    const state = folded.get(stored.stream) ?? null;
    if (stored.revision === (state?.revision ?? 0) + 1 && isKnown(stored)) folded.set(stored.stream, evolveCase(state, stored.event as CaseEvent));
  }
  return [...folded.values()];
}
