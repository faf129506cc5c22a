import { MINUTE_MS, ok, refuse, type Result } from '../base/index.ts';
import { isTileOf, type TilePlace } from './tiles.ts';
import type { Wall } from './wall.ts';

/** Signs of a pairing code (配对码): digits and capitals that nobody mistakes for each other from across a room: no 0, O, 1, I, L. */
export const CODE_SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CODE_LENGTH = 8;
/** A code that was not entered for this long is void. */
export const CODE_LIFE_MS = 5 * MINUTE_MS;
/** Who entered this many wrong codes within the window is heard again when the window has passed. */
export const MOST_WRONG = 5;
export const WRONG_WINDOW_MS = MINUTE_MS;

/** Bytes from here on would make the first signs likelier than the others. */
const FAIR_BELOW = 256 - (256 % CODE_SIGNS.length);

/** A code out of random bytes, every sign equally likely; null when too few of the bytes were of use. */
export function codeFrom(bytes: Uint8Array): string | null {
  const signs = [...bytes].filter((byte) => byte < FAIR_BELOW).slice(0, CODE_LENGTH).map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length]);
  return signs.length === CODE_LENGTH ? signs.join('') : null;
}

/** What somebody typed, as a code: small letters, full-width signs, blanks and dashes are forgiven. Null for what can be none. */
export function readCode(typed: string): string | null {
  const signs = [...typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\-–—·]/g, '')];
  return signs.length === CODE_LENGTH && signs.every((sign) => CODE_SIGNS.includes(sign)) ? signs.join('') : null;
}

/** A code that a screen shows, until `expiresAt`. */
export interface ShownCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** A browser that is paired with a tile of a wall (屏端). Several may show the same tile: another room joins the wall. */
export interface WallScreen {
  readonly id: string;
  readonly wallId: string;
  readonly tile: TilePlace;
  readonly pairedAt: number;
  readonly pairedBy: string;
}

/** What a screen last told of itself: when (server time), and the size of its picture in CSS px and device px per CSS px. */
export interface ScreenSign {
  readonly at: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pixelRatio: number;
}

/** A screen silent for longer than this does not show the wall now. */
export const SCREEN_LIVE_MS = MINUTE_MS;

/** A paired screen and its last sign of life; null when it never gave one. */
export interface ScreenNow extends WallScreen {
  readonly sign: ScreenSign | null;
}

/** Moments of wrong codes that still count at `now`. */
export function countingWrongs(wrongs: readonly number[], now: number): readonly number[] {
  return wrongs.filter((at) => now - at < WRONG_WINDOW_MS);
}

/**
 * Whether a code may be paired with a tile: after too many wrong ones none is looked at, an unknown or expired one is wrong, and the tile has to be
 * one of the wall's.
 */
export function mayPair({ shown, wall, tile, wrongs, now }: {
  shown: ShownCode | null; wall: Pick<Wall, 'across' | 'down'> | null; tile: TilePlace; wrongs: readonly number[]; now: number;
}): Result<true> {
  if (countingWrongs(wrongs, now).length >= MOST_WRONG) return refuse('PAIRING_GUESSED');
  if (wall === null) return refuse('WALL_UNKNOWN');
  if (!isTileOf(wall, tile)) return refuse('WALL_TILE_OUTSIDE', { field: 'tile' });
  if (shown === null || now >= shown.expiresAt) return refuse('PAIRING_CODE_WRONG', { field: 'code' });
  return ok(true);
}
