import type { Figures } from '../figures/index.ts';
import type { CaseRow, TickerItem, UnitRow } from './rows.ts';

/** Raised when a message changes its shape; a client of another number is told to reload. */
export const PROTOCOL_VERSION = 1;

/** What the server says first. `epoch` names the history that `seq` counts; another epoch means another history. */
export interface HelloMessage {
  readonly protocol: number;
  readonly epoch: string;
  readonly seq: number;
  readonly serverNow: number;
}

/** All that a surface shows, as of `seq`. `reason` tells why it was sent: the first, or because the gap could not be filled. */
export interface SnapshotMessage {
  readonly epoch: string;
  readonly seq: number;
  readonly at: number;
  readonly reason: 'first' | 'gap-too-large' | 'other-epoch';
  /** Null for those who watch no figures (the field). */
  readonly figures: Figures | null;
  readonly cases: readonly CaseRow[];
  readonly units: readonly UnitRow[];
  readonly ticker: readonly TickerItem[];
}

/**
 * What changed between `fromSeq` (exclusive) and `seq`. Whole rows replace rows; `gone` are no longer shown. It may be applied
 * to any state from `fromSeq` on; a receiver that holds less has missed something and resumes.
 */
export interface DiffMessage {
  readonly epoch: string;
  readonly fromSeq: number;
  readonly seq: number;
  readonly at: number;
  readonly cases: readonly CaseRow[];
  readonly gone: readonly string[];
  readonly ticker: readonly TickerItem[];
}

export interface FiguresMessage {
  readonly seq: number;
  readonly figures: Figures;
}

export interface UnitsMessage {
  readonly units: readonly UnitRow[];
}

/**
 * How far each board (看板) has come, by name. A hint: whoever shows one of another version reads it anew at
 * `GET /api/v1/boards/<name>`. Versions are compared for equality only; a restarted server counts afresh.
 */
export interface BoardsMessage {
  readonly versions: Readonly<Record<string, number>>;
}

/** A board as it is read: its version, the server's time, and what it shows to whoever asked. */
export interface BoardAnswer<T extends object = object> {
  readonly name: string;
  readonly version: number;
  readonly at: number;
  readonly board: T;
}

/**
 * Sent every second that nothing else was sent, so that a surface knows the link lives and how old its data is. Nothing it may
 * see has changed up to `seq` beyond what it was sent.
 */
export interface BeatMessage {
  readonly seq: number;
  readonly serverNow: number;
}

/** The store can't be written (存储故障): since when (epoch ms), and whether the server's own disk or the database server is what hinders it. */
export interface StoreTrouble {
  readonly since: number;
  readonly hindrance: 'disk' | 'database';
}

/** What keeps the server from taking commands, told to everybody who connects and when it changes; null while nothing does. */
export interface TroubleMessage {
  readonly store: StoreTrouble | null;
}

/** Events from server to client. Positions come as binary `frame`, laid out in `frames`. */
export interface ServerToClient {
  hello: (message: HelloMessage) => void;
  snapshot: (message: SnapshotMessage) => void;
  diff: (message: DiffMessage) => void;
  figures: (message: FiguresMessage) => void;
  units: (message: UnitsMessage) => void;
  boards: (message: BoardsMessage) => void;
  trouble: (message: TroubleMessage) => void;
  beat: (message: BeatMessage) => void;
  frame: (bytes: ArrayBuffer | Uint8Array) => void;
  refused: (refusal: { code: string; detail?: string }) => void;
}

/** Events from client to server. `resume` asks for what it missed; `credit` says how many frames it has drawn since it connected. */
export interface ClientToServer {
  resume: (message: { epoch: string | null; seq: number }) => void;
  credit: (frames: number) => void;
}
