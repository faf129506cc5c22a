/** A link that said nothing for this long is lost. */
export const LOST_AFTER_MS = 5_000;
const OFFSET_SAMPLES = 10;

export type LinkState = 'connecting' | 'live' | 'lost' | 'resyncing';

/** State of the link (链路状态). Times are epoch ms of this page's clock, except `serverOffsetMs`: server's now − ours. */
export interface LinkStatus {
  readonly state: LinkState;
  /** When the last word came of a link that is lost, or when it was opened if none came; null otherwise. */
  readonly lostSince: number | null;
  readonly lastMessageAt: number | null;
  readonly serverOffsetMs: number;
  /** How often the link came back and went on. */
  readonly resumedCount: number;
}

/** Turns what happens on the link into its status. Pure: the time is handed in. */
export class LinkWatch {
  #beganAt: number | null = null;
  #isSynced = false;
  #wasSynced = false;
  #lastMessageAt: number | null = null;
  #resumedCount = 0;
  #offsets: number[] = [];

  /** The page begins to listen. */
  begin(now: number): void {
    this.#beganAt = now;
  }

  noteMessage(now: number, serverNow: number | null): void {
    this.#lastMessageAt = now;
    if (serverNow !== null) this.#offsets = [...this.#offsets, serverNow - now].slice(-OFFSET_SAMPLES);
  }

  noteConnected(): void {
    this.#offsets = [];
    this.#isSynced = false;
  }

  noteDisconnected(): void {
    this.#isSynced = false;
  }

  /** The server has brought this page to the present. */
  noteSynced(): void {
    if (!this.#isSynced && this.#wasSynced) this.#resumedCount += 1;
    this.#isSynced = true;
    this.#wasSynced = true;
  }

  statusAt(now: number): LinkStatus {
    // A clock that was set back must not make a link look alive until its old time comes again.
    if (this.#lastMessageAt !== null) this.#lastMessageAt = Math.min(this.#lastMessageAt, now);
    if (this.#beganAt !== null) this.#beganAt = Math.min(this.#beganAt, now);
    const heardAt = this.#lastMessageAt ?? this.#beganAt;
    const isSilent = heardAt !== null && now - heardAt > LOST_AFTER_MS;
    return {
      state: isSilent ? 'lost' : this.#isSynced ? 'live' : this.#wasSynced ? 'resyncing' : 'connecting',
      lostSince: isSilent ? heardAt : null,
      lastMessageAt: this.#lastMessageAt,
      // A message can only be late, never early: the largest sample is the nearest to the truth.
      serverOffsetMs: this.#offsets.length === 0 ? 0 : Math.max(...this.#offsets),
      resumedCount: this.#resumedCount,
    };
  }
}
