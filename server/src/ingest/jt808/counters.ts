import type { TerminalAnswer } from '../../features/terminals/terminals.api.ts';
import type { SplitRefusal } from './frame-splitter.ts';
import type { HeaderRefusal } from './header.ts';
import type { MediaKind } from './messages/0800-media-event.ts';

/**
 * Why a frame was not used. From the splitter: `short`, `oversize`, `escape`, `checksum`. From the header: `length`,
 * `phone`, `encrypted`. `subPackage`: an impossible or excessive part. `body`: shorter than its layout.
 * `direction`: a message only platforms send. `foreignPhone`: another number than the session authenticated with.
 */
export type FrameRefusal = SplitRefusal | HeaderRefusal | 'encrypted' | 'subPackage' | 'body' | 'direction' | 'foreignPhone';

export type CloseReason = 'peer' | 'authTimeout' | 'idle' | 'replaced' | 'slowReader' | 'fault' | 'shutdown';

/** Plain numbers since the start, except `sessions.open` and `sessions.online`, which are now. */
export type Jt808Counters = {
  bytes: number;
  /** Bytes outside any frame. */
  skippedBytes: number;
  /** Well-formed frames by message id as `0x0200`; ids the gateway does not handle together as `other`. */
  frames: Record<string, number>;
  refused: Record<FrameRefusal, number>;
  /** `passed` to the sink; from sessions that did not authenticate; of terminals no unit carries; failed by the sink. */
  fixes: { passed: number; unauthenticated: number; withoutUnit: number; sinkFailed: number };
  /** Sub-packaged messages given up because a part never came. */
  expiredMessages: number;
  /** 多媒体: events and recordings by kind, and the bytes of recordings that came. */
  media: { events: Record<MediaKind, number>; uploads: Record<MediaKind, number>; bytes: number };
  /** 下行指令 by what came of them. */
  orders: Record<TerminalAnswer['kind'], number>;
  /** Alarm bits that began, by name. */
  alarms: Record<string, number>;
  registrations: { accepted: number; refused: number };
  authentications: { accepted: number; refused: number };
  sessions: { open: number; online: number; opened: number; turnedAway: number; replaced: number; throttled: number };
  closed: Record<CloseReason, number>;
};

export function zeroCounters(): Jt808Counters {
  return {
    bytes: 0,
    skippedBytes: 0,
    frames: {},
    refused: {
      short: 0, oversize: 0, escape: 0, checksum: 0, length: 0, phone: 0, encrypted: 0, subPackage: 0, body: 0,
      direction: 0, foreignPhone: 0,
    },
    fixes: { passed: 0, unauthenticated: 0, withoutUnit: 0, sinkFailed: 0 },
    expiredMessages: 0,
    media: { events: { image: 0, audio: 0, video: 0, other: 0 }, uploads: { image: 0, audio: 0, video: 0, other: 0 }, bytes: 0 },
    orders: { done: 0, fix: 0, parameters: 0, refused: 0, silent: 0, offline: 0, 'too-long': 0 },
    alarms: {},
    registrations: { accepted: 0, refused: 0 },
    authentications: { accepted: 0, refused: 0 },
    sessions: { open: 0, online: 0, opened: 0, turnedAway: 0, replaced: 0, throttled: 0 },
    closed: { peer: 0, authTimeout: 0, idle: 0, replaced: 0, slowReader: 0, fault: 0, shutdown: 0 },
  };
}
