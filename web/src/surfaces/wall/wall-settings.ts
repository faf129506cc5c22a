import type { Light } from '../../ui/tokens.ts';
import type { Cells } from './joints.ts';
import { SCENES, type SceneName } from './wall-plan.ts';

/** What the address of a wall sets: `/wall?key=…&k=1.2&light=auto&edge=40&cells=4x2&scene=governance`. */
export interface WallSettings {
  readonly key: string | null;
  /** Enlargement of all text for the viewing distance, 1–2. */
  readonly k: number;
  /** Night unless told; `auto`: day from 07:00 to 18:00. */
  readonly light: Light | 'auto';
  /** Safe margin at the wall's edge, units. */
  readonly edgeU: number;
  readonly cells: Cells | null;
  readonly scene: SceneName;
}

const LEAST_EDGE_U = 20;
const MOST_EDGE_U = 80;

function numberIn(value: string | null, { least, most }: { least: number; most: number }): number {
  const number = Number(value);
  return value === null || !Number.isFinite(number) ? least : Math.min(most, Math.max(least, number));
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
    scene: SCENES.find((scene) => scene === params.get('scene')) ?? 'overview',
    cells: cells === null ? null : { across: Number(cells[1]), down: Number(cells[2]) },
  };
}

const DAY_FROM_HOUR = 7;
const DAY_TO_HOUR = 18;

/** The light at an hour of the day under the schedule. */
export function scheduledLight(hour: number): Light {
  return hour >= DAY_FROM_HOUR && hour < DAY_TO_HOUR ? 'day' : 'night';
}
