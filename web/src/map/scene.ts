import type { Lamp } from '@wangge/shared/calendar';
import type { Platform, Urgency } from '@wangge/shared/district';
import type { LngLat } from '@wangge/shared/geo';

/**
 * How a case's mark looks (案件标记): shape by platform, ring by lamp, size by urgency. `share` of the limit used fills the ring.
 * `chosen` is the solid disc of a takeover or of the case that an operator works on.
 */
export interface CaseLook {
  readonly platform: Platform;
  readonly lamp: Lamp;
  readonly share: number;
  readonly urgency: Urgency;
  readonly isChosen: boolean;
  /** Made up in a drill (演练): drawn hollow. */
  readonly isDrill?: boolean;
}

/** A case on the map. */
export interface MapMark {
  readonly key: string;
  readonly lngLat: LngLat;
  readonly look: CaseLook;
}

/** How a moving thing looks: a squad 空闲, 处置中 or 定位过旧; or a person on foot. */
export type UnitLook = 'idle' | 'busy' | 'stale' | 'person';

/** The latest known place of a moving thing, by its index in the position table. */
export interface UnitFix {
  readonly unit: number;
  readonly lngLat: LngLat;
  readonly headingDeg: number;
  readonly look: UnitLook;
}

/** How a camera's mark looks (视频点位): it answered, it did not, or it is one of those whose pictures are open, by its number among them. */
export interface MapCamera {
  readonly key: string;
  readonly lngLat: LngLat;
  /** Where it looks and how wide, degrees; null where nobody knows. */
  readonly headingDeg: number | null;
  readonly fieldDeg: number | null;
  readonly isUp: boolean;
  readonly number: number | null;
}

/** What a label says and so how it is written and how much it matters. */
export type LabelKind = 'highlight' | 'alarm' | 'eta' | 'candidate' | 'candidate-first' | 'squad' | 'squad-stale' | 'village' | 'grid' | 'fence' | 'ring' | 'count' | 'neighbour';

/** A piece of a label in one tone. */
export interface LabelRun {
  readonly text: string;
  readonly tone: 'plain' | 'strong' | 'red' | 'yellow';
}

/** A label (注记) tied to a case's mark, to a moving thing, or to one of several spots, the liked best first. */
export interface MapLabel {
  readonly key: string;
  readonly kind: LabelKind;
  readonly runs: readonly LabelRun[];
  readonly anchor: { readonly mark: string } | { readonly unit: number } | { readonly spots: readonly LngLat[] };
}

/** A name written along a line (河名、路名). */
export interface MapLineName {
  readonly key: string;
  readonly kind: 'river' | 'road';
  readonly text: string;
  readonly line: readonly LngLat[];
}

/** What somebody pressed on the map. A group holds several cases too near each other to be told apart at this zoom; `near` is a press that missed a mark by little and means nothing. */
export type MapPick =
  | { readonly kind: 'case'; readonly key: string }
  | { readonly kind: 'group'; readonly keys: readonly string[] }
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'camera'; readonly key: string }
  | { readonly kind: 'near' }
  | { readonly kind: 'village'; readonly code: string }
  | { readonly kind: 'ground' };
