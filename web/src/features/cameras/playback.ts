import type { Source } from './sources/source.ts';

/**
 * What is to be seen of a camera. `live`: new frames come, the last one was `lagS` whole seconds behind the camera. `stalled`: the last frame stands since then.
 * `opening`: no frame came yet; `away`: none came and the camera can't be had, since when.
 */
export type Picture =
  | { readonly state: 'opening' }
  | { readonly state: 'live'; readonly lagS: number | null }
  | { readonly state: 'stalled' | 'away'; readonly since: number };

/** Without a new frame for so long a picture is not live. */
export const STALL_MS = 4_000;
/** A source that gives no frame for so long is closed and opened anew. */
const PATIENCE_MS = 12_000;
const LOOK_MS = 500;
const FIRST_WAIT_MS = 1_000;
/** Tries are this far apart at most. */
export const LONGEST_WAIT_MS = 30_000;

export interface PlaybackNeeds {
  /** Opens the source; `onTrouble` is told once nothing more will come of it. */
  open(onTrouble: () => void): Promise<Source>;
  onPicture(picture: Picture): void;
  /** Server time, epoch ms. */
  now(): number;
  /** 0 to 1. */
  random(): number;
}

/** After which wait the next try comes: twice as long each time up to half a minute, a quarter more or less, so that the screens of a county do not come back all at once. */
export function waitAfter(tries: number, random: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries) * (0.75 + 0.5 * random);
}

/** Keeps one camera playing: opens its source, says honestly what is to be seen, tries again later and later, and ends without a trace. */
export class Playback {
  readonly #needs: PlaybackNeeds;
  readonly #startedAt: number;
  #source: Source | null = null;
  #frameAt: number | null = null;
  #openedAt = 0;
  #tries = 0;
  /** Counts the sources: one that comes after its time is closed at once. */
  #turn = 0;
  #picture: Picture = { state: 'opening' };
  #retry: ReturnType<typeof setTimeout> | undefined;
  readonly #looking: ReturnType<typeof setInterval>;

  constructor(needs: PlaybackNeeds) {
    this.#needs = needs;
    this.#startedAt = needs.now();
    this.#looking = setInterval(() => this.#look(), LOOK_MS);
    this.#open();
  }

  /** A new frame is on the screen. */
  frame(): void {
    this.#frameAt = this.#needs.now();
    this.#tries = 0;
    const lagS = this.#source?.lagS() ?? null;
    this.#say({ state: 'live', lagS: lagS === null ? null : Math.round(lagS) });
  }

  end(): void {
    clearInterval(this.#looking);
    this.#close();
  }

  #open(): void {
    this.#close();
    const turn = this.#turn;
    this.#openedAt = this.#needs.now();
    const onTrouble = (): void => { if (turn === this.#turn) this.#fail(); };
    this.#needs.open(onTrouble).then((source) => {
      if (turn === this.#turn) this.#source = source;
      else source.close();
    }, onTrouble);
  }

  #close(): void {
    this.#turn += 1;
    clearTimeout(this.#retry);
    this.#source?.close();
    this.#source = null;
  }

  /** The last frame stands on the screen until the next source brings another. */
  #fail(): void {
    this.#close();
    if (this.#frameAt === null) this.#say({ state: 'away', since: this.#startedAt });
    this.#retry = setTimeout(() => this.#open(), waitAfter(this.#tries, this.#needs.random()));
    this.#tries += 1;
  }

  #look(): void {
    const now = this.#needs.now();
    if (this.#frameAt !== null && now - this.#frameAt >= STALL_MS) this.#say({ state: 'stalled', since: this.#frameAt });
    const isOpen = this.#source !== null;
    if (isOpen && now - Math.max(this.#openedAt, this.#frameAt ?? 0) >= PATIENCE_MS) this.#fail();
  }

  #say(picture: Picture): void {
    if (JSON.stringify(picture) === JSON.stringify(this.#picture)) return;
    this.#picture = picture;
    this.#needs.onPicture(picture);
  }
}
