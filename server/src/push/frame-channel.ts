import { isInArea } from '@wangge/shared/access';
import { FrameEncoder } from '@wangge/shared/frames';
import type { Outlet } from './outlet.ts';
import type { PositionSource } from './position-source.ts';
import type { Session } from './session.ts';

/** What sending frames costs and does, counted over all channels. */
export interface FrameCounts {
  sent: number;
  skipped: number;
}

/**
 * The sessions that watch one area and the frames made for them: the same bytes for every session in step. What moves outside
 * the area is never encoded here.
 */
export class FrameChannel {
  readonly areaCode: string;
  readonly sessions = new Set<Session>();
  readonly #positions: PositionSource;
  readonly #outlet: Outlet;
  readonly #counts: FrameCounts;
  readonly #encoder = new FrameEncoder();
  readonly #room: string;

  constructor(areaCode: string, positions: PositionSource, outlet: Outlet, counts: FrameCounts) {
    this.areaCode = areaCode;
    this.#positions = positions;
    this.#outlet = outlet;
    this.#counts = counts;
    this.#room = `frames ${areaCode}`;
  }

  /** Encodes what changed within the area and sends it to all in step. */
  sendDelta(changed: Uint32Array, at: number): void {
    const mine = this.areaCode === '' ? changed : changed.filter((index) => isInArea(this.#positions.areaOf(index), this.areaCode));
    const heldTick = this.#encoder.tick;
    const frame = this.#encoder.encodeDelta(this.#positions.columns, mine, mine.length, at);
    if (frame === null) return;
    const bytes = Buffer.from(frame);
    for (const session of this.sessions) {
      if (!session.isInStepWithFrames || session.isReady) continue;
      session.isInStepWithFrames = false;
      session.frameTick = heldTick;
      void session.socket.leave(this.#room);
    }
    this.#outlet.send(this.#room, 'frame', bytes);
    const size = this.#outlet.bytesOf(bytes);
    for (const session of this.sessions) {
      if (session.isInStepWithFrames) this.#note(session, size);
      else this.#counts.skipped += 1;
    }
  }

  /** Brings those who can take more into step; true while some cannot. */
  admitReady(at: number): boolean {
    const made = new Map<number | null, Buffer>();
    let isWaiting = false;
    for (const session of this.sessions) {
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
      void session.socket.join(this.#room);
    }
    return isWaiting;
  }

  #note(session: Session, bytes: number): void {
    session.credits.noteSent(bytes);
    this.#counts.sent += 1;
  }
}
