import type { ActorRole } from '../access/index.ts';

/**
 * One line of the record (全过程留痕) of any object: what happened when (epoch ms), who did it in which role for which unit,
 * where (WGS-84; null where no place was given), with which words and photos, and the state before and after. `before` is
 * null at birth; where the state stayed both are the same.
 */
export interface LifeEntry<Event extends string = string, State extends string = string> {
  readonly revision: number;
  readonly at: number;
  readonly event: Event;
  readonly actorName: string;
  readonly actorRole: ActorRole;
  readonly unitId: string | null;
  readonly before: State | null;
  readonly after: State;
  readonly lngLat: readonly [number, number] | null;
  readonly note: string | null;
  readonly photos: readonly string[];
}
