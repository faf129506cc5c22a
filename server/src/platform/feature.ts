import type { Actor, Permission } from '@wangge/shared/access';
import type { Http } from './http.ts';

/**
 * What a feature shows on wall and desk as one small JSON picture, read anew by each surface when `version` has grown.
 * `read` answers for the actor's area and rights, as of `now`. What it answers may hold `waiting`: how many open items wait
 * for this actor, which the desk writes beside the page's name.
 */
export interface Board {
  readonly name: string;
  readonly access: Permission;
  version(): number;
  read(actor: Actor, now: number): object;
}

/** A part of the product that app.ts only has to list: its routes, what it shows, and what it does by itself. */
export interface Feature {
  readonly boards?: readonly Board[];
  routes?(http: Http): void;
  /** Begins what runs by itself, once the history is folded; answers how to stop it. */
  start?(): () => void;
}
