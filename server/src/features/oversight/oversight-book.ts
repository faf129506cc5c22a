import type { Actor } from '@wangge/shared/access';
import { localParts, ok, refuse, type Result } from '@wangge/shared/base';
import { decideCase, evolveCase, type Case, type CaseCommand, type CaseEvent } from '@wangge/shared/case';
import { isOpenState, townCodeOf } from '@wangge/shared/district';
import {
  decideOversight, evolveOversight, isPointless, isUnfinished, ladderSubject, markOf, openOversight, orderFacts, serialCounter,
  type LadderSubject, type OrderPlan, type Oversight, type OversightCommand, type OversightEvent, type OversightFacts,
} from '@wangge/shared/oversight';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import type { StreamAppend } from '../../store/event-store.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { CaseOrders } from './case-orders.ts';

const KIND = 'oversight';

/** What acts by itself: the ladder, and the end of a case. */
export const LADDER: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };

export interface OversightBookNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
}

/** All orders, and the one way by which they come into being and move, always in one act with what they say to their case. */
export class OversightBook {
  readonly orders = new CaseOrders();
  readonly #needs: OversightBookNeeds;
  readonly #objects: Objects<Oversight, OversightEvent>;
  #version = 0;

  constructor(needs: OversightBookNeeds) {
    this.#needs = needs;
    this.#objects = createObjects<Oversight, OversightEvent>(needs.ledger, { kind: KIND, evolve: evolveOversight });
    this.#objects.onChanges((changes) => {
      for (const { after } of changes) this.orders.put(after);
      this.#version += 1;
    });
  }

  /** Grows with every change of any order. */
  get version(): number {
    return this.#version;
  }

  get(id: string): Oversight | undefined {
    return this.#objects.get(id);
  }

  all(): IterableIterator<Oversight> {
    return this.#objects.all();
  }

  history(id: string): ReturnType<Objects<Oversight, OversightEvent>['history']> {
    return this.#objects.history(id);
  }

  onChanges(listener: () => void): void {
    this.#objects.onChanges(() => listener());
  }

  subjectOf(item: Case): LadderSubject {
    return ladderSubject(item, this.orders.roundOf(item.id));
  }

  /** Opens an order and marks its case, in one act. `isMarked`: the case bears the mark already. The same id opens one. Refused when case or order moved in between. */
  async open(plan: OrderPlan, actor: Actor, now: number, isMarked = false): Promise<Result<Oversight>> {
    const { year } = localParts(now);
    const counter = serialCounter(plan.row, townCodeOf(plan.item.villageCode), year);
    const facts = orderFacts(plan, year, await this.#needs.ledger.takeSerials(counter));
    const mark = facts.isDraft || isMarked ? ok([]) : this.#mark(facts, plan.item, actor, now);
    if (!mark.ok) return mark;
    const { calendar } = this.#needs.cases.context(now);
    return this.#objects.open(plan.id, { events: [openOversight(facts, actor, { now, calendar })], also: mark.value });
  }

  /** Acts on an order; its case is marked when it goes out, and freed of its mark when nothing is left of it. */
  async act(id: string, command: OversightCommand, now: number, commandId?: string): Promise<Result<Oversight>> {
    const { calendar } = this.#needs.cases.context(now);
    return this.#objects.act(id, command, (order, wish) => {
      const decided = decideOversight(order, wish, { now, calendar });
      if (!decided.ok) return decided;
      const also = this.#caseSide(order, evolveOversight(order, decided.value), wish.actor, now);
      return also.ok ? ok({ events: [decided.value], also: also.value }) : also;
    }, commandId);
  }

  /** The ends of a case's orders that come with an event of the case: all with the case, a reminder with its clock. */
  endsWith(item: Case, event: CaseEvent): readonly StreamAppend[] {
    const unfinished = this.orders.of(item.id).filter(isUnfinished);
    if (unfinished.length === 0) return [];
    const after = this.subjectOf(evolveCase(item, event));
    const { calendar } = this.#needs.cases.context(event.at);
    return unfinished.filter((order) => isPointless(order, after, event.at)).flatMap((order) => {
      const decided = decideOversight(order, endOf(order, after), { now: event.at, calendar });
      return decided.ok ? [{ stream: `${KIND}/${order.id}`, expectedRevision: order.revision, events: [decided.value] }] : [];
    });
  }

  /** Lifts what has nothing left to be about, where it did not end together with its case. */
  async liftPointless(item: Case, now: number): Promise<void> {
    const subject = this.subjectOf(item);
    for (const order of this.orders.of(item.id)) {
      if (isUnfinished(order) && isPointless(order, subject, now)) await this.act(order.id, endOf(order, subject), now);
    }
  }

  #mark(facts: Pick<OversightFacts, 'rung' | 'no' | 'requirement'>, item: Case, actor: Actor, now: number): Result<readonly StreamAppend[]> {
    return this.#onCase(item, { ...markOf(facts, item), expectedRevision: item.revision, actor }, now);
  }

  #onCase(item: Case, command: CaseCommand, now: number): Result<readonly StreamAppend[]> {
    const decided = decideCase(item, command, this.#needs.cases.context(now, item));
    return decided.ok ? ok([{ stream: item.id, expectedRevision: item.revision, events: [decided.value] }]) : decided;
  }

  #caseSide(before: Oversight, after: Oversight, actor: Actor, now: number): Result<readonly StreamAppend[]> {
    const item = this.#needs.cases.get(before.caseId);
    if (!item) return refuse('CASE_NOT_FOUND');
    if (!isOpenState(item.state)) return ok([]);
    if (before.state === 'draft' && after.state === 'open') return this.#mark(before, item, actor, now);
    const isLast = !isUnfinished(after) && item.supervision > 0
      && this.orders.of(item.id).every((order) => order.id === before.id || order.rung === 'urge' || order.state === 'draft' || !isUnfinished(order));
    if (!isLast || before.rung === 'urge') return ok([]);
    return this.#onCase(item, { action: 'lift-supervision', expectedRevision: item.revision, actor: LADDER, payload: {} }, now);
  }
}

/** The command that ends an order which has nothing left to be about: with its case, or with its clock. */
function endOf(order: Oversight, { state }: LadderSubject): OversightCommand {
  return { action: 'lift', expectedRevision: order.revision, actor: LADDER, payload: { text: isOpenState(state) ? 'clock-past' : 'case-ended' } };
}
