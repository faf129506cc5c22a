import type { CaseEvent } from '@wangge/shared/case';

const SENDINGS = new Set(['dispatched', 'redirected', 'department-assigned', 'call-answered', 'raised']);
const LEFT_NOBODY = new Set(['withdrawn', 'returned', 'call-returned', 'call-withdrawn', 'reopened']);
/** After these the department that had the case has it no longer. */
const TAKEN = new Set(['withdrawn', 'returned', 'county-called', 'reopened']);

/** A stretch in which a case waited in one state; an open one has no end. */
export interface Wait {
  readonly state: string;
  readonly begin: CaseEvent;
  readonly lead: string | null;
  readonly end: CaseEvent | null;
}

/** What one department had in hand, from being sent to losing it; `events` are those in between. */
export interface Hand {
  readonly department: string;
  readonly sentAt: number;
  readonly events: CaseEvent[];
  end: CaseEvent | null;
  isUndone: boolean;
}

/** One case as its events tell it; `lead[i]` leads after event i. What was withdrawn is marked as never having been. */
export interface History {
  readonly id: string;
  readonly events: readonly CaseEvent[];
  readonly lead: readonly (string | null)[];
  readonly undone: ReadonlySet<CaseEvent>;
  readonly waits: readonly Wait[];
  readonly hands: readonly Hand[];
}

export function isSending(event: CaseEvent): boolean {
  return SENDINGS.has(event.type);
}

export function readHistory(id: string, events: readonly CaseEvent[]): History {
  const lead: (string | null)[] = [];
  const undone = new Set<CaseEvent>();
  events.forEach((event, i) => {
    lead.push(event.leadDepartmentId ?? (LEFT_NOBODY.has(event.type) ? null : lead[i - 1] ?? null));
    if (event.type === 'withdrawn') undone.add(events.slice(0, i).findLast(isSending)!);
  });
  return { id, events, lead, undone, waits: readWaits(events, lead), hands: readHands(events, lead, undone) };
}

function readWaits(events: readonly CaseEvent[], lead: readonly (string | null)[]): Wait[] {
  const starts = events.flatMap((event, i) => (i === 0 || event.to !== events[i - 1]!.to || event.type === 'redirected' ? [i] : []));
  return starts.map((start, n) => {
    const next = starts[n + 1];
    return { state: events[start]!.to, begin: events[start]!, lead: lead[start]!, end: next === undefined ? null : events[next]! };
  });
}

function readHands(events: readonly CaseEvent[], lead: readonly (string | null)[], undone: ReadonlySet<CaseEvent>): Hand[] {
  const hands: Hand[] = [];
  let now: Hand | null = null;
  events.forEach((event, i) => {
    const department = lead[i] ?? null;
    if (isSending(event) && department !== null && now?.department !== department) {
      if (now) now.end = event;
      now = { department, sentAt: event.at, events: [], end: null, isUndone: undone.has(event) };
      hands.push(now);
    } else if (now) now.events.push(event);
    if (now && TAKEN.has(event.type)) {
      now.end = event;
      now = null;
    }
  });
  return hands;
}

/** The last event of some types; undefined when there was none. */
export function last(history: Pick<History, 'events'>, ...types: readonly CaseEvent['type'][]): CaseEvent | undefined {
  return history.events.findLast(({ type }) => types.includes(type));
}

/** Whether it was ever so. */
export function ever(history: Pick<History, 'events'>, ...types: readonly CaseEvent['type'][]): boolean {
  return last(history, ...types) !== undefined;
}

/** The feedback that nobody has turned down. */
export function standingFeedback({ events }: Pick<Hand, 'events'>): CaseEvent | undefined {
  const at = events.findLastIndex(({ type }) => type === 'reported-back');
  return events.slice(at + 1).some(({ type }) => type === 'check-failed') ? undefined : events[at];
}

/** Who signed for it or fed it back last, before an instant. */
export function handlerOf({ events }: Pick<Hand, 'events'>, until = Infinity): string | null {
  return events.findLast(({ type, at }) => (type === 'signed' || type === 'reported-back') && at <= until)?.actor.id ?? null;
}
