import type { UnitId } from '@wangge/shared/base';
import type { LngLat } from '@wangge/shared/geo';
import type { UnitRow } from '@wangge/shared/wire';
import type { Ribbon } from '../../map/fx/ribbon.ts';
import type { MapTheme } from '../../map/map-theme.ts';
import type { MapLabel, UnitFix, UnitLook } from '../../map/scene.ts';
import { mercatorOf, type MercatorPoint } from '../../map/viewport.ts';

/** What the layer reads of the table of positions. */
export interface PositionColumns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly headingDeg: Float32Array;
  /** Time of the newest fix, epoch ms; 0: none. */
  readonly fixAt: Float64Array;
}

/** The trail shows where a squad was within this time. */
export const TRAIL_MS = 300_000;
/** A move shorter than this (about 6 m) is drift and leaves no trail. */
const TRAIL_STEP = 1.5e-7;

interface Seen {
  fixAt: number;
  look: UnitLook;
  /** Where it was, oldest first; the last is where it is going now. */
  trail: { readonly place: MercatorPoint; readonly at: number }[];
}

/** What changed since the last reading: fixes to move to, and whether a unit is to be seen at all. */
export interface UnitNews {
  readonly fixes: UnitFix[];
  /** Whether a unit that was seen is so no more. */
  readonly hasGone: boolean;
  isSeen(unit: number): boolean;
}

/**
 * Follows the table of positions for one map (力量图层): says which units moved or changed their look since it was last asked, and keeps the
 * trails of the squads. It reads typed arrays and makes an object only for a unit that changed.
 */
export class UnitTracker {
  readonly #staleFixMs: number;
  readonly #seen = new Map<number, Seen>();

  /** A fix older than `staleFixMs` is no position any more (定位过旧). */
  constructor(staleFixMs: number) {
    this.#staleFixMs = staleFixMs;
  }

  /** Reads the table at `now`, server time. Units off duty or without a fix are not to be seen. */
  read(rows: Iterable<UnitRow>, columns: PositionColumns, now: number): UnitNews {
    const fixes: UnitFix[] = [];
    const present = new Set<number>();
    for (const row of rows) {
      const fixAt = columns.fixAt[row.index] ?? 0;
      if (fixAt === 0 || !row.onDuty) continue;
      present.add(row.index);
      const look = this.#lookOf(row, fixAt, now);
      const seen = this.#seen.get(row.index);
      if (seen !== undefined && seen.fixAt === fixAt && seen.look === look) continue;
      const lngLat = [columns.lng[row.index] ?? 0, columns.lat[row.index] ?? 0] as const;
      fixes.push({ unit: row.index, lngLat, headingDeg: columns.headingDeg[row.index] ?? 0, look });
      this.#note(row.index, { fixAt, look, place: mercatorOf(lngLat) });
    }
    const gone = [...this.#seen.keys()].filter((unit) => !present.has(unit));
    for (const unit of gone) this.#seen.delete(unit);
    return { fixes, hasGone: gone.length > 0, isSeen: (unit) => present.has(unit) };
  }

  /** Puts what was recorded before this page watched in front of a squad's trail; oldest first. Does nothing for a unit that is not seen. */
  recall(unit: number, fixes: readonly { readonly at: number; readonly lngLat: LngLat }[]): void {
    const seen = this.#seen.get(unit);
    const [first] = seen?.trail ?? [];
    if (seen === undefined || first === undefined) return;
    const before = fixes.filter(({ at }) => at < first.at).map(({ at, lngLat }) => ({ at, place: mercatorOf(lngLat) }));
    seen.trail = [...before.filter(({ place }, index) => hasMoved(before[index - 1]?.place, place)), ...seen.trail];
  }

  /** The trails of all squads that have one, fading towards the past. */
  trails(now: number, { us, disc }: Pick<MapTheme, 'us' | 'disc'>): Ribbon[] {
    const ribbons: Ribbon[] = [];
    for (const [unit, seen] of this.#seen) {
      if (seen.look === 'stale' || seen.look === 'person') continue;
      seen.trail = seen.trail.filter(({ at }, index) => now - at < TRAIL_MS || index === seen.trail.length - 1);
      const path = seen.trail.slice(0, -1).map(({ place }) => place);
      if (path.length === 0) continue;
      ribbons.push({
        key: `trail ${unit}`, path, fadeMs: 0, mover: { unit, at: 'end' },
        strokes: [{ colour: disc, widthU: [3, 7], opacity: [0, 0.6] }, { colour: us, widthU: [1, 3.6], opacity: [0, 0.62] }],
      });
    }
    return ribbons;
  }

  /** Where a unit's newest fix lies; nothing for one that is not seen or whose fix is too old. */
  placeOf(unit: number): MercatorPoint | undefined {
    const seen = this.#seen.get(unit);
    return seen === undefined || seen.look === 'stale' ? undefined : seen.trail.at(-1)?.place;
  }

  #lookOf({ teamId, caseId, isOffline }: UnitRow, fixAt: number, now: number): UnitLook {
    if (teamId === null) return 'person';
    if (isOffline || now - fixAt > this.#staleFixMs) return 'stale';
    return caseId === null ? 'idle' : 'busy';
  }

  #note(unit: number, { fixAt, look, place }: { fixAt: number; look: UnitLook; place: MercatorPoint }): void {
    const seen = this.#seen.get(unit) ?? { fixAt, look, trail: [] };
    if (hasMoved(seen.trail.at(-1)?.place, place)) seen.trail.push({ place, at: fixAt });
    this.#seen.set(unit, { ...seen, fixAt, look });
  }
}

function hasMoved(from: MercatorPoint | undefined, to: MercatorPoint): boolean {
  return from === undefined || Math.hypot(from[0] - to[0], from[1] - to[1]) > TRAIL_STEP;
}

/** The squads' names, in red with what their terminals complain of; those in `left out` are written by somebody else. */
export function squadLabels(rows: Iterable<UnitRow>, isStale: (unit: number) => boolean, leftOut: ReadonlySet<number>, complaints: ReadonlyMap<UnitId, string>): MapLabel[] {
  const labels: MapLabel[] = [];
  for (const { id, index, name, teamId, onDuty } of rows) {
    if (teamId === null || !onDuty || leftOut.has(index)) continue;
    const complaint = complaints.get(id);
    const kind = complaint !== undefined ? 'alarm' : isStale(index) ? 'squad-stale' : 'squad';
    labels.push({ key: `unit ${id}`, kind, anchor: { unit: index }, runs: [{ text: name, tone: 'plain' }, ...(complaint === undefined ? [] : [{ text: complaint, tone: 'red' as const }])] });
  }
  return labels;
}
