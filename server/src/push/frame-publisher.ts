import { FrameEncoder } from '@wangge/shared/frames';
import type { Clock } from '../platform/clock.ts';
import { Alarm } from './alarm.ts';
import type { Outlet } from './outlet.ts';
import type { PositionSource } from './position-source.ts';
import type { Session } from './session.ts';

/** Bounds of the time between two frames while something moves. */
export const MIN_TICK_MS = 10;
export const MAX_TICK_MS = 200;
/** Making and sending frames may take this share of a core; a costlier tick makes the next one wait longer. */
const TICK_SHARE = 0.2;
const COST_SMOOTHING = 0.2;
const ROOM = 'frames';

/**
 * Sends positions: while something moves one frame per tick, the same bytes for every session in step. A session that cannot
 * take more is skipped; when it can again, one catch-up frame brings it back into step.
 */
export class FramePublisher {
  readonly #positions: PositionSource;
  readonly #clock: Clock;
  readonly #outlet: Outlet;
  readonly #encoder = new FrameEncoder();
  readonly #sessions = new Set<Session>();
  readonly #now: () => number;
  readonly #tickAlarm: Alarm;
  #tickCostMs = 0;
  #framesSent = 0;
  #framesSkipped = 0;

  /** `stopwatch` answers milliseconds of fine grain; it measures what a tick costs. */
  constructor(positions: PositionSource, clock: Clock, outlet: Outlet, stopwatch: () => number) {
    this.#positions = positions;
    this.#clock = clock;
    this.#outlet = outlet;
    this.#now = stopwatch;
    this.#tickAlarm = new Alarm(clock, () => this.#tick());
    positions.onChange(() => this.#tickSoon(this.#pauseMs()));
  }

  get framesSent(): number {
    return this.#framesSent;
  }

  get framesSkipped(): number {
    return this.#framesSkipped;
  }

  join(session: Session): void {
    this.#sessions.add(session);
    this.#tickSoon(0);
  }

  leave(session: Session): void {
    this.#sessions.delete(session);
  }

  /** Looks at a session again that may be able to take more now. */
  retry(session: Session): void {
    if (this.#sessions.has(session) && !session.isInStepWithFrames) this.#tickSoon(MIN_TICK_MS);
  }

  close(): void {
    this.#tickAlarm.stop();
    this.#sessions.clear();
  }

  #pauseMs(): number {
    return Math.min(MAX_TICK_MS, Math.max(MIN_TICK_MS, this.#tickCostMs / TICK_SHARE));
  }

  #tickSoon(delayMs: number): void {
    if (this.#sessions.size > 0) this.#tickAlarm.within(delayMs);
  }

  #tick(): void {
    const startedAt = this.#now();
    const changed = this.#positions.drainChanged();
    const at = this.#clock.now();
    const heldTick = this.#encoder.tick;
    const frame = this.#encoder.encodeDelta(this.#positions.columns, changed, changed.length, at);
    if (frame !== null) this.#sendDelta(Buffer.from(frame), heldTick);
    const isWaiting = this.#admitReady(at);
    this.#tickCostMs += COST_SMOOTHING * (this.#now() - startedAt - this.#tickCostMs);
    if (isWaiting) this.#tickSoon(MAX_TICK_MS);
  }

  #sendDelta(bytes: Buffer, heldTick: number): void {
    for (const session of this.#sessions) {
      if (!session.isInStepWithFrames || session.isReady) continue;
      session.isInStepWithFrames = false;
      session.frameTick = heldTick;
      void session.socket.leave(ROOM);
    }
    this.#outlet.send(ROOM, 'frame', bytes);
    const size = this.#outlet.bytesOf(bytes);
    for (const session of this.#sessions) {
      if (session.isInStepWithFrames) this.#note(session, size);
      else this.#framesSkipped += 1;
    }
  }

  /** Brings those who can take more into step; true while some cannot. */
  #admitReady(at: number): boolean {
    const made = new Map<number | null, Buffer>();
    let isWaiting = false;
    for (const session of this.#sessions) {
      if (session.isInStepWithFrames) continue;
      if (!session.isReady) {
        isWaiting = true;
        continue;
      }
      const { frameTick } = session;
      const bytes = made.get(frameTick) ?? Buffer.from(frameTick === null ? this.#encoder.encodeKey(at) : this.#encoder.encodeCatchUp(frameTick, at));
      made.set(frameTick, bytes);
      this.#outlet.send(session.socket.id, 'frame', bytes);
      this.#note(session, this.#outlet.bytesOf(bytes));
      session.isInStepWithFrames = true;
      void session.socket.join(ROOM);
    }
    return isWaiting;
  }

  #note(session: Session, bytes: number): void {
    session.credits.noteSent(bytes);
    this.#framesSent += 1;
  }
}
