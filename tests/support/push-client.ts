import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { FRAME_KINDS, FrameDecoder } from '@wangge/shared/frames';
import type { CaseRow, ClientToServer, DiffMessage, FiguresMessage, HelloMessage, ServerToClient, SnapshotMessage, StoreTrouble, UnitRow } from '@wangge/shared/wire';

/** A surface without a screen: holds what the messages say and answers as the protocol asks. */
export class PushClient {
  readonly socket: Socket<ServerToClient, ClientToServer>;
  readonly rows = new Map<string, CaseRow>();
  readonly units = new Map<string, UnitRow>();
  readonly places = new Map<number, { lng: number; lat: number }>();
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
  /** While false the client draws nothing and so gives no credit. */
  isDrawing = true;
  #decoder = new FrameDecoder();
  #drawn = 0;
  #waiting: (() => void)[] = [];

  constructor(url: string, options: { readonly who?: string; readonly cookie?: string; readonly origin?: string; readonly held?: { epoch: string; seq: number } } = {}) {
    const headers = { cookie: options.cookie ?? `who=${options.who ?? 'wall'}`, ...(options.origin === undefined ? {} : { origin: options.origin }) };
    this.socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: headers });
    this.epoch = options.held?.epoch ?? null;
    this.seq = options.held?.seq ?? 0;
    this.#listen();
  }

  /** Waits for the next messages until `isDone`; fails after five seconds. */
  async until(isDone: () => boolean): Promise<void> {
    const giveUpAt = Date.now() + 5_000;
    while (!isDone()) {
      if (Date.now() > giveUpAt) throw new Error('the client waited in vain');
      await new Promise<void>((wake) => {
        this.#waiting.push(wake);
        setTimeout(wake, 200);
      });
    }
  }

  draw(): void {
    this.isDrawing = true;
    this.socket.emit('credit', this.#drawn);
  }

  close(): void {
    this.socket.disconnect();
  }

  #listen(): void {
    const { socket } = this;
    socket.onAny(() => queueMicrotask(() => this.#wake()));
    socket.on('disconnect', () => this.#wake());
    socket.on('connect_error', (error) => {
      this.refusals.push((error as Error & { data?: { code: string } }).data?.code ?? error.message);
      this.#wake();
    });
    socket.on('refused', ({ code }) => void this.refusals.push(code));
    socket.on('hello', (message) => {
      this.hello = message;
      this.#decoder = new FrameDecoder();
      socket.emit('resume', { epoch: this.epoch, seq: this.seq });
    });
    socket.on('snapshot', (message) => {
      this.snapshots.push(message);
      this.rows.clear();
      this.units.clear();
      for (const row of message.cases) this.rows.set(row.id, row);
      for (const unit of message.units) this.units.set(unit.id, unit);
      this.epoch = message.epoch;
      this.seq = message.seq;
    });
    socket.on('diff', (message) => {
      this.diffs.push(message);
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

  #takeFrame(bytes: Uint8Array): void {
    this.frameBytes.push(bytes.length);
    const frame = this.#decoder.decode(bytes);
    if (!frame.ok) throw new Error(frame.error.sentence);
    const { value } = frame;
    if (value.kind === FRAME_KINDS.key) this.places.clear();
    for (let row = 0; row < value.count; row += 1) this.places.set(value.index[row] ?? -1, { lng: value.lng[row] ?? NaN, lat: value.lat[row] ?? NaN });
    this.#drawn += 1;
    if (this.isDrawing) this.socket.emit('credit', this.#drawn);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
