import type { Actor, ActorRole } from '../access/index.ts';
import type { RefusalCode } from '../base/index.ts';

/**
 * One row of a table of life: in one of `from`, a holder of one of `roles` who gives `requires` may act; the object is then
 * in `to`. `same`: the state stays. `resume`: back to where a request was made.
 */
export interface LifeRow<State extends string = string, Field extends string = string, Guard extends string = string> {
  readonly action: string;
  readonly event: string;
  readonly from: readonly State[];
  readonly to: State | 'same' | 'resume';
  readonly roles: readonly ActorRole[];
  readonly requires?: readonly Field[];
  readonly guards?: readonly Guard[];
}

/** What every object with a life has. `resumeState`: where an approval state returns to when the request is turned down. */
export interface LifeSubject<State extends string = string> {
  readonly revision: number;
  readonly state: State;
  readonly resumeState?: State | null;
}

/** A wish to act on an object as somebody saw it: `expectedRevision` is what their screen showed. */
export interface Wish<Payload extends object = object> {
  readonly action: string;
  readonly expectedRevision: number;
  readonly actor: Actor;
  readonly payload: Payload;
}

/** A condition beyond state, role and fields. `rule`: its number in SPEC.md. `onPayload`: depends on what the person gives. */
export interface Guard<Input> {
  readonly rule: string;
  readonly onPayload?: boolean;
  /** The field of the payload that is wrong, where it is one. */
  readonly field?: string;
  check(input: Input): RefusalCode | null;
  /** Short facts for the person who is refused: who or what stands in the way. */
  detail?(input: Input): string;
}

export type Guards<Name extends string, Input> = Readonly<Record<Name, Guard<Input>>>;
