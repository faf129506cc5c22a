import { SECOND_MS } from '@wangge/shared/base';
import type { BoardsMessage, SnapshotMessage } from '@wangge/shared/wire';
import { passedMs, type Clock } from '../platform/clock.ts';
import { Alarm } from './alarm.ts';
import { epochFor, watchesFigures } from './audience-key.ts';
import type { OperationsSource } from './operations-source.ts';
import type { Outlet } from './outlet.ts';
import { RowGroup, diffOf, isNothing } from './row-group.ts';
import type { Session } from './session.ts';
import { SnapshotCache } from './snapshot-cache.ts';

/** Changes are gathered this long before they are sent. */
export const FLUSH_MS = 50;
/** How often sessions that could not take more are looked at again. */
const LAGGING_CHECK_MS = 250;
const FIGURES_EACH_MS = SECOND_MS;
const BOARDS_EACH_MS = SECOND_MS;
const BEAT_MS = SECOND_MS;

/**
 * Sends cases, units, figures, the ticker and the versions of boards: each audience once per flush, as numbered differences. A session that cannot
 * take more is left out and gets one message, a difference or a snapshot, when it can again.
 */
export class RowPublisher {
  readonly #source: OperationsSource;
  readonly #clock: Clock;
  readonly #outlet: Outlet;
  readonly #cache: SnapshotCache;
  readonly #groups = new Map<string, RowGroup>();
  readonly #lagging = new Set<Session>();
  readonly #changedUnits = new Set<string>();
  readonly #stopBeat: () => void;
  readonly #flushAlarm: Alarm;
  #sentFiguresVersion = 0;
  #figuresSentAt = -Infinity;
  #boards: BoardsMessage;
  #areBoardsSent = true;
  #boardsSentAt = -Infinity;
  #snapshotsSent = 0;

