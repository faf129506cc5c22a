import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { FRAME_KINDS, FrameDecoder } from '@wangge/shared/frames';
import type { CaseRow, ClientToServer, DiffMessage, FiguresMessage, HelloMessage, ServerToClient, SnapshotMessage, StoreTrouble, UnitRow } from '@wangge/shared/wire';

/** How a page tries to come back, as in `web/src/link/link-engine.ts`. */
const AFTER_GOODBYE_MS = { least: 200, most: 800 };
const AS_A_PAGE = { reconnectionDelay: 300, reconnectionDelayMax: 1_000, randomizationFactor: 0.5 };

/** The transport of a socket, whose connection can be told not to read. */
interface Stallable {
  readonly ws: { pause(): void; resume(): void };
}

/** A surface without a screen: holds what the messages say and answers as the protocol asks. */
export class PushClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly rows = new Map<string, CaseRow>();
  readonly units = new Map<string, UnitRow>();
  readonly places = new Map<number, { lng: number; lat: number; fixAt: number }>();
  /** How often a place was replaced by an older one. */
  wentBack = 0;
  readonly snapshots: SnapshotMessage[] = [];
  readonly diffs: DiffMessage[] = [];
  readonly figures: FiguresMessage[] = [];
  /** Versions of boards as they were told, in order. */
  readonly boards: Readonly<Record<string, number>>[] = [];
  /** What was told of the store, in order. */
  readonly troubles: (StoreTrouble | null)[] = [];
  readonly refusals: string[] = [];
  readonly frameBytes: number[] = [];
  hello: HelloMessage | null = null;
  epoch: string | null = null;
  seq = 0;
  beats = 0;
  /** When the server brought this client to the present after it connected, time after time; `performance.now()`. */
  readonly currentAt: number[] = [];
  readonly #comesBack: boolean;
  #isAwaited = false;
  /** Differences that led back to before what it held. */
  reordered = 0;
  /** While false the client draws nothing and so gives no credit. */
  isDrawing = true;
  #decoder = new FrameDecoder();
  #drawn = 0;
  #stalled: Stallable['ws'] | null = null;
  #waiting: (() => void)[] = [];

  constructor(url: string, options: { readonly who?: string; readonly cookie?: string; readonly comesBack?: boolean; readonly origin?: string; readonly surface?: 'field' | 'other'; readonly held?: { epoch: string; seq: number } } = {}) {
    const headers = { cookie: options.cookie ?? `who=${options.who ?? 'wall'}`, ...(options.origin === undefined ? {} : { origin: options.origin }) };
    this.socket = io(url, { transports: ['websocket'], reconnection: options.comesBack ?? false, ...AS_A_PAGE, forceNew: true, extraHeaders: headers, auth: { surface: options.surface ?? 'other' } });
    this.#comesBack = options.comesBack ?? false;
    this.epoch = options.held?.epoch ?? null;
    this.seq = options.held?.seq ?? 0;
    this.#listen();
  }

  /** Waits for the next messages until `isDone`; fails after `withinMs`. */
  async until(isDone: () => boolean, withinMs = 5_000): Promise<void> {
    const giveUpAt = Date.now() + withinMs;
    while (!isDone()) {
      if (Date.now() > giveUpAt) throw new Error('the client waited in vain');
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
        setTimeout(wake, 200);
      });
    }
  }

  /** Reads nothing any more, as a machine that hangs: what is sent fills the system's buffers, then waits at the server. */
  stall(): void {
    this.#stalled = (this.socket.io.engine.transport as unknown as Stallable).ws;
    this.#stalled.pause();
  }

  draw(): void {
    this.isDrawing = true;
    this.socket.emit('credit', this.#drawn);
  }

  close(): void {
    this.#stalled?.resume();
    this.socket.disconnect();
  }

  #listen(): void {
    const { socket } = this;
    socket.onAny(() => queueMicrotask(() => this.#wake()));
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect' && this.#comesBack) setTimeout(() => socket.connect(), AFTER_GOODBYE_MS.least + Math.random() * (AFTER_GOODBYE_MS.most - AFTER_GOODBYE_MS.least));
      this.#wake();
    });
    socket.on('connect_error', (error) => {
      this.refusals.push((error as Error & { data?: { code: string } }).data?.code ?? error.message);
      this.#wake();
    });
    socket.on('refused', ({ code }) => void this.refusals.push(code));
    socket.on('hello', (message) => {
      this.hello = message;
      this.#isAwaited = true;
      this.#decoder = new FrameDecoder();
      socket.emit('resume', { epoch: this.epoch, seq: this.seq });
    });
    socket.on('snapshot', (message) => {
      this.snapshots.push(message);
      this.#noteCurrent();
      this.rows.clear();
      this.units.clear();
      for (const row of message.cases) this.rows.set(row.id, row);
      for (const unit of message.units) this.units.set(unit.id, unit);
      this.epoch = message.epoch;
      this.seq = message.seq;
    });
    socket.on('diff', (message) => {
      this.diffs.push(message);
      this.#noteCurrent();
      if (message.seq < this.seq) this.reordered += 1;
      if (message.fromSeq > this.seq) throw new Error(`a gap from ${this.seq} to ${message.fromSeq}`);
      for (const row of message.cases) this.rows.set(row.id, row);
      for (const id of message.gone) this.rows.delete(id);
      this.seq = Math.max(this.seq, message.seq);
    });
    socket.on('figures', (message) => void this.figures.push(message));
    socket.on('boards', ({ versions }) => void this.boards.push(versions));
    socket.on('trouble', ({ store }) => void this.troubles.push(store));
    socket.on('units', ({ units }) => units.forEach((unit) => this.units.set(unit.id, unit)));
    socket.on('beat', (message) => {
      this.beats += 1;
      this.seq = Math.max(this.seq, message.seq);
    });
    socket.on('frame', (bytes) => this.#takeFrame(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)));
  }

  #noteCurrent(): void {
    if (this.#isAwaited) this.currentAt.push(performance.now());
    this.#isAwaited = false;
  }

  #takeFrame(bytes: Uint8Array): void {
    this.frameBytes.push(bytes.length);
    const frame = this.#decoder.decode(bytes);
    if (!frame.ok) throw new Error(frame.error.sentence);
    const { value } = frame;
    const before = new Map(this.places);
    if (value.kind === FRAME_KINDS.key) this.places.clear();
    for (let row = 0; row < value.count; row += 1) {
      const [index, fixAt] = [value.index[row] ?? -1, value.fixAt[row] ?? NaN];
      if (fixAt < (before.get(index)?.fixAt ?? -Infinity)) this.wentBack += 1;
      this.places.set(index, { lng: value.lng[row] ?? NaN, lat: value.lat[row] ?? NaN, fixAt });
    }
    this.#drawn += 1;
    if (this.isDrawing) this.socket.emit('credit', this.#drawn);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
