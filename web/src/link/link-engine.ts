import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { FrameDecoder } from '@wangge/shared/frames';
import { PROTOCOL_VERSION } from '@wangge/shared/wire';
import type { ClientToServer, HelloMessage, ServerToClient } from '@wangge/shared/wire';
import { CreditCounter } from './credit-counter.ts';
import { HeldHistory } from './held-history.ts';
import type { LinkCommand, LinkEvent, Surface } from './link-messages.ts';

/** Hands an event on; buffers in `transfer` change hands with it. */
export type PostEvent = (event: LinkEvent, transfer: ArrayBuffer[]) => void;

export type LinkSocket = Socket<ServerToClient, ClientToServer>;

/** After a goodbye, spread so that a hall of walls does not come back all at once. */
const RETRY_MS = { least: 200, most: 800 };
const RETRY_REFUSED_MS = 5_000;
const retryMs = (): number => RETRY_MS.least + Math.random() * (RETRY_MS.most - RETRY_MS.least);

/** Opens the socket; WebSocket only, for frames are shared between sessions at that level. However long the server was away, it is tried at least every second and a half. */
export function connectSocket(url: string, surface: Surface): LinkSocket {
  return io(url, { auth: { surface }, transports: ['websocket'], reconnectionDelay: 300, reconnectionDelayMax: 1_000, randomizationFactor: 0.5 });
}

/**
 * The one connection (连接): keeps it up for ever, resumes where it was, decodes frames and reports what was drawn. Runs in a
 * worker, or beside the page where there are none.
 */
export class LinkEngine {
  readonly #post: PostEvent;
  readonly #connect: typeof connectSocket;
  #history = new HeldHistory();
  readonly #credit = new CreditCounter();
  #decoder = new FrameDecoder();
  #socket: LinkSocket | null = null;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** Frames of an earlier connection that the page still draws; they count for nothing. */
  #staleFrames = 0;
  #undrawnFrames = 0;

  constructor(post: PostEvent, connect = connectSocket) {
    this.#post = post;
    this.#connect = connect;
  }

  take(command: LinkCommand): void {
    if (command.kind === 'open') this.#open(command.url, command.surface);
    else if (command.kind === 'drawn') this.#noteDrawn(command.bytes);
    else this.#close();
  }

  #open(url: string, surface: Surface): void {
    this.#close();
    this.#history = new HeldHistory();
    const socket = this.#connect(url, surface);
    this.#socket = socket;
    socket.on('hello', (message) => this.#greet(socket, message));
    socket.on('snapshot', (message) => {
      this.#history.takeSnapshot(message);
      this.#tell({ kind: 'snapshot', message });
    });
    socket.on('diff', (message) => {
      const verdict = this.#history.takeDiff(message);
      if (verdict === 'apply') this.#tell({ kind: 'diff', message });
      else if (verdict === 'gap') socket.emit('resume', this.#history.position);
    });
    socket.on('figures', (message) => this.#tell({ kind: 'figures', message }));
    socket.on('units', (message) => this.#tell({ kind: 'units', message }));
    socket.on('boards', (message) => this.#tell({ kind: 'boards', message }));
    socket.on('trouble', (message) => this.#tell({ kind: 'trouble', message }));
    socket.on('beat', (message) => {
      this.#history.takeBeat(message.seq);
      this.#tell({ kind: 'alive', serverNow: message.serverNow });
    });
    socket.on('frame', (bytes) => this.#decode(socket, bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)));
    socket.on('refused', (refusal) => this.#tell({ kind: 'refused', refusal: { code: refusal.code } }));
    socket.on('disconnect', (reason) => {
      this.#tell({ kind: 'disconnected' });
      if (reason === 'io server disconnect') this.#connectAgain(socket, retryMs());
    });
    socket.on('connect_error', (error: Error & { data?: { code?: unknown } }) => {
      const code = error.data?.code;
      if (typeof code !== 'string') return;
      this.#tell({ kind: 'refused', refusal: { code } });
      this.#connectAgain(socket, RETRY_REFUSED_MS);
    });
  }

  #greet(socket: LinkSocket, message: HelloMessage): void {
    if (message.protocol !== PROTOCOL_VERSION) {
      this.#tell({ kind: 'refused', refusal: { code: 'PROTOCOL_TOO_OLD' } });
      return this.#close();
    }
    this.#decoder = new FrameDecoder();
    this.#credit.reset();
    this.#staleFrames = this.#undrawnFrames;
    this.#tell({ kind: 'connected' });
    this.#tell({ kind: 'alive', serverNow: message.serverNow });
    socket.emit('resume', this.#history.position);
  }

  #decode(socket: LinkSocket, bytes: Uint8Array): void {
    const frame = this.#decoder.decode(bytes);
    if (!frame.ok) {
      socket.disconnect();
      return this.#connectAgain(socket, retryMs());
    }
    this.#undrawnFrames += 1;
    this.#post({ kind: 'frame', batch: frame.value, bytes: bytes.length }, [frame.value.buffer]);
  }

  #noteDrawn(bytes: number): void {
    this.#undrawnFrames -= 1;
    if (this.#staleFrames > 0) {
      this.#staleFrames -= 1;
      return;
    }
    const drawn = this.#credit.take(bytes);
    if (drawn !== null) this.#socket?.emit('credit', drawn);
  }

  #connectAgain(socket: LinkSocket, delayMs: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => socket.connect(), delayMs);
  }

  #tell(event: LinkEvent): void {
    this.#post(event, []);
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#socket?.disconnect();
    this.#socket = null;
  }
}
