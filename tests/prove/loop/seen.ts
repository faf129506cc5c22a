import { isDeepStrictEqual } from 'node:util';

/** What a door says when it refuses. */
export interface Refused {
  readonly code?: string;
  readonly rule?: string;
  readonly field?: string;
  readonly detail?: string;
  readonly instead?: readonly string[];
  readonly problems?: readonly { readonly line: number; readonly column: string; readonly reason: string }[];
}

/** An answer: `body` when the door said yes, `refusal` when it did not; both are what was sent. */
export interface Reply<T> {
  readonly status: number;
  readonly body: T;
  readonly refusal: Refused;
}

/** What was seen is not what the story tells. */
export class Difference extends Error {}

/** Ends the story when the two are not equal. */
export function same(what: string, seen: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(seen, wanted)) throw new Difference(`${what}: wanted ${JSON.stringify(wanted)}, saw ${JSON.stringify(seen)}`);
}

/** Ends the story unless this holds. */
export function holds(what: string, is: boolean): void {
  if (!is) throw new Difference(`${what}: does not hold`);
}

/** Ends the story unless the door refused with this code and, where given, by this rule; answers the refusal. */
export function refused<T>(what: string, reply: Reply<T>, code: string, rule?: string): Reply<T> {
  const { refusal } = reply;
  if (reply.status < 400 || refusal.code !== code || (rule !== undefined && refusal.rule !== rule)) {
    throw new Difference(`${what}: wanted ${code}${rule ? ` by ${rule}` : ''}, saw ${reply.status} ${JSON.stringify(refusal).slice(0, 240)}`);
  }
  return reply;
}

/** Ends the story unless the door said yes; answers what it said. */
export function done<T>(what: string, reply: Reply<T>): T {
  if (reply.status >= 300) throw new Difference(`${what}: ${reply.status} ${JSON.stringify(reply.refusal).slice(0, 300)}`);
  return reply.body;
}
