import type { Clock } from '../platform/clock.ts';
import { Alarm } from './alarm.ts';
import { areaKey } from './audience-key.ts';
import { FrameChannel, type FrameCounts } from './frame-channel.ts';
import type { Outlet } from './outlet.ts';
import type { PositionSource } from './position-source.ts';
import type { Session } from './session.ts';

/** Bounds of the time between two frames while something moves. */
export const MIN_TICK_MS = 10;
export const MAX_TICK_MS = 200;
/** Making and sending frames may take this share of a core; a costlier tick makes the next one wait longer. */
const TICK_SHARE = 0.2;
const COST_SMOOTHING = 0.2;

/**
 * Sends positions: while something moves one frame per tick and area watched. A session that cannot take more is skipped;
 * when it can again, one catch-up frame brings it back into step.
 */
export class FramePublisher {
  readonly #positions: PositionSource;
  readonly #clock: Clock;
  readonly #outlet: Outlet;
  readonly #channels = new Map<string, FrameChannel>();
  readonly #counts: FrameCounts = { sent: 0, skipped: 0 };
  readonly #now: () => number;
  readonly #tickAlarm: Alarm;
  #tickCostMs = 0;

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
    return this.#counts.sent;
  }

  get framesSkipped(): number {
    return this.#counts.skipped;
  }

  join(session: Session): void {
    this.#channelOf(session).sessions.add(session);
    this.#tickSoon(0);
  }

  leave(session: Session): void {
    const channel = this.#channels.get(areaKey(session.audience));
    if (!channel?.sessions.delete(session) || channel.sessions.size > 0) return;
    this.#channels.delete(channel.areaCode);
  }

  /** Looks at a session again that may be able to take more now. */
  retry(session: Session): void {
    if (!session.isInStepWithFrames && this.#channels.get(areaKey(session.audience))?.sessions.has(session)) this.#tickSoon(MIN_TICK_MS);
  }

  close(): void {
    this.#tickAlarm.stop();
    this.#channels.clear();
  }

  #pauseMs(): number {
    return Math.min(MAX_TICK_MS, Math.max(MIN_TICK_MS, this.#tickCostMs / TICK_SHARE));
  }

  #tickSoon(delayMs: number): void {
    if (this.#channels.size > 0) this.#tickAlarm.within(delayMs);
  }

  /** A channel that begins knows every position of its area already. */
  #channelOf(session: Session): FrameChannel {
    const areaCode = areaKey(session.audience);
    let channel = this.#channels.get(areaCode);
    if (channel) return channel;
    channel = new FrameChannel(areaCode, this.#positions, this.#outlet, this.#counts);
    this.#channels.set(areaCode, channel);
    channel.sendDelta(this.#positions.known(), this.#clock.now());
    return channel;
  }

  #tick(): void {
    const startedAt = this.#now();
    const changed = this.#positions.drainChanged();
    const at = this.#clock.now();
    let isWaiting = false;
    for (const channel of this.#channels.values()) {
      channel.sendDelta(changed, at);
      isWaiting = channel.admitReady(at) || isWaiting;
    }
    this.#tickCostMs += COST_SMOOTHING * (this.#now() - startedAt - this.#tickCostMs);
    if (isWaiting) this.#tickSoon(MAX_TICK_MS);
  }
}
