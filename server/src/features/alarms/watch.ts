import { MINUTE_MS, type CaseId } from '@wangge/shared/base';
import type { CallsApi } from '../calls/calls.api.ts';
import type { CaseChange } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import { DueHeap } from '@wangge/shared/figures';
import type { ListVersion } from '@wangge/shared/lists';
import { dueRungOf, happeningsOf, isOwned, isShelfOver, isUnanswered, type Alarm, type Happening } from '@wangge/shared/alarm';
import type { Logger } from '../../platform/logger.ts';
import type { AlarmBook } from './alarm-book.ts';
import { callFacts, caseFacts } from './alarm-facts.ts';
import type { TakeoverList } from './takeover-kind.api.ts';

/** What happened longer ago than this is history, not an alarm: a node that begins to lead looks back this far. */
const LOOK_BACK_MS = 10 * MINUTE_MS;

export interface WatchNeeds {
  readonly book: AlarmBook;
  readonly cases: CasesApi;
  readonly calls: CallsApi;
  readonly log: Logger;
  rulesAt(at: number): ListVersion<TakeoverList>;
}

/**
 * What the leading node does by itself: raises what the rules name, calls the next rung, takes off the shelf, and ends what has
 * lost its cause. A case is looked at when it changed and when its lamp turns red, never all of them.
 */
export class Watch {
  readonly #needs: WatchNeeds;
  readonly #reds = new DueHeap();
  readonly #called = new Set<string>();
  #isSweeping = false;

  constructor(needs: WatchNeeds) {
    this.#needs = needs;
    needs.calls.onChanges((changes) => {
      for (const { after } of changes) {
        if (after.state === 'called') this.#called.add(after.id);
        else this.#called.delete(after.id);
      }
    });
  }

  /** Begins to lead: what happened a moment ago may be nobody's yet. */
  async begin(now: number): Promise<void> {
    for (const item of this.#needs.cases.all()) {
      if (!isOpenState(item.state)) continue;
      this.#plan(item);
      const isFresh = Math.max(item.reportedAt, item.roundStartedAt) > now - LOOK_BACK_MS;
      const happened = happeningsOf(item, now).filter((happening) => (happening === 'red-lamp' ? item.clock.dueAt > now - LOOK_BACK_MS : isFresh));
      await this.#raise(item, happened, now);
    }
  }

  /** A case changed: raises what it became by that. What is told long after it happened raises nothing. */
  async follow({ event, before, after }: CaseChange, now: number): Promise<void> {
    this.#plan(after);
    if (event.at <= now - LOOK_BACK_MS) return;
    const known = before ? happeningsOf(before, now) : [];
    await this.#raise(after, happeningsOf(after, now).filter((happening) => happening !== 'red-lamp' && !known.includes(happening)), now);
  }

  /** Everything that time alone changes. Sweeps do not overlap; what fails is tried by the next. */
  async sweep(now: number): Promise<void> {
    if (this.#isSweeping) return;
    this.#isSweeping = true;
    try {
      await this.#turnRed(now);
      await this.#missCalls(now);
      for (const alarm of this.#needs.book.open()) await this.#look(alarm, now);
    } finally {
      this.#isSweeping = false;
    }
  }

  #plan({ id, state, clock }: Case): void {
    if (isOpenState(state) && clock.standing === 'running') this.#reds.push(Math.floor(clock.dueAt) + 1, id);
  }

  async #turnRed(now: number): Promise<void> {
    for (let id = this.#reds.popUntil(now); id !== null; id = this.#reds.popUntil(now)) {
      const item = this.#needs.cases.get(id as CaseId);
      // The clock may have been extended or halted since; a clock that turned red long ago raised its alarm then.
      if (item && item.clock.dueAt > now - LOOK_BACK_MS) await this.#raise(item, happeningsOf(item, now).filter((happening) => happening === 'red-lamp'), now);
    }
  }

  async #missCalls(now: number): Promise<void> {
    for (const id of this.#called) {
      const call = this.#needs.calls.get(id);
      const dueAt = call?.clocks?.respond.dueAt ?? Infinity;
      const item = call && this.#needs.cases.get(call.caseId);
      if (!item || dueAt > now || dueAt <= now - LOOK_BACK_MS) continue;
      const facts = callFacts(this.#needs.rulesAt(now), call, item);
      if (facts && !this.#needs.book.get(facts.id)) await this.#needs.book.raise(facts, now);
    }
  }

  async #raise(item: Case, happenings: readonly Happening[], now: number): Promise<void> {
    const facts = happenings.length > 0 ? caseFacts(this.#needs.rulesAt(now), item, happenings) : null;
    if (!facts || this.#needs.book.get(facts.id)) return;
    const raised = await this.#needs.book.raise(facts, now);
    if (!raised.ok) this.#needs.log.warn({ alarm: facts.id, code: raised.error.code }, 'an alarm was not raised');
  }

  async #look(alarm: Alarm, now: number): Promise<void> {
    const { book } = this.#needs;
    const why = this.#endOf(alarm, now);
    if (why) return void (await book.system(alarm.id, 'end', { text: why }, now));
    if (isShelfOver(alarm, now)) return void (await book.system(alarm.id, 'unshelve', {}, now));
    if (await this.#wasSent(alarm, now)) return;
    const rung = dueRungOf(alarm, now);
    if (rung !== null) await book.system(alarm.id, 'climb', { rung }, now);
  }

  /** Whether a team was sent to the case since, which answers the alarm. */
  async #wasSent(alarm: Alarm, now: number): Promise<boolean> {
    const item = alarm.cause.kind === 'case' ? this.#needs.cases.get(alarm.cause.caseId) : undefined;
    if (!item?.order || !isUnanswered(alarm) || item.order.sentAt < alarm.raisedAt) return false;
    const history = await this.#needs.cases.history(item.id);
    const sent = history.findLast(({ event }) => event.at === item.order?.sentAt);
    if (sent) await this.#needs.book.answer(alarm.id, sent.event.actor, now);
    return sent !== undefined;
  }

  /** Why an alarm has nothing left to call for; null while it has. */
  #endOf(alarm: Alarm, now: number): string | null {
    const { cause, acknowledged, rule } = alarm;
    const isSeen = acknowledged !== null && now >= acknowledged.at + rule.dwellMs;
    if (cause.kind === 'case') {
      const item = this.#needs.cases.get(cause.caseId);
      if (!item || !isOpenState(item.state)) return 'case-ended';
      return isSeen && isOwned(item) ? 'in-hand' : null;
    }
    if (cause.kind === 'call') return this.#needs.calls.get(cause.callId)?.state === 'called' ? null : 'call-answered';
    if (cause.kind === 'flood') {
      const isAnswered = alarm.members.every((id) => !isUnanswered(this.#needs.book.get(id) ?? { state: 'closed' }));
      return isAnswered && (isSeen || isUnanswered(alarm)) ? 'members-answered' : null;
    }
    return null;
  }
}
