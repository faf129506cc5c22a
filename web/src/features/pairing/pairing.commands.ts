import type { ScreenNow, TilePlace, Wall, WallNow, WallScreen } from '@wangge/shared/stage';
import { callRest, type RestAnswer } from '../../link/rest.ts';

/** What a screen that shows no wall is told: that it is paired now, or which code to show until when (server time). */
export interface CodeAnswer {
  readonly isPaired: boolean;
  readonly code: string | null;
  readonly expiresAt: number | null;
  /** The time of the server when it answered. */
  readonly now: number;
}

/** How a wall is put together, without what the server knows itself. */
export type WallShapeWish = Omit<Wall, 'id' | 'areaCode'>;

const PAIRINGS = '/api/v1/pairings';
const WALLS = '/api/v1/walls';

export function askForCode(): Promise<RestAnswer<CodeAnswer>> {
  return callRest('POST', `${PAIRINGS}/codes`);
}

/** Pairs the screen that shows a code with a tile. Refused `PAIRING_CODE_WRONG`, `PAIRING_GUESSED`, `WALL_TILE_OUTSIDE`. */
export function pairScreen(code: string, wallId: string, tile: TilePlace): Promise<RestAnswer<WallScreen>> {
  return callRest('POST', PAIRINGS, { code, wallId, tile });
}

export function unpairScreen(id: string): Promise<RestAnswer<null>> {
  return callRest('DELETE', `${PAIRINGS}/${encodeURIComponent(id)}`);
}

export function readScreens(): Promise<RestAnswer<{ readonly screens: readonly ScreenNow[] }>> {
  return callRest('GET', PAIRINGS);
}

/** Tells that this screen is there, how large its picture is, and which moment of the past it shows; `pastAt` null for the present again. */
export function signScreen(sign: { readonly widthPx: number; readonly heightPx: number; readonly pixelRatio: number; readonly pastAt?: number | null }): Promise<RestAnswer<null>> {
  return callRest('POST', '/api/v1/screens/mine', sign);
}

/** Writes down how a wall is put together; without an id another wall. Refused `WALL_SCREENS_OUTSIDE`. */
export function saveWall(id: string | null, wish: WallShapeWish): Promise<RestAnswer<WallNow>> {
  return id === null ? callRest('POST', WALLS, wish) : callRest('PUT', `${WALLS}/${encodeURIComponent(id)}`, wish);
}

/** Shows the calibration card on all displays of a wall, or takes it away. */
export function showCard(wallId: string, isOn: boolean): Promise<RestAnswer<WallNow>> {
  return callRest('POST', `${WALLS}/${encodeURIComponent(wallId)}/commands`, { action: 'card', isOn });
}
