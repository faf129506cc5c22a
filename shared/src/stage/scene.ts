import type { Layers } from './layers.ts';
import type { PanelName } from './panels.ts';

/** Ratios a scene is composed for: `wide` to 2.2, `ultra` to 2.5, `broad` to 3, `band` to 4.4, `long` beyond, `tall` up to 4:5. */
export const SHAPES = ['wide', 'ultra', 'broad', 'band', 'long', 'tall'] as const;
export type WallShape = (typeof SHAPES)[number];

/** A column of tiles from top to bottom: each tile and how many rows of the wall it takes. */
export type RailDraft = readonly (readonly [PanelName, number])[];

/** How one scene lies on screens of one shape. */
export interface Composition {
  readonly left: readonly RailDraft[];
  readonly right: readonly RailDraft[];
  /** Under the map, side by side. */
  readonly shelf: readonly PanelName[];
  /** Rows the shelf takes from the foot of the map. */
  readonly shelfRows: number;
  /** Width of each rail in units, where no joint of screens fixes it. */
  readonly leftU?: number;
  readonly rightU?: number;
}

/** Where the camera of a scene rests: the whole town, an area of it by code, or a place so many zooms nearer than the town. */
export type Camera =
  | { readonly kind: 'town' }
  | { readonly kind: 'area'; readonly areaCode: string }
  | { readonly kind: 'place'; readonly lngLat: readonly [number, number]; readonly zoom: number };

/** 场景: a named picture of the wall, composed anew for each shape of screen. */
export interface Scene {
  readonly id: string;
  readonly name: string;
  /** How long it stays in a playlist unless that says otherwise. */
  readonly dwellMs: number;
  /** Whether walls run it by themselves when nobody directs them. */
  readonly isInPlaylist: boolean;
  /** 参观: personal data and sensitive cases are left out by the server. */
  readonly isMasked: boolean;
  /** Whether live details lie beside the town where the screen is wide enough. */
  readonly hasInsets: boolean;
  readonly camera: Camera;
  readonly layers: Layers;
  readonly shapes: Readonly<Record<WallShape, Composition>>;
}

/** One edition of all scenes, in order. */
export interface SceneSet {
  readonly version: number;
  readonly scenes: readonly Scene[];
}

/** What an edition of the scenes changed against the one before, by whom and when. The edition the product comes with has no maker. */
export interface SceneEdition {
  readonly version: number;
  readonly savedAt: number | null;
  readonly savedBy: string | null;
  readonly sceneId: string | null;
  readonly sceneName: string | null;
  readonly what: 'shipped' | 'added' | 'changed' | 'removed';
}
