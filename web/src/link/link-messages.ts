import type { FrameBatch } from '@wangge/shared/frames';
import type { BoardsMessage, DiffMessage, FiguresMessage, SnapshotMessage, TroubleMessage, UnitsMessage } from '@wangge/shared/wire';

/** For which page the link is opened: the phone page asks for no more than the field is shown. */
export type Surface = 'field' | 'other';

/** Why the server or this page ended the conversation; `code` is one of the server's refusal codes. */
export interface LinkRefusal {
  readonly code: string;
}

/** What the engine tells, whether it runs in a worker or beside the page. */
export type LinkEvent =
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected' }
  | { readonly kind: 'alive'; readonly serverNow: number | null }
  | { readonly kind: 'snapshot'; readonly message: SnapshotMessage }
  | { readonly kind: 'diff'; readonly message: DiffMessage }
  | { readonly kind: 'figures'; readonly message: FiguresMessage }
  | { readonly kind: 'units'; readonly message: UnitsMessage }
  | { readonly kind: 'boards'; readonly message: BoardsMessage }
  | { readonly kind: 'trouble'; readonly message: TroubleMessage }
  | { readonly kind: 'frame'; readonly batch: FrameBatch; readonly bytes: number }
  | { readonly kind: 'refused'; readonly refusal: LinkRefusal };

/** What the page tells the engine. `drawn`: so many bytes of one more frame were taken over by the page. */
export type LinkCommand =
  | { readonly kind: 'open'; readonly url: string; readonly surface: Surface }
  | { readonly kind: 'drawn'; readonly bytes: number }
  | { readonly kind: 'close' };
