import type { FrameBatch } from '@wangge/shared/frames';
import type { BoardsMessage, DiffMessage, FiguresMessage, SnapshotMessage, TroubleMessage, UnitsMessage } from '@wangge/shared/wire';
import type { LinkEvent, LinkRefusal, Surface } from './link-messages.ts';
import { openPort } from './link-port.ts';
import type { LinkPort } from './link-port.ts';
import { LinkWatch } from './link-watch.ts';
import type { LinkStatus } from './link-watch.ts';

/** What a page hears from the server, on its own thread. Batches of frames may be kept; nobody writes to them again. */
export interface LinkListeners {
  onSnapshot(message: SnapshotMessage): void;
  onDiff(message: DiffMessage): void;
  onFigures(message: FiguresMessage): void;
  onUnits(message: UnitsMessage): void;
  onBoards(message: BoardsMessage): void;
  /** The server says what keeps it from taking commands, or that nothing does. */
  onTrouble(message: TroubleMessage): void;
  onFrame(batch: FrameBatch): void;
  /** Called when the state changes, and each second while messages come. */
  onStatus(status: LinkStatus): void;
  /** The server does not let this page in, or the page is too old (code PROTOCOL_TOO_OLD: reload). */
  onRefused(refusal: LinkRefusal): void;
}

export interface Link {
  /** Begins, or begins anew after the sign-in or the surface changed. */
  open(listeners: LinkListeners, surface: Surface): void;
  close(): void;
}

export interface LinkOptions {
  /** Origin of the server, such as `location.origin`. */
  readonly url: string;
  readonly port?: LinkPort;
  readonly now?: () => number;
}

const STATUS_EACH_MS = 1_000;

/** Makes the page's one link to the server; it stays closed until `open`. */
export function createLink({ url, port = openPort(), now = () => Date.now() }: LinkOptions): Link {
  let listeners: LinkListeners | null = null;
  let watch = new LinkWatch();
  let timer: ReturnType<typeof setInterval> | undefined;
  let told = '';

  function tellStatus(isRegular: boolean): void {
    const status = watch.statusAt(now());
    if (!isRegular && status.state === told) return;
    told = status.state;
    listeners?.onStatus(status);
  }

  function hear(event: LinkEvent): void {
    if (event.kind === 'frame') port.post({ kind: 'drawn', bytes: event.bytes });
    if (listeners === null) return;
    if (event.kind !== 'disconnected') watch.noteMessage(now(), event.kind === 'alive' ? event.serverNow : null);
    switch (event.kind) {
      case 'connected': watch.noteConnected(); break;
      case 'disconnected': watch.noteDisconnected(); break;
      case 'snapshot': watch.noteSynced(); listeners.onSnapshot(event.message); break;
      case 'diff': watch.noteSynced(); listeners.onDiff(event.message); break;
      case 'figures': listeners.onFigures(event.message); break;
      case 'units': listeners.onUnits(event.message); break;
      case 'boards': listeners.onBoards(event.message); break;
      case 'trouble': listeners.onTrouble(event.message); break;
      case 'refused': listeners.onRefused(event.refusal); break;
      case 'frame': listeners.onFrame(event.batch); break;
      case 'alive': break;
    }
    tellStatus(false);
  }

  port.listen(hear);
  return {
    open(next, surface) {
      listeners = next;
      watch = new LinkWatch();
      watch.begin(now());
      told = '';
      clearInterval(timer);
      timer = setInterval(() => tellStatus(true), STATUS_EACH_MS);
      port.post({ kind: 'open', url, surface });
    },
    close() {
      clearInterval(timer);
      listeners = null;
      port.post({ kind: 'close' });
    },
  };
}
