/**
 * Position frames (定位帧): the binary message `frame`, one per tick, shared by every surface in step with the stream.
 *
 * All integers are little-endian. `varint` is an unsigned LEB128 of at most 32 bits; `zigzag` is a varint of
 * `(v << 1) ^ (v >> 31)`, so that small values of either sign are short.
 *
 * Header, 20 bytes
 *
 *     0  u8 × 2  magic 0x57 0x47 ("WG")
 *     2  u8      version, 1
 *     3  u8      kind: 0 key (all units; forget the others), 1 delta, 2 catch-up (as key, but units not named stay)
 *     4  u32     tick: number of the state this frame leads to
 *     8  f64     time base: epoch ms UTC on the server's clock when the frame was made
 *    16  u32     number of records
 *
 * Quanta: position 1e-5 degree (about 1 m), heading 360/256 degree, speed 1 km/h capped at 255, time 100 ms.
 * `base` below is the time base in quanta, rounded down. A receiver keeps per unit: place (lng, lat), step (the last change
 * of place), heading, speed, fix (time of the position) and pause (time between the last two positions).
 *
 * Records follow in ascending unit index, nothing lies after the last one. `gap` is index − previous index − 1, the first
 * record counting from −1.
 *
 * Key and catch-up record: what the receiver is to hold afterwards.
 *
 *     varint gap
 *     zigzag lng − lng of the record before (0 at first)
 *     zigzag lat − lat of the record before
 *     zigzag step lng, zigzag step lat
 *     u8 heading, u8 speed
 *     zigzag base − fix, varint pause
 *
 * Delta record: what differs from going on as before. It may be applied only to the state of tick − 1.
 *
 *     varint gap << 2 | has fix << 1 | has motion
 *     u8     (a + 8) << 4 | (b + 8), where a, b in −7…7 are lng − (lng + step lng) and lat − (lat + step lat);
 *            0 means: zigzag a, zigzag b follow
 *     if has motion:  u8 (h + 8) << 4 | (s + 8), changes of heading (the short way round 256) and speed in −7…7;
 *            0 means: u8 heading, u8 speed follow
 *     if has fix:  zigzag fix − (old fix + pause); else the fix is old fix + pause
 *
 *     A unit not held yet starts from all zeros with old fix = base. Afterwards step = change of place (0, 0 for a unit not
 *     held before), pause = change of fix, at least 0 and at most 36,000.
 */
export const FRAME_MAGIC_0 = 0x57;
export const FRAME_MAGIC_1 = 0x47;
export const FRAME_VERSION = 1;
export const FRAME_HEADER_BYTES = 20;

export const FRAME_KINDS = { key: 0, delta: 1, catchUp: 2 } as const;
export type FrameKind = (typeof FRAME_KINDS)[keyof typeof FRAME_KINDS];

/** Quanta per degree, 1e-5 degree each. */
export const QUANTA_PER_DEGREE = 100_000;
export const HEADING_STEPS = 256;
export const MAX_SPEED_KMH = 255;
export const TIME_QUANTUM_MS = 100;
export const MAX_PAUSE_QUANTA = 36_000;

export const HAS_MOTION = 1;
export const HAS_FIX = 2;
/** A pair of small differences lies in one byte when both are within ± this. */
export const NIBBLE_REACH = 7;
