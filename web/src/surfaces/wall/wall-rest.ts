import { SECOND_MS } from '@wangge/shared/base';

/** How far the deck wanders from its place, and how long it stands in one place of its way around: four minutes in all. */
const REACH_U = 2;
const STEP_MS = 15 * SECOND_MS;
const SIDE = 2 * REACH_U;

/** Where the deck stands at a moment against burn-in (防烧屏), design units from its place: one unit a step around a square. By the time alone, so that all screens of a wall go together. */
export function pixelShift(at: number): { readonly x: number; readonly y: number } {
  const step = Math.floor(at / STEP_MS) % (4 * SIDE);
  const along = (step % SIDE) - REACH_U;
  switch (Math.floor(step / SIDE)) {
    case 0: return { x: along, y: -REACH_U };
    case 1: return { x: REACH_U, y: along };
    case 2: return { x: -along, y: REACH_U };
    default: return { x: -REACH_U, y: -along };
  }
}

/** Hours of each day, `HH:mm` in Asia/Shanghai; they may run over midnight. */
export interface Hours {
  readonly from: string;
  readonly to: string;
}

/** Reads `07:00-18:00`; null for anything else. */
export function readHours(text: string | null): Hours | null {
  const [, from, to] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text ?? '') ?? [];
  return from === undefined || to === undefined ? null : { from, to };
}
