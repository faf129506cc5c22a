import type { LifeEntry } from '../life/index.ts';
import type { DrawFigures } from './draw-figures.ts';
import type { DrawEventType, DrawState } from './draw-life.ts';
import type { Outcome } from './draw-payload.ts';
import type { Grade, PoolHashes } from './pools.ts';

/** A draw in a list, and what it has come to. */
export interface DrawRowView {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly areaCode: string;
  readonly state: DrawState;
  readonly itemNames: readonly string[];
  readonly drawAt: number;
  readonly drawnAt: number | null;
  readonly lastDay: string;
  readonly poolObjects: number;
  readonly poolInspectors: number;
  readonly commitment: string | null;
  readonly seed: string | null;
  readonly figures: DrawFigures;
}

/** One drawn object as a page shows it. */
export interface DrawnObjectView {
  readonly objectCode: string;
  readonly objectName: string;
  readonly grade: Grade;
  readonly villageCode: string;
  readonly itemNames: readonly string[];
  readonly inspectors: readonly { readonly code: string; readonly name: string; readonly unit: string; readonly steppedInFor: string | null }[];
  readonly outcome: Outcome | null;
  readonly note: string | null;
  readonly checkedAt: number | null;
  readonly publishBy: number | null;
  readonly publishedAt: number | null;
}

/** The page of one draw. `allowed`: what the one who asks may do now. */
export interface DrawDetail extends DrawRowView {
  readonly revision: number;
  readonly committedAt: number | null;
  readonly hashes: PoolHashes | null;
  readonly versions: PoolHashes | null;
  readonly drawn: readonly DrawnObjectView[];
  readonly timeline: readonly LifeEntry<DrawEventType, DrawState>[];
  readonly allowed: readonly string[];
  readonly readAt: number;
}

/** The board `draws`: the draw that is running, else the last one, and the year so far. */
export interface DrawsBoard {
  readonly current: DrawRowView | null;
  readonly year: { readonly draws: number } & DrawFigures;
  readonly rows: readonly DrawRowView[];
  /** 待查对象: how many were drawn in each village and have no result yet, of draws that run. */
  readonly toCheck: readonly { readonly villageCode: string; readonly objects: number }[];
}
