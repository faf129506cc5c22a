import type { Light } from '../../ui/tokens.ts';
import type { Cells } from './joints.ts';

/** What the address of a wall sets: `/wall?key=…&k=1.2&light=auto&edge=40&cells=4x2&scene=overdue&interval=20`. */
export interface WallSettings {
  readonly key: string | null;
  /** Enlargement of all text for the viewing distance, 1–2. */
  readonly k: number;
  /** Night unless told; `auto`: day from 07:00 to 18:00. */
  readonly light: Light | 'auto';
  /** Safe margin at the wall's edge, units. */
  readonly edgeU: number;
  readonly cells: Cells | null;
  /** Id of the scene to begin with; null: what the director or the playlist says. */
  readonly scene: string | null;
  /** How long each of the tiles that take turns stays (轮换间隔), 3 to 300 s. */
  readonly dwellMs: number;
}

const LEAST_EDGE_U = 20;
const MOST_EDGE_U = 80;
const DWELL_S = { least: 3, most: 300, usual: 20 };

function numberIn(value: string | null, { least, most, usual = least }: { least: number; most: number; usual?: number }): number {
  const number = Number(value);
  return value === null || !Number.isFinite(number) ? usual : Math.min(most, Math.max(least, number));
}

/** Reads the settings; what is missing or makes no sense takes its usual value. */
export function readSettings(query: string): WallSettings {
  const params = new URLSearchParams(query);
  const light = params.get('light');
  const cells = /^([1-9]\d?)x([1-9])$/.exec(params.get('cells') ?? '');
  return {
    key: params.get('key'),
    k: numberIn(params.get('k'), { least: 1, most: 2 }),
    light: light === 'day' || light === 'auto' ? light : 'night',
    edgeU: numberIn(params.get('edge'), { least: LEAST_EDGE_U, most: MOST_EDGE_U }),
    scene: params.get('scene'),
    dwellMs: 1_000 * numberIn(params.get('interval'), DWELL_S),
    cells: cells === null ? null : { across: Number(cells[1]), down: Number(cells[2]) },
  };
}

const DAY_FROM_HOUR = 7;
const DAY_TO_HOUR = 18;

/** The light at an hour of the day under the schedule. */
export function scheduledLight(hour: number): Light {
  return hour >= DAY_FROM_HOUR && hour < DAY_TO_HOUR ? 'day' : 'night';
}
