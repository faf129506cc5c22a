import { handlerOf, last, type History } from './history.ts';
import { pausesOf, runOutAt } from './clocks.ts';
import { isIn, owedIn, type Add, type For, type Window, type World } from './tally.ts';

/** The department that leads after event `i`, with whoever handles for it. */
function leadAt(history: History, i: number): For {
  const at = history.events[i]!.at;
  const hand = history.hands.findLast(({ sentAt, isUndone, end }) => !isUndone && sentAt <= at && (end === null || history.events.indexOf(end) > i));
  const handler = hand ? handlerOf(hand, at) : null;
  return { department: history.lead[i]!, ...(handler === null ? {} : { post: ['handler', handler] as const }) };
}

/** I15, I19–I21, I25's denominator, I27, I29, I35, I39, I44, I45. */
export function countClosings(history: History, window: Window, world: World, add: Add): void {
  const now = history.events.length - 1;
  const state = history.events[now]!.to;
  const isClosed = state === 'closed' || state === 'evaluated' || state === 'archived';
  const closing = isClosed ? last(history, 'closed', 'self-handling-approved')! : null;
  const clock = history.events.slice(0, closing ? history.events.indexOf(closing) + 1 : undefined).findLast((event) => event.clock)!.clock!;
  const isInTime = clock.usedMs <= clock.totalMs;
  const whose = leadAt(history, now);
  const dueAt = closing ? (isInTime ? null : clock.dueAt) : runOutAt(history, world.asOf);
  const how = owedIn(window, closing?.at ?? null, dueAt, world.asOf);
  if (how) {
    add('I19', whose, 1, 0);
    add('I20', whose, how === 'done' ? 1 : 0, 1);
    add('I21', whose, how === 'done' && isInTime ? 1 : 0, 1);
    add('I25', whose, 0, 1);
  }
  if (closing && isIn(window, closing.at)) {
    const begun = (last(history, 'accepted') ?? history.events[0]!).at;
    const rest = pausesOf(history).reduce((ms, { from, to }) => ms + Math.min(to, closing.at) - from, 0);
    const lead = history.lead[now]!;
    const isVillage = lead === null ? history.events[0]!.type === 'self-handling-reported' : world.levelOf(lead) === 'village';
    add('I15', { post: ['duty-chief', closing.actor.id] }, isInTime ? 1 : 0, 1);
    add('I29', whose, closing.at - begun - rest, 1);
    add('I39', whose, isVillage ? 1 : 0, 1);
  }
  if (isIn(window, world.asOf)) {
    const department = history.lead[now]!;
    if (state === 'suspended') add('I35', { department }, 1, 0);
    if (runOutAt(history, world.asOf) !== null) add('I27', { department }, 1, 0);
  }
  history.events.forEach((event, i) => {
    if (event.type !== 'evaluated' || event.payload.satisfaction === undefined || !isIn(window, event.at)) return;
    const judged = leadAt(history, i);
    add('I44', judged, event.payload.satisfaction >= world.settings.satisfiedFrom ? 1 : 0, 1);
    add('I45', judged, event.payload.isResolved === true ? 1 : 0, 1);
  });
}
