import { computed, onScopeDispose, watch, type ComputedRef } from 'vue';
import { enlargementFor, isTileOf, wallFrame, type StageBoard, type TilePlace, type Wall, type WallFrame } from '@wangge/shared/stage';
import { useAccessStore } from '../../features/access/access.store.ts';
import { useLiveBoard } from '../../features/boards/boards.store.ts';
import { bezelBands, jointBands, shiftedBands, type Cells, type JointBand } from './joints.ts';
import type { TiledWall } from './tile-plan.ts';
import { useWallSize } from './use-wall-size.ts';
import { shapeOf } from './wall-plan.ts';
import type { WallSettings } from './wall-settings.ts';

/** The wall as this browser shows it: all of it, or one tile of it (拼接). */
export interface WallGeometry {
  /** Null until the server told which wall this is. */
  readonly wall: Wall | null;
  /** Which tile this browser shows; null where it shows the whole wall. */
  readonly tile: TilePlace | null;
  /** The whole picture and this browser's window of it. */
  readonly frame: WallFrame;
  readonly tiled: TiledWall | null;
  readonly k: number;
  readonly uPx: number;
  /** Where nothing may be written, as the whole picture and as this browser's window counts; CSS px. */
  readonly joints: readonly JointBand[];
  readonly jointsHere: readonly JointBand[];
  /** A tile was asked for, and nobody knows yet of what. */
  readonly isPending: boolean;
}

const WHOLE: TilePlace = { column: 1, row: 1 };
const BARS_U = { top: 84, tallTop: 134, strip: 84 };

/** Follows the wall's measures, the address and the size of the screen; sets what a design unit is on this page. */
export function useWallGeometry(settings: WallSettings): ComputedRef<WallGeometry> {
  const access = useAccessStore();
  const board = useLiveBoard<StageBoard>('stage');
  const size = useWallSize();
  const geometry = computed((before?: WallGeometry): WallGeometry => {
    const id = board.value?.mine ?? settings.wall;
    const wall = board.value?.walls.find((one) => one.wall.id === id)?.wall ?? null;
    const asked = settings.tile ?? access.session?.tile ?? null;
    const isMany = wall !== null && wall.across * wall.down > 1;
    const tile = asked !== null && isMany && isTileOf(wall, asked) ? asked : null;
    const one = { across: 1, down: 1, bezelMm: 0, heightMm: 1 };
    const frame = wallFrame(tile === null || wall === null ? one : wall, size.value, tile ?? WHOLE);
    const k = settings.k ?? (wall === null ? 1 : enlargementFor(wall));
    const uPx = (Math.min(frame.widthPx, frame.heightPx) / 1_080) * k;
    const shape = shapeOf(frame.widthPx / frame.heightPx);
    const cells: Cells | null = settings.cells ?? (isMany ? { across: wall.across, down: wall.down } : null);
    const joints = tile === null || wall === null ? jointBands({ shape, ...frame, uPx, cells }) : bezelBands(frame, wall, uPx);
    const tiled = tile === null || wall === null ? null : {
      across: wall.across, down: wall.down, pictureWidthU: frame.tileWidthPx / uPx, pictureHeightU: frame.tileHeightPx / uPx, bezelU: frame.bezelPx / uPx,
      edgeU: settings.edgeU, topU: shape === 'tall' ? BARS_U.tallTop : BARS_U.top, stripU: BARS_U.strip,
    };
    const now = { wall, tile, frame, tiled, k, uPx, joints, jointsHere: shiftedBands(joints, frame), isPending: asked !== null && wall === null };
    // Every word of the director comes with the walls as they were: what did not change lays nothing out anew.
    return before !== undefined && JSON.stringify(now) === JSON.stringify(before) ? before : now;
  });
  const { style } = document.documentElement;
  watch(geometry, ({ k, frame, tile }) => {
    style.setProperty('--k', String(k));
    if (tile === null) style.removeProperty('--short');
    else style.setProperty('--short', `${Math.min(frame.widthPx, frame.heightPx)}px`);
  }, { immediate: true, flush: 'sync' });
  onScopeDispose(() => ['--k', '--short'].forEach((name) => style.removeProperty(name)));
  return geometry;
}
