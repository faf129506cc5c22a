import { localParts } from '../base/index.ts';
import type { Alarm } from './alarm.ts';
import type { AlarmSound, TakeoverSettings } from './takeover-rules.ts';

/** What is needed to say which alarm a wall shows. */
export type Claim = Pick<Alarm, 'id' | 'state' | 'raisedAt' | 'isDrill'> & { readonly rule: Pick<Alarm['rule'], 'rank' | 'dwellMs'>; readonly acknowledged: { readonly at: number } | null };

/**
 * The alarm that a wall shows at an instant: of those nobody answered the heaviest, of the same weight the oldest; when all are
 * answered, the one answered last, until its dwell is over. What a drill (演练) raised only while nothing real is shown. Null: the wall goes on as before.
 */
export function takeoverOf<T extends Claim>(alarms: readonly T[], now: number): T | null {
  return firstOf(alarms.filter(({ isDrill }) => !isDrill), now) ?? firstOf(alarms.filter(({ isDrill }) => isDrill), now);
}

function firstOf<T extends Claim>(alarms: readonly T[], now: number): T | null {
  const [waiting] = alarms.filter(({ state }) => state === 'raised').toSorted((a, b) => a.rule.rank - b.rule.rank || a.raisedAt - b.raisedAt);
  if (waiting) return waiting;
  const answeredAt = ({ acknowledged }: T): number => acknowledged?.at ?? -Infinity;
  const [latest] = alarms.filter((alarm) => now < answeredAt(alarm) + alarm.rule.dwellMs).toSorted((a, b) => answeredAt(b) - answeredAt(a));
  return latest ?? null;
}

/** Whether an instant lies in the quiet hours (安静时段) of a room, by the clock in Asia/Shanghai. */
export function isQuietAt({ from, to }: TakeoverSettings['quiet'], at: number): boolean {
  const { hour, minute } = localParts(at);
  const now = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/** What is to be heard of an alarm now: nothing once it was answered or rests, and in quiet hours only what the rule lets through. */
export function soundNow({ state, rule }: { readonly state: Alarm['state']; readonly rule: Pick<Alarm['rule'], 'sound' | 'isHeardInQuietHours'> }, isQuiet: boolean): AlarmSound {
  return state === 'raised' && (!isQuiet || rule.isHeardInQuietHours) ? rule.sound : 'none';
}

/** What is said: the template with place, matter and the post that is called. */
export function sentenceOf(template: string, words: { readonly place: string; readonly matter: string; readonly post: string }): string {
  return template.replaceAll(/\{(place|matter|post)\}/g, (_whole, name: keyof typeof words) => words[name]);
}
