import { SECOND_MS } from '@wangge/shared/base';
import { OFFLINE_AFTER_MS } from '../../features/terminals/terminals.api.ts';
import type { UploadLimits } from './media-uploads.ts';
import type { SubPackageLimits } from './sub-packages.ts';

export type Jt808Limits = {
  /** A connection has this long to authenticate. */
  readonly authenticateWithinMs: number;
  /** An authenticated terminal is offline after this long without a frame: three missed heartbeats. */
  readonly offlineAfterMs: number;
  /** A terminal has this long to answer an order. */
  readonly answerWithinMs: number;
  /** Ceilings per connection; above them it is read more slowly, nothing is dropped. */
  readonly framesPerSecond: number;
  readonly bytesPerSecond: number;
  /** Replies a terminal has not read; above it the connection is closed. */
  readonly maxUnsentBytes: number;
  /** Whole fleets come from one address behind a carrier's gateway. */
  readonly connectionsPerAddress: number;
  readonly connections: number;
  readonly subPackages: SubPackageLimits;
  readonly uploads: UploadLimits;
};

export const defaultLimits: Jt808Limits = {
  authenticateWithinMs: 30 * SECOND_MS,
  offlineAfterMs: OFFLINE_AFTER_MS,
  answerWithinMs: 10 * SECOND_MS,
  framesPerSecond: 200,
  bytesPerSecond: 128 * 1024,
  maxUnsentBytes: 64 * 1024,
  connectionsPerAddress: 2_000,
  connections: 10_000,
  subPackages: { maxBytes: 64 * 1024, maxParts: 128, maxMessages: 4, timeoutMs: 30 * SECOND_MS },
  uploads: { maxParts: 4_096, maxUploads: 2, timeoutMs: 300 * SECOND_MS },
};
