import type { CaseEvent } from '@wangge/shared/case';
import { ever, handlerOf, isSending, standingFeedback, type Hand, type History } from './history.ts';
import { pausesOf, runOutAt } from './clocks.ts';
import { isIn, owedIn, type Add, type For, type Window, type World } from './tally.ts';
import { arriveBy, worked } from './work-time.ts';

function whoseOf(hand: Hand, until?: number): For {
  const handler = handlerOf(hand, until);
  return { department: hand.department, ...(handler === null ? {} : { post: ['handler', handler] as const }) };
}

/** I22–I24, I25's numerator, I26, I28, I30, I34, I36, I46. */
export function countHands(history: History, window: Window, world: World, add: Add): void {
  const groundless = new Map<string, number>();
  for (const hand of history.hands) {
    if (hand.isUndone) continue;
    const whose = whoseOf(hand);
    for (const event of hand.events) {
      if (event.type === 'check-failed' && isIn(window, event.at)) {
        add('I24', whoseOf(hand, event.at), 1, 0);
        add('I25', whoseOf(hand, event.at), 1, 0);
      }
      if (event.type !== 'return-rejected') continue;
      const times = (groundless.get(hand.department) ?? 0) + 1;
      groundless.set(hand.department, times);
      if (times === 2 && isIn(window, event.at)) add('I36', whose, 1, 0);
    }
    const answered = hand.events.find(({ type }) => type === 'signed' || type === 'reported-back');
    if (answered && isIn(window, answered.at)) add('I30', whose, answered.at - hand.sentAt, 1);
    if (isIn(window, hand.sentAt)) add('I34', whose, hand.end?.type === 'returned' ? 1 : 0, 1);
    countFeedback(history, hand, whose, window, world, add);
    countContact(history, hand, whose, window, world, add);
  }
}

/** I46: the reporter of a matter of the public was got in touch with, within so many hours of its being sent. */
function countContact(history: History, hand: Hand, whose: For, window: Window, { asOf, settings }: World, add: Add): void {
  const { facts, type } = history.events[0]!;
  const { name, phone } = facts!.reporter;
  if (type !== 'reported' || !settings.publicSources.includes(facts!.source) || (name === null && phone === null)) return;
  const contacted = hand.events.find((event) => event.type === 'reporter-contacted');
  if (!contacted && (hand.end !== null || ever(history, 'voided'))) return;
  const dueAt = hand.sentAt + settings.contactHours * 3_600_000;
  const how = owedIn(window, contacted?.at ?? null, dueAt, asOf);
  if (how) add('I46', whose, how === 'done' && contacted!.at <= dueAt ? 1 : 0, 1);
}

function countFeedback(history: History, hand: Hand, whose: For, window: Window, { asOf, calendar }: World, add: Add): void {
  const feedback = standingFeedback(hand);
  if (!feedback && (hand.end !== null || ever(history, 'voided'))) return;
  const clock = feedback && history.events.slice(0, history.events.indexOf(feedback) + 1).findLast((event) => event.clock)!.clock!;
  const isLate = clock !== undefined && clock.usedMs > clock.totalMs;
  const ranOutAt = feedback ? (isLate ? clock!.dueAt : null) : runOutAt(history, asOf);
  const dueAt = ranOutAt === null ? null : Math.max(hand.sentAt, ranOutAt);
  const how = owedIn(window, feedback?.at ?? null, dueAt, asOf);
  if (how) {
    add('I22', whose, 1, 0);
    add('I23', whose, how === 'done' && !isLate ? 1 : 0, 1);
    add('I26', whose, how === 'done' && !isLate ? 0 : 1, 1);
  }
  if (!feedback || !isIn(window, feedback.at)) return;
  const pauses = pausesOf(history).filter(({ from }) => from < feedback.at);
  const rest = pauses.reduce((ms, { from, to }) => ms + worked(calendar, Math.max(from, hand.sentAt), Math.min(to, feedback.at)), 0);
  add('I28', whose, worked(calendar, hand.sentAt, feedback.at) - rest, 1);
}

/** I32, I50. */
export function countTeams(history: History, window: Window, { asOf, calendar, headcountOf }: World, add: Add): void {
  history.events.forEach((event, i) => {
    const { teamId } = event.payload;
    if (!teamId || !(isSending(event) || event.type === 'passed-on') || history.undone.has(event)) return;
    const limit = history.events.slice(0, i + 1).findLast(({ caseType, facts }) => caseType ?? facts);
    const onsite = (limit!.caseType ?? limit!.facts!.type).onsiteLimit;
    if (!onsite) return;
    const end = history.events.findIndex((e, j) => j > i && endsOrder(e));
    const span = history.events.slice(i + 1, end < 0 ? undefined : end);
    const arrived = span.find(({ type }) => type === 'arrived');
    const isCalledOff = end >= 0 && history.events[end]!.type !== 'reopened';
    if (!arrived && (isCalledOff || ever(history, 'voided'))) return;
    const dueAt = arriveBy(calendar, onsite, event.at);
    const how = owedIn(window, arrived?.at ?? null, dueAt, asOf);
    const isKept = arrived !== undefined && arrived.at <= dueAt;
    const people = headcountOf(teamId);
    if (how) add('I32', { team: teamId }, how === 'done' && isKept ? 1 : 0, 1);
    if (how) add('I50', { team: teamId }, how === 'done' && isKept ? people : 0, people);
  });
}

function endsOrder(event: CaseEvent): boolean {
  return isSending(event) || ['passed-on', 'withdrawn', 'returned', 'county-called', 'reopened'].includes(event.type);
}
