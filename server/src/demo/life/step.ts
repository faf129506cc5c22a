import type { Actor } from '@wangge/shared/access';
import type { CallAction, CallDraft, CallPayload } from '@wangge/shared/call';
import type { Case, CaseAction, CasePayload } from '@wangge/shared/case';
import { MINUTE_MS } from '@wangge/shared/base';
import { chance, delayMs } from './chance.ts';
import type { Waking } from './rhythm.ts';

/** What somebody does with a call of a case. */
export type CallDeed =
  | { readonly kind: 'draft'; readonly actor: Actor; readonly draft: CallDraft }
  | { readonly kind: 'command'; readonly callId: string; readonly actor: Actor; readonly action: CallAction; readonly payload: CallPayload };

/** What happens next to a case or its call, and when. A step without either only means: look again then. */
export interface Step {
  readonly at: number;
  readonly act?: { readonly action: CaseAction; readonly actor: Actor; readonly payload: CasePayload };
  readonly call?: CallDeed;
}

/** The command room is staffed at any hour, but what can wait waits for the morning. */
export const ROOM: Waking = { fromHour: 6.5, toHour: 22, onDaysOff: true };
export const OFFICE: Waking = { fromHour: 8.5, toHour: 17.5, onDaysOff: false };
export const STREET: Waking = { fromHour: 7.5, toHour: 20.5, onDaysOff: true };
export const ALWAYS: Waking = { fromHour: 0, toHour: 24, onDaysOff: true };

/** Conditions of the town are looked at on whole multiples of this, so that a restart looks at the same instants. */
const LOOK_MS = 2 * MINUTE_MS;

export function act(at: number, action: CaseAction, actor: Actor, payload: CasePayload = {}): Step {
  return { at, act: { action, actor, payload } };
}

/** The next instant at or after `at` at which conditions are looked at. */
export function lookAt(at: number): number {
  return Math.ceil(at / LOOK_MS) * LOOK_MS;
}

/** Minutes as milliseconds that this case takes for something, between two bounds; drawn once for each round it goes through. */
export function takes(item: Case, what: string, lowMin: number, highMin: number): number {
  return delayMs(lowMin * MINUTE_MS, highMin * MINUTE_MS, chance(item.id, what, item.reworkCount + item.returnCount));
}

export function isRushed(item: Case): boolean {
  return item.urgency !== 'normal';
}
