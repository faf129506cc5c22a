import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@wangge/shared/access';
import { MINUTE_MS } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import type { EventStore, StoredEvent } from '../../store/event-store.ts';
import { mayReadBoard } from '../boards/readable-boards.api.ts';
import type { HistoryIndex } from './history-index.ts';
import type { OpenPastBoards, PastBoards } from './past-boards.api.ts';

/** Read at once, and folded at once: between two pieces everybody else has their turn. */
const PAGE = 500;
const PIECE = 100;
/** Boards that nobody asked for so long are given up. */
const IDLE_MS = 10 * MINUTE_MS;

export interface BoardsAtNeeds {
  readonly events: EventStore;
  readonly index: HistoryIndex;
  readonly clock: Clock;
  readonly openBoards: OpenPastBoards;
}

interface Due {
  readonly knownAt: number;
  readonly stored: StoredEvent;
}

/**
 * The boards at a cursor (看板回放). They add up from the whole history, so one set of them is held and goes forward with the
 * cursor; whoever goes back waits until it has been told anew. Requests wait for one another.
 */
export class BoardsAt {
  readonly #needs: BoardsAtNeeds;
  #boards: PastBoards | null = null;
  #readTo = 0;
  /** When each stream was last heard of: an event is never known before the one before it. */
  #knownOf = new Map<string, number>();
  /** Read already, and not known yet at the cursor. */
  #due: Due[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #forgetLater: (() => void) | undefined;

  constructor(needs: BoardsAtNeeds) {
    this.#needs = needs;
  }

  /** The boards of these names as they were at `at`, of those that can be told of the past and that `actor` may read. */
  read(names: readonly string[], actor: Actor, at: number): Promise<Readonly<Record<string, object>>> {
    const turn = this.#queue.then(async () => {
      const boards = await this.#move(at);
      const found = names.map((name) => boards.find(name)).filter((board) => board !== undefined && mayReadBoard(board, actor.role)) as Board[];
      return Object.fromEntries(found.map((board) => [board.name, board.read(actor, at)]));
    });
    this.#queue = turn.catch(() => this.#forget());
    this.#forgetLater?.();
    this.#forgetLater = this.#needs.clock.after(IDLE_MS, () => this.#forget());
    return turn;
  }

  #forget(): void {
    this.#boards = null;
    this.#readTo = 0;
    this.#knownOf = new Map();
    this.#due = [];
  }

  async #move(at: number): Promise<PastBoards> {
    const { index, openBoards } = this.#needs;
    if (this.#boards === null || this.#boards.at > at) this.#forget();
    const boards = (this.#boards ??= openBoards(at));
    const last = index.lastSeqBy(at);
    while (this.#readTo < last) {
      await this.#readPage(last);
      await this.#tellDue(boards, at);
    }
    await this.#tellDue(boards, at);
    await boards.tell([], at);
    while (!boards.settle()) await setImmediate();
    return boards;
  }

  async #readPage(last: number): Promise<void> {
    const page = await this.#needs.events.readSince(this.#readTo, PAGE);
    for (const stored of page) {
      if (stored.seq > last) break;
      const knownAt = Math.max(stored.event.at, this.#knownOf.get(stored.stream) ?? 0);
      this.#knownOf.set(stored.stream, knownAt);
      this.#due.push({ knownAt, stored });
    }
    this.#readTo = Math.min(last, page.at(-1)?.seq ?? last);
  }

  async #tellDue(boards: PastBoards, at: number): Promise<void> {
    const known = this.#due.filter(({ knownAt }) => knownAt <= at).sort((a, b) => a.knownAt - b.knownAt || a.stored.seq - b.stored.seq);
    if (known.length === 0) return;
    this.#due = this.#due.filter(({ knownAt }) => knownAt > at);
    for (let from = 0; from < known.length; from += PIECE) {
      await boards.tell(known.slice(from, from + PIECE).map(({ stored }) => stored), at);
      await setImmediate();
    }
  }
}
