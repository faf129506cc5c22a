import { DAY_MS, HOUR_MS } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { casesAt, type CasesAtNeeds } from './cases-at.ts';
import type { OpenPastRoom, PastRoom } from './past-room.api.ts';
import { readKnown, type KnownEvent } from './read-known.ts';

/** The room begins before its day, so that the first broadcasts of the morning are those of the night before. */
const RUN_UP_MS = 6 * HOUR_MS;
/** Rooms of one day at different cursors; whoever goes back further than all of them waits for another to be set up. */
const MOST_ROOMS = 4;

/** What the days are read with. */
export interface PastNeeds extends CasesAtNeeds {
  readonly openRoom: OpenPastRoom;
  /** The number of the last event that is folded. */
  lastSeq(): number;
}

/**
 * One day of the history (回放日): the cases as it began and every event until it ended or now, read once, and some rooms at
 * different cursors of it. Requests wait for one another.
 */
export class PastDay {
  readonly day: number;
  readonly #needs: PastNeeds;
  #base: readonly Case[] | null = null;
  #held = new Set<string>();
  #events: KnownEvent[] = [];
  #readTo = 0;
  #rooms: PastRoom[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(day: number, needs: PastNeeds) {
    this.day = day;
    this.#needs = needs;
  }

  get #beganAt(): number {
    return this.day - RUN_UP_MS;
  }

  /** The events of the day, in the order in which they became known. */
  events(): Promise<readonly KnownEvent[]> {
    return this.#inTurn(async () => {
      await this.#read();
      return this.#events.filter(({ knownAt }) => knownAt >= this.day);
    });
  }

  /** Reads the room at `at`, an instant of this day; `isExact` as in `PastRoom.move`. */
  roomAt<T>(at: number, isExact: boolean, read: (room: PastRoom) => T): Promise<T> {
    return this.#inTurn(async () => {
      await this.#read();
      const room = await this.#nearest(at);
      const due: KnownEvent[] = [];
      for (let next = room.seq; next < this.#events.length && this.#events[next]!.knownAt <= at; next += 1) due.push(this.#events[next]!);
      await room.move(at, due, isExact);
      return read(room);
    });
  }

  /** The room nearest before `at`; the one used longest ago makes place for a new one. */
  async #nearest(at: number): Promise<PastRoom> {
    const before = this.#rooms.filter((room) => room.at <= at);
    const room = before.reduce<PastRoom | null>((best, next) => (best === null || next.at > best.at ? next : best), null) ?? await this.#needs.openRoom(this.#base!, this.#beganAt);
    this.#rooms = [...this.#rooms.filter((other) => other !== room), room].slice(-MOST_ROOMS);
    return room;
  }

  async #read(): Promise<void> {
    const lastSeq = this.#needs.lastSeq();
    if (this.#base !== null && (lastSeq === this.#readTo || this.#isOver(lastSeq))) return;
    if (this.#base === null || !(await this.#readOn(lastSeq))) await this.#readWhole(lastSeq);
  }

  /** Whether nothing that came since can belong to this day. */
  #isOver(lastSeq: number): boolean {
    const stretch = this.#needs.index.stretch(this.day, this.day + DAY_MS - 1);
    return stretch === null || stretch.lastSeq <= Math.min(this.#readTo, lastSeq);
  }

  async #readWhole(lastSeq: number): Promise<void> {
    const { index, events } = this.#needs;
    const stretch = index.stretch(this.#beganAt, this.day + DAY_MS - 1);
    this.#events = stretch ? await readKnown(events, { ...stretch, lastSeq: Math.min(stretch.lastSeq, lastSeq) }, this.#beganAt, this.day + DAY_MS - 1) : [];
    this.#base = await casesAt(this.#beganAt, new Set(this.#events.map(({ stored }) => stored.stream)), this.#needs);
    this.#held = new Set([...this.#base.map(({ id }) => id), ...this.#events.map(({ stored }) => stored.stream)]);
    this.#rooms = [];
    this.#readTo = lastSeq;
  }

  /** Takes what came since; false where a case came back that the day does not hold. */
  async #readOn(lastSeq: number): Promise<boolean> {
    const fresh = await readKnown(this.#needs.events, { firstSeq: this.#readTo + 1, lastSeq }, this.#beganAt, this.day + DAY_MS - 1);
    for (const { stored } of fresh) {
      if (stored.revision > 1 && !this.#held.has(stored.stream)) return false;
      this.#held.add(stored.stream);
    }
    this.#events.push(...fresh);
    this.#readTo = lastSeq;
    return true;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(act, act);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }
}
