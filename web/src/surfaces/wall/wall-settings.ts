import type { Light } from '../../ui/tokens.ts';
import { readTile, type TilePlace } from '@wangge/shared/stage';
import type { Cells } from './joints.ts';
import { readHours, type Hours } from './wall-rest.ts';

/** Time windows of the heat in the order of its key. */
export const HEATS = ['day', 'week', 'hour', 'off'] as const;
export type HeatChoice = (typeof HEATS)[number];

/** What the address of a wall sets: `/wall?key=…&wall=main&tile=2,1&card=1&k=1.2&light=auto&day=07:00-18:00&dim=22:00-06:00&dimto=60&edge=40&cells=4x2&scene=overdue&interval=20&area=320281104200&heat=week&kiosk=1`. */
export interface WallSettings {
  readonly key: string | null;
  /** Which wall, where that does not follow from who looks. */
  readonly wall: string | null;
  /** The display of the wall that this browser shows; null for all of it, or what it was paired as. */
  readonly tile: TilePlace | null;
  /** Whether the calibration card (定位卡) is shown whatever the director says. */
  readonly hasCard: boolean;
  /** Enlargement of all text for the viewing distance, 1–2; null where the wall's measures decide. */
  readonly k: number | null;
  /** Night unless told; `auto`: day within the hours of `day`. */
  readonly light: Light | 'auto';
  /** 07:00 to 18:00 unless told. */
  readonly day: Hours;
  /** Hours in which the wall gives less light, none unless told, and the share of it that is left, 0.4–1; an alarm is shown in full light. */
  readonly dim: { readonly hours: Hours | null; readonly share: number };
  /** Safe margin at the wall's edge, units. */
  readonly edgeU: number;
  readonly cells: Cells | null;
  /** Id of the scene to begin with; null: what the director or the playlist says. */
  readonly scene: string | null;
  /** How long each of the tiles that take turns stays (轮换间隔), 3 to 300 s. */
  readonly dwellMs: number;
  /** Code of the village or township that the map is narrowed to, unless a director says another. */
  readonly area: string | null;
  /** Time window of the heat that stays until another is chosen. */
  readonly heat: HeatChoice | null;
  /** People stand before it: leaving is guarded, and after a minute it goes home. */
  readonly isKiosk: boolean;
  /** Shows the scene that an editor around it draws up, and interrupts it by nothing. */
  readonly isPreview: boolean;
}

const LEAST_EDGE_U = 20;
const MOST_EDGE_U = 80;
const USUAL_DAY: Hours = { from: '07:00', to: '18:00' };
const DIM_PERCENT = { least: 40, most: 100, usual: 60 };
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
    wall: params.get('wall'),
    tile: readTile(params.get('tile')),
    hasCard: params.get('card') === '1',
    k: params.has('k') ? numberIn(params.get('k'), { least: 1, most: 2 }) : null,
    light: light === 'day' || light === 'auto' ? light : 'night',
    day: readHours(params.get('day')) ?? USUAL_DAY,
    dim: { hours: readHours(params.get('dim')), share: numberIn(params.get('dimto'), DIM_PERCENT) / 100 },
    edgeU: numberIn(params.get('edge'), { least: LEAST_EDGE_U, most: MOST_EDGE_U }),
    scene: params.get('scene'),
    dwellMs: 1_000 * numberIn(params.get('interval'), DWELL_S),
    cells: cells === null ? null : { across: Number(cells[1]), down: Number(cells[2]) },
    area: /^\d{9}(\d{3})?$/.exec(params.get('area') ?? '')?.[0] ?? null,
    heat: HEATS.find((name) => name === params.get('heat')) ?? null,
    isKiosk: params.get('kiosk') === '1',
    isPreview: params.get('preview') === '1',
  };
}
