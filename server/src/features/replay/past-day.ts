import { setImmediate } from 'node:timers/promises';
import { DAY_MS, HOUR_MS, asId, startOfHour, type CaseId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { caseAt, casesAt, type CasesAtNeeds } from './cases-at.ts';
import type { OpenPastRoom, PastRoom } from './past-room.api.ts';
import { readKnown, type KnownEvent } from './read-known.ts';

/** The room begins before the cursor, so that its first broadcasts are those of the time before: as many hours as hold so many events, up to the most. */
const RUN_UP_MS = 6 * HOUR_MS;
const RUN_UP_EVENTS = 300;
/** Rooms of one day at different cursors; whoever goes back further than all of them waits for another to be set up. */
const MOST_ROOMS = 4;

/** What the days are read with. */
export interface PastNeeds extends CasesAtNeeds {
  readonly openRoom: OpenPastRoom;
  /** The number of the last event that is folded. */
  lastSeq(): number;
}

/**
 * One day of the history (回放日): the cases as they were some hours before the cursor, the events from there on as far as
 * somebody has gone, hour by hour, and some rooms at different cursors. Requests wait for one another.
 */
export class PastDay {
  readonly day: number;
  readonly #needs: PastNeeds;
  #base: readonly Case[] | null = null;
  #beganAt = 0;
  /** Cases of the base and of the events. */
  #held = new Set<string>();
  #events: KnownEvent[] = [];
  /** All that was known by then is among the events. */
  #knownTo = 0;
  /** What the history held when it was read last. */
  #headSeq = 0;
  #rooms: PastRoom[] = [];
  #queue: Promise<unknown> = Promise.resolve();

  constructor(day: number, needs: PastNeeds) {
    this.day = day;
    this.#needs = needs;
  }

  /** Reads the room at `at`, an instant of this day; `isExact` as in `PastRoom.move`. */
  roomAt<T>(at: number, isExact: boolean, read: (room: PastRoom) => T): Promise<T> {
    const turn = this.#queue.then(async () => {
      await this.#begin(at);
      await this.#readTo(at);
      const room = await this.#nearest(at);
      const due: KnownEvent[] = [];
      for (let next = room.seq; next < this.#events.length && this.#events[next]!.knownAt <= at; next += 1) due.push(this.#events[next]!);
      await room.move(at, due, isExact);
      return read(room);
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** The room nearest before `at`; the one used longest ago makes place for a new one. */
  async #nearest(at: number): Promise<PastRoom> {
    const before = this.#rooms.filter((room) => room.at <= at);
    const room = before.reduce<PastRoom | null>((best, next) => (best === null || next.at > best.at ? next : best), null) ?? await this.#needs.openRoom(this.#base!, this.#beganAt);
    this.#rooms = [...this.#rooms.filter((other) => other !== room), room].slice(-MOST_ROOMS);
    return room;
  }

  /** Sets the base up far enough before `at`; further for who went back, and may go back again. */
  async #begin(at: number): Promise<void> {
    const from = this.#needs.index.hourBefore(at, RUN_UP_EVENTS, RUN_UP_MS);
    if (this.#base !== null && this.#beganAt <= from) return;
    this.#beganAt = Math.max(this.day - RUN_UP_MS, this.#base === null ? from : from - RUN_UP_MS);
    this.#headSeq = this.#needs.lastSeq();
    this.#base = await casesAt(this.#beganAt, this.#needs);
    this.#held = new Set(this.#base.map(({ id }) => id));
    this.#events = [];
    this.#knownTo = this.#beganAt;
    this.#rooms = [];
  }

  /** Reads on to the end of the hour of `at`, and what came since into the time that was read. */
  async #readTo(at: number): Promise<void> {
    const { index, lastSeq } = this.#needs;
    const head = lastSeq();
    const read = index.stretch(this.#beganAt, this.#knownTo);
    if (read !== null && read.lastSeq > this.#headSeq && this.#knownTo > this.#beganAt) await this.#take({ firstSeq: this.#headSeq + 1, lastSeq: head }, this.#beganAt, this.#knownTo);
    this.#headSeq = head;
    if (at <= this.#knownTo) return;
    const to = Math.min(this.day + DAY_MS, startOfHour(at) + HOUR_MS) - 1;
    const stretch = index.stretch(this.#knownTo, to);
    if (stretch !== null) await this.#take({ ...stretch, lastSeq: Math.min(stretch.lastSeq, head) }, this.#knownTo, to);
    this.#knownTo = to;
  }

  async #take(stretch: { readonly firstSeq: number; readonly lastSeq: number }, from: number, to: number): Promise<void> {
    for (const known of await readKnown(this.#needs, stretch, from, to)) {
      const { stream, revision } = known.stored;
      // A case that mattered no more when the base was set up, and now does again.
      const before = revision > 1 && !this.#held.has(stream) ? await caseAt(asId<CaseId>(stream), this.#needs.events, ({ revision: other }) => other < revision) : undefined;
      this.#held.add(stream);
      this.#events.push(before === undefined ? known : { ...known, before });
      if (before !== undefined) await setImmediate();
    }
  }
}
