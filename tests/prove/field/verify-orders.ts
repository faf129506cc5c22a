import { MINUTE_MS } from '@wangge/shared/base';
import type { CaseEvent } from '@wangge/shared/case';
import type { CaseRow } from '@wangge/shared/wire';
import type { Given } from './room-bot.ts';
import type { Scale } from './scale.ts';
import { some, type Evidence } from './verify.ts';

/** What became of the orders: how many were signed, and how many went on or to the desk. */
export interface Ended {
  readonly signed: number;
  readonly escalated: number;
}

const STEPS = ['delivered', 'seen', 'signed'] as const;

/**
 * Each order to a squad was signed once by whoever had it then, taken back, or the desk was told that nobody signs, in the store and on the
 * desk's screen alike (AK2). On the way it went on at most once by itself, to somebody else, after its reminder and never early.
 * `shown`: the rows of the desk.
 */
export function verifyOrders(given: readonly Given[], shown: ReadonlyMap<string, CaseRow>, { signRungsMin }: Scale, { history, checks }: Evidence): Ended {
  const [lost, wrong]: [string[], string[]] = [[], []];
  let [signed, passedOn, told, escalated] = [0, 0, 0, 0];
  for (const { caseId, no, teamId, isWithdrawn } of given) {
    const events = (history.cases.get(caseId) ?? []).map(({ event }) => event);
    const of = (type: CaseEvent['type']): readonly CaseEvent[] => events.filter((event) => event.type === type);
    const [signatures, moves, tellings] = [of('signed'), of('passed-on'), of('desk-told')];
    const holder = moves.at(-1)?.payload.teamId ?? teamId;
    signed += signatures.length > 0 ? 1 : 0;
    passedOn += moves.length > 0 ? 1 : 0;
    told += tellings.length > 0 ? 1 : 0;
    escalated += moves.length + tellings.length > 0 ? 1 : 0;
    const row = shown.get(caseId);
    if (signatures.length > 1 || signatures.some(({ actor }) => actor.unitId !== holder)) lost.push(`${no} signed ${signatures.length} times, by ${signatures.map(({ actor }) => actor.unitId).join(', ')} for ${holder}`);
    else if (signatures.length === 0 && !isWithdrawn && tellings.length === 0) lost.push(`${no} neither signed nor told to the desk`);
    else if ((row?.order?.signedAt ?? null) !== (signatures[0]?.at ?? null) || (!isWithdrawn && (row?.order?.ladder?.deskAt ?? null) !== (tellings[0]?.at ?? null))) lost.push(`${no} stands otherwise on the desk`);
    wrong.push(...missteps(events, signRungsMin).map((what) => `${no} ${what}`));
  }
  const text = `${given.length} orders: ${signed} signed, ${passedOn} went on to the next in line, ${told} told to the desk, ${given.filter(({ isWithdrawn }) => isWithdrawn).length} taken back`;
  checks.check('every order was signed once, taken back, or the desk was told that nobody signs', lost.length === 0, some(lost, text));
  checks.check('unsigned orders climbed rung by rung, each when it was due', wrong.length === 0 && passedOn > 0 && told > 0, some(wrong, passedOn * told > 0 ? `${escalated} climbed` : `none climbed to the end: ${text}`));
  return { signed, escalated };
}

/** What an order did that its ladder does not allow, by its events from the first on. */
function missteps(events: readonly CaseEvent[], [remindMin, nextMin, deskMin]: Scale['signRungsMin']): string[] {
  const wrong: string[] = [];
  const had = new Set<string | undefined>();
  let [since, sentAt, moves, isSigned, isNobodyNext] = [0, 0, 0, false, false];
  let done = new Set<string>();
  for (const { type, at, payload } of events) {
    const isRung = type === 'sign-reminded' || type === 'next-proposed' || type === 'passed-on' || type === 'desk-told';
    if (isRung && isSigned) wrong.push(`climbed (${type}) after it was signed`);
    if ((isRung || STEPS.some((step) => step === type)) && type !== 'passed-on' && done.has(type)) wrong.push(`has ${type} twice of one sending`);
    const dueAt = type === 'sign-reminded' ? sentAt + remindMin * MINUTE_MS : type === 'desk-told' ? (isNobodyNext ? 0 : since + deskMin * MINUTE_MS) : sentAt + nextMin * MINUTE_MS;
    if (isRung && at < dueAt) wrong.push(`climbed (${type}) ${Math.round(dueAt - at)} ms early`);
    if ((type === 'passed-on' || type === 'next-proposed') && !done.has('sign-reminded')) wrong.push('was not reminded of first');
    if (type === 'next-proposed') isNobodyNext = payload.teamId === undefined;
    if (type === 'signed') isSigned = true;
    if (type === 'passed-on' || type === 'dispatched') {
      if (had.has(payload.teamId)) wrong.push(`came back to ${payload.teamId}`);
      moves += type === 'passed-on' ? 1 : 0;
      if (moves > 1) wrong.push('went on by itself more than once');
      had.add(payload.teamId);
      sentAt = at;
      if (type === 'dispatched') since = at;
      done = new Set();
    }
    done.add(type);
  }
  return wrong;
}
