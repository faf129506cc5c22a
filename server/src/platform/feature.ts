import type { Actor, Permission } from '@wangge/shared/access';
import type { SheetFigure, SheetKind, SheetPage, SheetRow } from '@wangge/shared/wire';
import type { Http } from './http.ts';

/** A number of a board that can be opened; its rows are put together when somebody opens it. */
export interface BoardFigure extends SheetFigure {
  readonly total: number;
  rows(): readonly SheetRow[];
}

/**
 * What a feature shows on wall and desk as one small JSON picture, read anew by each surface when `version` has grown.
 * `read` answers for the actor's area and rights, as of `now`. What it answers may hold `waiting`: how many open items wait
 * for this actor, which the desk writes beside the page's name.
 */
export interface Board {
  readonly name: string;
  /** Who may read it: holders of any of these. */
  readonly access: Permission | readonly Permission[];
  version(): number;
  /** A board that cannot wait for the next look at all versions, a second away, calls back at once. */
  onUrgent?(tell: () => void): void;
  read(actor: Actor, now: number): object;
  /** The numbers of the board that can be opened, each counted from the very objects it lists. */
  figures?(actor: Actor, now: number): readonly BoardFigure[];
  /** One object behind a number as `actor` may see it; null for one that is not there. */
  object?(kind: SheetKind, id: string, actor: Actor, now: number): Promise<SheetPage | null>;
}

/** A part of the product that app.ts only has to list: its routes, what it shows, and what it does by itself. */
export interface Feature {
  readonly boards?: readonly Board[];
  routes?(http: Http): void;
  /** Begins what runs by itself, once the history is folded; answers how to stop it. */
  start?(): () => void;
}
