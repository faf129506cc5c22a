import type { Actor } from '@wangge/shared/access';
import { asId, localParts, type CaseId } from '@wangge/shared/base';
import { decideCase, type Case, type CaseEvent } from '@wangge/shared/case';
import { isOpenState, townCodeOf } from '@wangge/shared/district';
import type { DomainEvent } from '@wangge/shared/life';
import {
  decideOversight, dueRungs, evolveOversight, isPointless, isUnfinished, ladderOrderId, ladderSubject, markOf, nextRungAt, openOversight, orderFacts, serialCounter,
  type DueRung, type Ladder, type LadderSubject, type Oversight, type OversightAction, type OversightEvent,
} from '@wangge/shared/oversight';
import type { StoredEvent } from '../../store/event-store.ts';
import { SYSTEM } from './cast.ts';
import { orderStep } from './order-steps.ts';
import type { Town } from './town.ts';

/** One event of an order, and what it says to its case. */
export interface PastOrderEvent {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly event: DomainEvent;
  readonly onCase: CaseEvent | null;
}

export interface PastOversightNeeds {
  readonly town: Town;
  readonly ladder: Ladder;
  readonly ladderVersion: string;
  /** First free number of each counter. */
  readonly serials: Map<string, number>;
}

/** Supervision in the demo's past: the ladder as the server climbs it, and people who answer and strike off, in bulk. */
export class PastOversight {
  readonly #needs: PastOversightNeeds;
  readonly #orders = new Map<CaseId, Map<string, Oversight>>();
  readonly #reopened = new Map<CaseId, number>();

  constructor(needs: PastOversightNeeds) {
    this.#needs = needs;
  }

  /** Takes what the store holds of an order. */
  restore({ stream, event }: StoredEvent): void {
    const id = stream.slice('oversight/'.length);
    const caseId = asId<CaseId>(id.split('.')[0] ?? '');
    this.#put(evolveOversight(this.#orders.get(caseId)?.get(id) ?? null, event as OversightEvent));
  }

  /** Takes what happened to a case. */
  see(id: CaseId, { type }: CaseEvent): void {
    if (type === 'reopened') this.#reopened.set(id, (this.#reopened.get(id) ?? 0) + 1);
  }

  /** The next instant at which something of the case's supervision happens; Infinity when nothing does. */
  nextAt(item: Case, now: number): number {
    const orders = this.#of(item.id);
    if (!isOpenState(item.state)) return Infinity;
    const people = orders.reduce((next, order) => Math.min(next, orderStep(order, item, this.#needs.town)?.at ?? Infinity), Infinity);
    return Math.min(Math.ceil(people), nextRungAt(this.#subject(item), orders, this.#needs.ladder, this.#needs.town.context(now).calendar, now));
  }

  /** The first thing that is due at `now`: somebody's word on an order, or a rung; null when nothing is. */
  act(item: Case, now: number): PastOrderEvent | null {
    if (!isOpenState(item.state)) return null;
    for (const order of this.#of(item.id)) {
      const step = orderStep(order, item, this.#needs.town);
      if (step && step.at <= now) return this.#move(order, item, step.action, step.actor, step.text, now);
    }
    const { town, ladder } = this.#needs;
    const due = dueRungs(this.#subject(item), this.#of(item.id), ladder, town.context(now).calendar, now)[0];
    return due ? this.#open(item, due, now) : null;
  }

  /** The orders that end with the state the case has come to. */
  ends(item: Case, now: number): PastOrderEvent[] {
    const subject = this.#subject(item);
    return this.#of(item.id).filter((order) => isUnfinished(order) && isPointless(order, subject, now))
      .map((order) => this.#move(order, item, 'lift', SYSTEM, isOpenState(item.state) ? 'clock-past' : 'case-ended', now));
  }

  #of(id: CaseId): Oversight[] {
    return [...(this.#orders.get(id)?.values() ?? [])];
  }

  #subject(item: Case): LadderSubject {
    return ladderSubject(item, 1 + (this.#reopened.get(item.id) ?? 0));
  }

  #put(order: Oversight): void {
    let orders = this.#orders.get(order.caseId);
    if (!orders) this.#orders.set(order.caseId, (orders = new Map()));
    orders.set(order.id, order);
  }

  #open(item: Case, due: DueRung, now: number): PastOrderEvent {
    const { town, ladderVersion } = this.#needs;
    const { year } = localParts(now);
    const id = ladderOrderId(item.id, due);
    const subject = this.#subject(item);
    const plan = { id, item, subject, row: due.row, clockKey: due.clockKey, origin: 'ladder', signer: null, requirement: '', ladderVersion } as const;
    const facts = orderFacts(plan, year, this.#takeSerial(serialCounter(due.row, townCodeOf(item.villageCode), year)));
    const event = openOversight(facts, SYSTEM, { now, calendar: town.context(now).calendar });
    this.#put(evolveOversight(null, event));
    const mark = decideCase(item, { ...markOf(facts, item), expectedRevision: item.revision, actor: SYSTEM }, town.context(now));
    if (!mark.ok) throw new Error(`${item.no} could not be marked: ${mark.error.code}`);
    return { stream: `oversight/${id}`, expectedRevision: 0, event, onCase: facts.isDraft ? null : mark.value };
  }

  #move(order: Oversight, item: Case, action: OversightAction, actor: Actor, text: string, now: number): PastOrderEvent {
    const context = this.#needs.town.context(now);
    const decided = decideOversight(order, { action, expectedRevision: order.revision, actor, payload: { text } }, { now, calendar: context.calendar });
    if (!decided.ok) throw new Error(`${order.no} ${action}: ${decided.error.code}`);
    this.#put(evolveOversight(order, decided.value));
    const isLast = action === 'strike-off' && item.supervision > 0 && this.#of(item.id).every((one) => one.rung === 'urge' || !isUnfinished(one));
    const free = isLast ? decideCase(item, { action: 'lift-supervision', expectedRevision: item.revision, actor: SYSTEM, payload: {} }, context) : null;
    return { stream: `oversight/${order.id}`, expectedRevision: order.revision, event: decided.value, onCase: free?.ok ? free.value : null };
  }

  #takeSerial(counter: string): number {
    const serial = this.#needs.serials.get(counter) ?? 1;
    this.#needs.serials.set(counter, serial + 1);
    return serial;
  }
}
