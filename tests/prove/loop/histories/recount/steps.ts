import type { CaseEvent } from '@wangge/shared/case';
import { isSending, type History, type Wait } from './history.ts';
import { isIn, owedIn, type Add, type For, type Window, type World } from './tally.ts';

/** What ends the wait for a step, by the state it is owed in. */
const ENDED_BY: Readonly<Record<string, readonly CaseEvent['type'][]>> = {
  'verifying-report': ['report-confirmed', 'report-denied'], filed: ['dispatched', 'department-assigned', 'county-called', 'raised'], dispatched: ['signed'],
  handled: ['check-sent'], checking: ['check-passed', 'check-failed'],
};

/** The event by which the step of a wait was done; null while it is owed, undefined when it was called off. */
function doneBy({ state, begin, end }: Wait, history: History): CaseEvent | null | undefined {
  const from = history.events.indexOf(begin);
  if (state === 'checking') {
    const until = end === null ? history.events.length : history.events.indexOf(end);
    const told = history.events.slice(from, until).find(({ type }) => type === 'check-failure-reported');
    if (told) return told;
  }
  if (end === null) return null;
  return ENDED_BY[state]!.includes(end.type) ? end : undefined;
}

/** The worker asked last to look at the case, up to an event. */
function askedUpTo(history: History, event: CaseEvent, type: CaseEvent['type']): string | null {
  return history.events.slice(0, history.events.indexOf(event) + 1).findLast((e) => e.type === type)?.payload.personId ?? null;
}

/** 错派: sent on to another department, or returned because it had been sent wrongly. Blames the dispatch before it. */
function isWrong(history: History, dispatch: CaseEvent): boolean {
  const from = history.events.indexOf(dispatch);
  for (let i = from + 1; i < history.events.length; i += 1) {
    const event = history.events[i]!;
    if (event.type === 'redirected' && history.lead[i] !== history.lead[i - 1]) return true;
    if (event.type === 'returned' && history.events.slice(0, i).findLast(({ application }) => application)?.application?.ground === 'misdispatched') return true;
    if (event.to === 'filed') return false;
  }
  return false;
}

/** I06, I07, I09, I10, I16–I18, I31. */
export function countSteps(history: History, window: Window, { asOf }: World, add: Add): void {
  const owed = (indicator: string, wait: Wait, done: CaseEvent | null, whom: For, tops?: readonly [number, number]): void => {
    const dueAt = wait.begin.stepClock?.dueAt ?? null;
    const how = owedIn(window, done?.at ?? null, dueAt, asOf);
    const isInTime = done !== null && (dueAt === null || done.at <= dueAt);
    if (how) add(indicator, whom, tops ? tops[how === 'done' ? 0 : 1] : how === 'done' && isInTime ? 1 : 0, 1);
  };
  for (const wait of history.waits) {
    if (wait.state === 'reported' && wait.end?.type === 'report-verification-asked') owed('I09', wait, wait.end, { post: ['intake', wait.end.actor.id] });
    if (!ENDED_BY[wait.state] || (isSending(wait.begin) && history.undone.has(wait.begin))) continue;
    const done = doneBy(wait, history);
    if (done === undefined || (done && history.undone.has(done))) continue;
    const person = done?.actor.id ?? null;
    switch (wait.state) {
      case 'verifying-report': owed('I06', wait, done, { post: ['grid-worker', askedUpTo(history, wait.begin, 'report-verification-asked')] }); break;
      case 'checking': owed('I07', wait, done, { post: ['grid-worker', askedUpTo(history, wait.begin, 'check-sent')] }); break;
      case 'handled': owed('I10', wait, done, { post: ['intake', person] }); break;
      case 'dispatched': owed('I31', wait, done, { department: wait.lead, ...(person === null ? {} : { post: ['handler', person] as const }) }); break;
      case 'filed': {
        const right = done && isWrong(history, done) ? 0 : 1;
        owed('I17', wait, done, { post: ['dispatcher', person] });
        owed('I18', wait, done, { post: ['dispatcher', person] }, [right, right]);
      }
    }
  }
  const first = history.events.find((event) => ENDED_BY['filed']!.includes(event.type) && !history.undone.has(event) && cameFromFiled(history, event));
  if (first && isIn(window, first.at)) add('I16', { post: ['dispatcher', first.actor.id] }, 1, 0);
}

function cameFromFiled(history: History, event: CaseEvent): boolean {
  return history.waits.some(({ state, end }) => state === 'filed' && end === event);
}