  constructor(source: OperationsSource, clock: Clock, outlet: Outlet) {
    this.#source = source;
    this.#clock = clock;
    this.#outlet = outlet;
    this.#cache = new SnapshotCache(source, () => clock.now());
    this.#boards = { versions: source.boardVersions() };
    this.#flushAlarm = new Alarm(clock, () => this.#flush());
    source.onEvents(() => this.#flushAlarm.within(FLUSH_MS));
    source.onUnits((unitIds) => {
      this.#cache.unitsVersion += 1;
      for (const unitId of unitIds) this.#changedUnits.add(unitId);
      this.#flushAlarm.within(FLUSH_MS);
    });
    source.onFigures(() => {
      this.#cache.figuresVersion += 1;
      this.#flushAlarm.within(FLUSH_MS);
    });
    source.onBoards(() => {
      this.#boards = { versions: source.boardVersions() };
      this.#areBoardsSent = false;
      this.#flushAlarm.within(FLUSH_MS);
    });
    this.#stopBeat = clock.every(BEAT_MS, () => this.#beat());
  }

  get laggingCount(): number {
    return this.#lagging.size;
  }

  get snapshotsMade(): number {
    return this.#cache.madeCount;
  }

  get snapshotsSent(): number {
    return this.#snapshotsSent;
  }

  /** Brings a session from what it holds to the present and keeps it there. */
  join(session: Session, held: { readonly epoch: string | null; readonly seq: number }): void {
    this.leave(session);
    this.#flush();
    this.#bring(session, held);
  }

  leave(session: Session): void {
    this.#lagging.delete(session);
    const group = this.#groups.get(session.key);
    if (group === undefined || !group.sessions.has(session)) return;
    group.release(session);
    if (group.sessions.size === 0) this.#groups.delete(session.key);
  }

  /** Looks at a session again that may be able to take more now. */
  retry(session: Session): void {
    if (this.#lagging.has(session)) this.#flushAlarm.within(FLUSH_MS);
  }

  close(): void {
    this.#stopBeat();
    this.#flushAlarm.stop();
  }

  #flush(): void {
    this.#setLaggingAside();
    for (const group of this.#groups.values()) this.#sendChanges(group);
    this.#sendUnits();
    this.#sendFigures();
    this.#sendBoards();
    for (const session of [...this.#lagging]) {
      if (!session.isReady) continue;
      this.#lagging.delete(session);
      this.#bring(session, { epoch: epochFor(this.#source.epoch, session.audience), seq: session.rowSeq ?? 0 });
    }
    if (this.#lagging.size > 0) this.#flushAlarm.within(LAGGING_CHECK_MS);
  }

  #setLaggingAside(): void {
    for (const [key, group] of this.#groups) {
      for (const session of group.sessions) {
        if (session.isReady) continue;
        group.release(session);
        this.#lagging.add(session);
      }
      if (group.sessions.size === 0) this.#groups.delete(key);
    }
  }

  #sendChanges(group: RowGroup): void {
    const seq = this.#source.lastSeq();
    if (seq === group.checkedSeq) return;
    const changes = this.#source.changesSince(group.audience, group.checkedSeq);
    group.checkedSeq = seq;
    if (changes !== null && isNothing(changes)) return;
    if (changes === null) this.#sendSnapshot(group.room, group, 'gap-too-large');
    else this.#outlet.send(group.room, 'diff', diffOf(this.#source, group.audience, changes, group.toldSeq, this.#clock.now()));
    group.toldSeq = seq;
    group.lastSentAt = this.#clock.now();
  }

  #sendUnits(): void {
    if (this.#changedUnits.size === 0) return;
    for (const group of this.#groups.values()) {
      const units = this.#source.units(group.audience).filter((unit) => this.#changedUnits.has(unit.id));
      if (units.length > 0) this.#outlet.send(group.room, 'units', { units });
    }
    this.#changedUnits.clear();
  }

  #sendFigures(): void {
    if (this.#sentFiguresVersion === this.#cache.figuresVersion) return;
    const dueInMs = FIGURES_EACH_MS - passedMs(this.#figuresSentAt, this.#clock.now());
    if (dueInMs > 0) return this.#flushAlarm.within(dueInMs);
    this.#sentFiguresVersion = this.#cache.figuresVersion;
    this.#figuresSentAt = this.#clock.now();
    for (const group of this.#groups.values()) {
      if (watchesFigures(group.audience)) this.#outlet.send(group.room, 'figures', this.#cache.figuresFor(group.audience));
    }
  }

  #sendBoards(): void {
    if (this.#areBoardsSent) return;
    const dueInMs = BOARDS_EACH_MS - passedMs(this.#boardsSentAt, this.#clock.now());
    if (dueInMs > 0) return this.#flushAlarm.within(dueInMs);
    this.#areBoardsSent = true;
    this.#boardsSentAt = this.#clock.now();
    for (const group of this.#groups.values()) if (watchesFigures(group.audience)) this.#outlet.send(group.room, 'boards', this.#boards);
  }

  #bring(session: Session, held: { readonly epoch: string | null; readonly seq: number }): void {
    const seq = this.#source.lastSeq();
    const room = session.socket.id;
    const isOther = held.epoch !== epochFor(this.#source.epoch, session.audience) || held.seq > seq;
    const changes = isOther ? null : this.#source.changesSince(session.audience, held.seq);
    if (changes !== null) {
      this.#outlet.send(room, 'diff', diffOf(this.#source, session.audience, changes, held.seq, this.#clock.now()));
      this.#outlet.send(room, 'units', this.#cache.unitsFor(session.audience));
      if (watchesFigures(session.audience)) this.#outlet.send(room, 'figures', this.#cache.figuresFor(session.audience));
    } else {
      const reason = held.epoch === null ? 'first' : isOther ? 'other-epoch' : 'gap-too-large';
      this.#sendSnapshot(room, session, reason);
    }
    if (watchesFigures(session.audience)) this.#outlet.send(room, 'boards', this.#boards);
    const group = this.#groups.get(session.key) ?? new RowGroup(session.audience, session.key, seq);
    this.#groups.set(session.key, group);
    group.admit(session, seq);
  }

  /** Sends the shared snapshot and whatever is newer than it. */
  #sendSnapshot(room: string, to: Pick<Session, 'audience'>, reason: SnapshotMessage['reason']): void {
    const { message, figuresVersion, unitsVersion } = this.#cache.snapshotFor(to.audience, reason);
    this.#snapshotsSent += 1;
    this.#outlet.send(room, 'snapshot', message);
    const changes = this.#source.changesSince(to.audience, message.seq);
    if (changes !== null && !isNothing(changes)) this.#outlet.send(room, 'diff', diffOf(this.#source, to.audience, changes, message.seq, this.#clock.now()));
    if (unitsVersion !== this.#cache.unitsVersion) this.#outlet.send(room, 'units', this.#cache.unitsFor(to.audience));
    if (figuresVersion !== this.#cache.figuresVersion && watchesFigures(to.audience)) this.#outlet.send(room, 'figures', this.#cache.figuresFor(to.audience));
  }

  #beat(): void {
    const now = this.#clock.now();
    for (const group of this.#groups.values()) {
      if (passedMs(group.lastSentAt, now) < BEAT_MS) continue;
      this.#outlet.send(group.room, 'beat', { seq: group.checkedSeq, serverNow: now });
    }
  }
}
