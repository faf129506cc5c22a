import type { DistrictMap } from '@wangge/shared/district-map';
import { areaContains } from '@wangge/shared/geo';
import { markRadiusU } from './marks/case-sprite.ts';
import type { MarkGroup } from './marks/group-marks.ts';
import { CAMERA_RADIUS_U } from './cameras/camera-sprite.ts';
import { PERSON_RADIUS_U, UNIT_RADIUS_U } from './marks/unit-sprite.ts';
import type { MapPick, UnitLook } from './scene.ts';
import { fromScreen, toScreen, type MercatorPoint, type ScreenPoint, type Viewport } from './viewport.ts';

/** How far beside a mark a press still counts, design units. */
const SLACK_U = 4;
/** How far beside a mark a press is a miss of it rather than a press on the ground. */
const MISS_U = 16;

/** What lies on the map, as it is drawn at the moment of the press. */
export interface PickScene {
  readonly view: Viewport;
  readonly uPx: number;
  readonly groups: readonly MarkGroup[];
  readonly units: Iterable<{ readonly unit: number; readonly look: UnitLook; readonly place: MercatorPoint }>;
  readonly cameras: readonly { readonly key: string; readonly place: MercatorPoint }[];
  readonly district: DistrictMap;
}

/** What was pressed: the nearest mark or squad whose picture the point touches, else nothing where that was a near miss, else the village there, else open ground. */
export function pickAt(scene: PickScene, point: ScreenPoint): MapPick {
  let best: { readonly pick: MapPick; readonly offPx: number } = { pick: groundAt(scene, point), offPx: Infinity };
  let isMiss = false;
  const offer = (pick: MapPick, place: MercatorPoint, radiusU: number): void => {
    const [x, y] = toScreen(scene.view, place);
    const offPx = Math.hypot(x - point[0], y - point[1]);
    isMiss ||= offPx <= (radiusU + MISS_U) * scene.uPx;
    if (offPx <= (radiusU + SLACK_U) * scene.uPx && offPx < best.offPx) best = { pick, offPx };
  };
  for (const { key, place } of scene.cameras) offer({ kind: 'camera', key }, place, CAMERA_RADIUS_U);
  for (const { unit, look, place } of scene.units) offer({ kind: 'unit', unit }, place, look === 'person' ? PERSON_RADIUS_U : UNIT_RADIUS_U);
  for (const { lead, place, members } of scene.groups) {
    const pick: MapPick = members.length === 1 ? { kind: 'case', key: lead.key } : { kind: 'group', keys: members.map(({ key }) => key) };
    offer(pick, place, markRadiusU(lead.look, members.length));
  }
  return isMiss && best.offPx === Infinity ? { kind: 'near' } : best.pick;
}

function groundAt({ view, district }: PickScene, point: ScreenPoint): MapPick {
  const lngLat = fromScreen(view, point);
  const village = district.villages.features.find(({ geometry }) => areaContains(geometry, lngLat));
  return village === undefined ? { kind: 'ground' } : { kind: 'village', code: village.properties.code };
}
