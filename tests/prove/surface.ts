import { io, type Socket } from 'socket.io-client';
import type { Figures } from '@wangge/shared/figures';
import { FRAME_KINDS, FrameDecoder } from '@wangge/shared/frames';
import type { CaseRow, ClientToServer, ServerToClient, SnapshotMessage, UnitRow } from '@wangge/shared/wire';

/** Frames drawn between two reports of them; the server counts what a client sends. */
const CREDIT_EACH = 8;

/** One state of a case arriving at a surface. */
interface Arrival {
  readonly revision: number;
  readonly at: number;
}

interface Place {
  readonly lng: number;
  readonly lat: number;
  readonly fixAt: number;
}

/** A wall, desk or telephone without a screen: speaks the documented protocol and notes when it saw what. */
export class Surface {
  readonly rows = new Map<string, CaseRow>();
  readonly units = new Map<string, UnitRow>();
  readonly places = new Map<number, Place>();
  readonly snapshots: SnapshotMessage['reason'][] = [];
  readonly faults: string[] = [];
  figures: Figures | null = null;
  diffs = 0;
  frames = 0;
  connections = 0;
  /** When the link was lost last, and when this surface was in step again after it; epoch ms. */
  lostAtMs = 0;
  inStepAtMs = 0;
  epoch: string | null = null;
  seq = 0;
  onRow: (row: CaseRow) => void = () => {};
  readonly #arrivals = new Map<string, Arrival[]>();
  readonly #lostAt = new Map<string, number>();
  readonly #socket: Socket<ServerToClient, ClientToServer>;
  #decoder = new FrameDecoder();
  #drawn = 0;

  constructor(url: string, cookie: string) {
    this.#socket = io(url, { transports: ['websocket'], forceNew: true, reconnectionDelay: 200, reconnectionDelayMax: 500, extraHeaders: { cookie } });
    this.#listen(this.#socket);
  }

  get isConnected(): boolean {
    return this.#socket.connected;
  }

  /** Resolves when it holds a first snapshot. */
  async opened(): Promise<this> {
    await waitUntil(() => this.snapshots.length > 0, 15_000, 'a first snapshot');
    return this;
  }

  close(): void {
    this.#socket.disconnect();
  }

  /** Knocks again after `close`, and goes on from where it was. */
  comeBack(): void {
    this.#socket.connect();
  }

  #listen(socket: Socket<ServerToClient, ClientToServer>): void {
    socket.on('connect_error', () => undefined);
    socket.on('disconnect', (reason) => {
      this.lostAtMs = Date.now();
      if (reason === 'io server disconnect') this.faults.push('turned out by the server');
    });
    socket.on('refused', ({ code }) => void this.faults.push(code));
    socket.on('hello', () => {
      this.connections += 1;
      this.#decoder = new FrameDecoder();
      this.#drawn = 0;
      socket.emit('resume', { epoch: this.epoch, seq: this.seq });
    });
    socket.on('snapshot', (message) => {
      this.snapshots.push(message.reason);
      this.rows.clear();
      for (const row of message.cases) this.#take(row);
      for (const unit of message.units) this.units.set(unit.id, unit);
      this.figures = message.figures ?? this.figures;
      this.epoch = message.epoch;
      this.seq = message.seq;
      this.#noteStep();
    });
    socket.on('diff', (message) => {
      this.diffs += 1;
      if (message.epoch !== this.epoch || message.fromSeq > this.seq) this.faults.push(`gap ${this.seq}…${message.fromSeq}`);
      for (const row of message.cases) this.#take(row);
      for (const id of message.gone) this.#lose(id);
      this.seq = Math.max(this.seq, message.seq);
      this.#noteStep();
    });
    socket.on('figures', (message) => void (this.figures = message.figures));
    socket.on('units', ({ units }) => units.forEach((unit) => this.units.set(unit.id, unit)));
    socket.on('beat', ({ seq }) => void (this.seq = Math.max(this.seq, seq)));
    socket.on('frame', (bytes) => this.#draw(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)));
  }

  #noteStep(): void {
    if (this.inStepAtMs <= this.lostAtMs) this.inStepAtMs = Date.now();
  }

  #take(row: CaseRow): void {
    this.rows.set(row.id, row);
    const seen = this.#arrivals.get(row.id);
    const arrival = { revision: row.revision, at: Date.now() };
    if (seen === undefined) this.#arrivals.set(row.id, [arrival]);
    else seen.push(arrival);
    this.onRow(row);
  }

  #lose(id: string): void {
    this.rows.delete(id);
    this.#lostAt.set(id, Date.now());
  }

  #draw(bytes: Uint8Array): void {
    const frame = this.#decoder.decode(bytes);
    this.#drawn += 1;
    if (this.#drawn % CREDIT_EACH === 0) this.#socket.emit('credit', this.#drawn);
    if (!frame.ok) return void this.faults.push(frame.error.code);
    this.frames += 1;
    const { kind, count, index, lng, lat, fixAt } = frame.value;
    if (kind === FRAME_KINDS.key) this.places.clear();
    for (let i = 0; i < count; i += 1) this.places.set(index[i] ?? -1, { lng: lng[i] ?? NaN, lat: lat[i] ?? NaN, fixAt: fixAt[i] ?? NaN });
  }

  /** When this surface first showed the case at this revision or a later one; undefined when it never did. */
  shownAt(caseId: string, revision: number): number | undefined {
    return this.#arrivals.get(caseId)?.find((arrival) => arrival.revision >= revision)?.at;
  }

  /** When this surface took the case away; undefined while it shows it. */
  lostAt(caseId: string): number | undefined {
    return this.#lostAt.get(caseId);
  }
}

/** Polls until something holds; throws after `withinMs` naming what was waited for. */
export async function waitUntil(holds: () => boolean, withinMs: number, what: string): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > giveUpAt) throw new Error(`waited ${withinMs / 1_000} s in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
