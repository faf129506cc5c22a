import { isInArea, type Actor, type Role } from '../access/index.ts';
import type { LngLat } from '../geo/index.ts';

export const CAMERA_KINDS = ['hls', 'flv', 'whep'] as const;
/** How a picture comes: HLS (RFC 8216), FLV over HTTP, WHEP (WebRTC-HTTP egress, draft-ietf-wish-whep). */
export type CameraKind = (typeof CAMERA_KINDS)[number];

/** Who may be named in a camera's line; of the others nobody holds the right to look. */
export const CAMERA_ROLES = ['commander', 'duty-chief', 'dispatcher', 'intake', 'centre-deputy', 'county-centre', 'department', 'inspector', 'leader', 'wall'] as const satisfies readonly Role[];
export type CameraRole = (typeof CAMERA_ROLES)[number];

/** 视频点位: one line of the register. The place is WGS-84; `headingDeg` is where it looks, clockwise from north, `fieldDeg` how wide. */
export interface Camera {
  readonly id: string;
  readonly name: string;
  /** Where it hangs, in words. */
  readonly place: string;
  /** Code of the area it looks at: county, township, village or grid. */
  readonly areaCode: string;
  readonly lngLat: LngLat;
  readonly headingDeg: number | null;
  readonly fieldDeg: number | null;
  readonly kind: CameraKind;
  /** Told to nobody but who opens it. */
  readonly url: string;
  /** Who may look. */
  readonly roles: readonly CameraRole[];
  /** What it watches: 河道, 消防通道 … */
  readonly tags: readonly string[];
}

/** 视频规则: which cameras open by themselves around what takes a wall over, how long opened ones stay, and how often each is asked whether it is there. */
export interface CameraRules {
  readonly nearM: number;
  readonly nearCount: number;
  readonly openMinutes: number;
  readonly askEveryS: number;
}

/** `up`: it answered as a live source does. `still`: its playlist stands; `recorded`: it has an end; `odd`: something else answered; `away`: nothing; `forbidden`: its host is not allowed any more. */
export const CAMERA_STANDINGS = ['unknown', 'up', 'still', 'recorded', 'odd', 'away', 'forbidden'] as const;
export type CameraStanding = (typeof CAMERA_STANDINGS)[number];

/** Whether a camera can be reached, when it was last asked, and since when that is so; server time, null before it was asked. */
export interface CameraHealth {
  readonly standing: CameraStanding;
  readonly askedAt: number | null;
  readonly since: number | null;
}

/** A camera as it is shown before somebody opens it: all but its address. */
export type CameraRow = Omit<Camera, 'url' | 'roles'> & { readonly health: CameraHealth };

/** The board `cameras`: those the reader may open. */
export interface CamerasBoard {
  readonly rules: CameraRules;
  readonly cameras: readonly CameraRow[];
}

/** What opens one camera for one reader. */
export interface CameraOpening {
  readonly id: string;
  readonly kind: CameraKind;
  readonly url: string;
}

/** Whether somebody may look through a camera: its line names their role, and it looks at their area or their area lies in its. */
export function maySeeCamera({ roles, areaCode }: Pick<Camera, 'roles' | 'areaCode'>, actor: Pick<Actor, 'role' | 'areaCode'>): boolean {
  return roles.some((role) => role === actor.role) && (isInArea(areaCode, actor.areaCode) || isInArea(actor.areaCode, areaCode));
}
