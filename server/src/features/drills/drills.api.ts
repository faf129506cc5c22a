import { isInArea, type Actor } from '@wangge/shared/access';
import { ok, type CaseId, type Result } from '@wangge/shared/base';
import type { WorkCalendar } from '@wangge/shared/calendar';
import { endWithDrill, type Case } from '@wangge/shared/case';
import { isOpenState } from '@wangge/shared/district';
import { decideDrill, evolveDrill, isRunningAt, openDrill, type Drill, type DrillEvent, type DrillFacts } from '@wangge/shared/drill';
import type { Wish } from '@wangge/shared/life';
import type { Ledger } from '../../ledger/ledger.ts';
import { createObjects, type Objects } from '../../ledger/objects.ts';
import { newUuid } from '../../platform/ids.ts';
import type { StreamAppend } from '../../store/event-store.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';

/** 演练: the one way by which drills are opened and ended. */
export interface DrillsApi {
  get(id: string): Drill | undefined;
  all(): IterableIterator<Drill>;
  history: Objects<Drill, DrillEvent>['history'];
  /** The drill of this id if it runs now where `code` lies. */
  running(id: string, code: string, now: number): Drill | undefined;
  casesOf(id: string): readonly Case[];
  open(facts: Omit<DrillFacts, 'id'>, actor: Actor, now: number, commandId: string): Promise<Result<Drill>>;
  /** Ends a drill, and with it in the same append those of its cases that are open. */
  end(id: string, wish: Wish, now: number, commandId?: string): Promise<Result<Drill>>;
  /** Ends what nobody ended, and cases that came in while their drill was being ended. */
  sweep(now: number): Promise<void>;
  onChanges(listener: () => void): void;
}

export interface DrillsNeeds {
  readonly ledger: Ledger;
  /** All cases, those of drills too. */
  readonly feed: CaseFeed;
  calendar(): WorkCalendar;
}

const SYSTEM: Actor = { id: 'system', name: '系统', role: 'system', unitId: null, parentUnitId: null, areaCode: '' };
/** A case may move between the look and the append; then both are looked at again. */
const TRIES = 5;

export function createDrillsApi({ ledger, feed, calendar }: DrillsNeeds): DrillsApi {
  const objects = createObjects<Drill, DrillEvent>(ledger, { kind: 'drill', evolve: evolveDrill });
  const cases = new Map<string, Set<CaseId>>();
  const listeners: (() => void)[] = [];
  const tell = (): void => listeners.forEach((listener) => listener());
  let opening: Promise<unknown> = Promise.resolve();
  objects.onChanges(tell);
  feed.onChanges((changes) => {
    let isTouched = false;
    for (const { after } of changes) {
      if (after.drillId === null) continue;
      cases.set(after.drillId, (cases.get(after.drillId) ?? new Set()).add(after.id));
      isTouched = true;
    }
    if (isTouched) tell();
  });

  const casesOf = (id: string): Case[] => [...(cases.get(id) ?? [])].flatMap((caseId) => feed.get(caseId) ?? []);
  const endings = (id: string, actor: Actor, now: number): StreamAppend[] => casesOf(id).filter(({ state }) => isOpenState(state))
    .map((item) => ({ stream: item.id, expectedRevision: item.revision, events: [endWithDrill(item, actor, now, calendar())] }));

  async function end(id: string, wish: Wish, now: number, commandId?: string): Promise<Result<Drill>> {
    for (let left = TRIES; ; left -= 1) {
      const done = await objects.act(id, wish, (drill) => {
        const decided = decideDrill(drill, wish, now);
        return decided.ok ? ok({ events: [decided.value], also: endings(id, wish.actor, now) }) : decided;
      }, commandId);
      const isOvertaken = !done.ok && done.error.code === 'OBJECT_REVISION_CONFLICT' && objects.get(id)?.revision === wish.expectedRevision;
      if (!isOvertaken || left === 0) return done;
      await ledger.catchUp();
    }
  }

  async function sweep(now: number): Promise<void> {
    for (const drill of objects.all()) {
      if (drill.state === 'open' && drill.until <= now) await end(drill.id, { action: 'end', expectedRevision: drill.revision, actor: SYSTEM, payload: {} }, now);
      const late = drill.state === 'ended' ? endings(drill.id, SYSTEM, now) : [];
      if (late.length > 0) await ledger.append(late);
    }
  }

  /** One after the other, so that two who open at once do not both succeed. */
  function open(facts: Omit<DrillFacts, 'id'>, actor: Actor, now: number, commandId: string): Promise<Result<Drill>> {
    const opened = opening.then(async (): Promise<Result<Drill>> => {
      const known = await ledger.wasDone('drill', commandId);
      const drill = known && objects.get(known.bodyHash);
      if (drill) return ok(drill);
      await ledger.catchUp();
      const id = newUuid();
      const event = openDrill({ ...facts, id }, actor, objects.all(), now);
      return event.ok ? objects.open(id, { events: [event.value] }, commandId) : event;
    });
    opening = opened.catch(() => undefined);
    return opened;
  }

  return {
    get: (id) => objects.get(id), all: () => objects.all(), history: (id) => objects.history(id), casesOf, open, end, sweep,
    running(id, code, now) {
      const drill = objects.get(id);
      return drill && drill.state === 'open' && isRunningAt(drill, now) && isInArea(code, drill.areaCode) ? drill : undefined;
    },
    onChanges: (listener) => void listeners.push(listener),
  };
}
