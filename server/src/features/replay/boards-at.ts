import { setImmediate } from 'node:timers/promises';
import type { Actor } from '@wangge/shared/access';
import { MINUTE_MS } from '@wangge/shared/base';
import type { Clock } from '../../platform/clock.ts';
import type { Board } from '../../platform/feature.ts';
import type { StoredEvent } from '../../store/event-store.ts';
import { mayReadBoard } from '../boards/readable-boards.api.ts';
import { changedSince, type CasesAtNeeds } from './cases-at.ts';
import type { OpenPastBoards, PastBoards } from './past-boards.api.ts';

/** Read at once, and folded at once: between two pieces everybody else has their turn. */
const PAGE = 500;
const STREAMS_AT_ONCE = 100;
const PIECE = 100;
/** Boards that nobody asked for so long are given up. */
const IDLE_MS = 10 * MINUTE_MS;

export interface BoardsAtNeeds extends CasesAtNeeds {
  readonly clock: Clock;
  readonly openBoards: OpenPastBoards;
  /** The number of the last event that is folded. */
  lastSeq(): number;
}

/**
 * The boards at a cursor (看板回放). They begin with the cases as they were then: those that stand so to this day are taken as they
 * are, the others and whatever else had begun are told anew. One set of them is held and goes forward with the cursor; whoever goes
 * back begins again. Requests wait for one another.
 */
export class BoardsAt {
  readonly #needs: BoardsAtNeeds;
  #boards: PastBoards | null = null;
  /** Where the boards began, and the last event that the history held then: all that was known by then they were told. */
  #began = { at: 0, headSeq: 0 };
  #readTo = 0;
  /** Read already, and not known yet at the cursor. */
  #due: StoredEvent[] = [];
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
      const read: Record<string, object> = {};
      for (const board of found) {
        read[board.name] = board.read(actor, at);
        await setImmediate();
      }
      return read;
    });
    this.#queue = turn.catch(() => this.#forget());
    this.#forgetLater?.();
    this.#forgetLater = this.#needs.clock.after(IDLE_MS, () => this.#forget());
    return turn;
  }

  #forget(): void {
    this.#boards = null;
    this.#due = [];
  }

  async #move(at: number): Promise<PastBoards> {
    const { index } = this.#needs;
    const boards = this.#boards === null || this.#boards.at > at ? await this.#begin(at) : this.#boards;
    const last = index.stretch(0, at)?.lastSeq ?? 0;
    while (this.#readTo < last) {
      await this.#readPage(last);
      await this.#tellDue(boards, at);
    }
    await this.#tellDue(boards, at);
    await boards.tell([], at);
    while (!boards.settle()) await setImmediate();
    return boards;
  }

  async #begin(at: number): Promise<PastBoards> {
    const { index, events, openBoards, lastSeq } = this.#needs;
    this.#forget();
    this.#began = { at, headSeq: lastSeq() };
    const boards = openBoards(at);
    const changed = await changedSince(at, this.#needs, (item, lastAt) => boards.hold(item, lastAt));
    const streams = [...index.othersBy(at), ...changed];
    const known: StoredEvent[] = [];
    for (let from = 0; from < streams.length; from += STREAMS_AT_ONCE) {
      const read = await events.readStreams(streams.slice(from, from + STREAMS_AT_ONCE), at);
      for (const stored of read) if (stored.seq <= this.#began.headSeq && index.knownAt(stored) <= at) known.push(stored);
      await setImmediate();
    }
    await this.#tell(boards, known.sort((a, b) => a.seq - b.seq), at);
    this.#readTo = Math.min(this.#began.headSeq, (index.stretch(at, Infinity)?.firstSeq ?? Infinity) - 1);
    return (this.#boards = boards);
  }

  async #readPage(last: number): Promise<void> {
    const { index, events } = this.#needs;
    const { at, headSeq } = this.#began;
    const page = await events.readSince(this.#readTo, PAGE);
    for (const stored of page) {
      if (stored.seq > last) break;
      if (stored.seq > headSeq || index.knownAt(stored) > at) this.#due.push(stored);
    }
    this.#readTo = Math.min(last, page.at(-1)?.seq ?? last);
  }

  async #tellDue(boards: PastBoards, at: number): Promise<void> {
    const { index } = this.#needs;
    const known = this.#due.filter((stored) => index.knownAt(stored) <= at).sort((a, b) => index.knownAt(a) - index.knownAt(b) || a.seq - b.seq);
    if (known.length === 0) return;
    this.#due = this.#due.filter((stored) => index.knownAt(stored) > at);
    await this.#tell(boards, known, at);
  }

  async #tell(boards: PastBoards, known: readonly StoredEvent[], at: number): Promise<void> {
    for (let from = 0; from < known.length; from += PIECE) {
      await boards.tell(known.slice(from, from + PIECE), at);
      await setImmediate();
    }
  }
}
