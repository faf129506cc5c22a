import type { MapTheme } from '../map-theme.ts';
import { unitSprite } from '../marks/unit-sprite.ts';
import type { UnitFix, UnitLook } from '../scene.ts';
import { mercatorOf, type MercatorPoint } from '../viewport.ts';
import type { Frame } from './frame.ts';
import type { SpriteAtlas } from './sprite-atlas.ts';
import { SpriteBatch } from './sprite-batch.ts';

/** The longest that a marker may be behind its latest fix. */
const LONGEST_GLIDE_MS = 1_000;
/** A jump longer than this (about 600 m) is not a drive: the marker is set down there. */
const LONGEST_GLIDE = 1.5e-5;

interface Moving {
  readonly unit: number;
  readonly look: UnitLook;
  readonly from: MercatorPoint;
  readonly to: MercatorPoint;
  readonly startMs: number;
  readonly durationMs: number;
  readonly headingFromDeg: number;
  readonly headingToDeg: number;
}

/**
 * All moving things on one map (力量). Each glides from fix to fix on the card; the page does work only for a thing whose fix has changed.
 * People on foot are drawn apart, for they lie under the cases and squads over them.
 */
export class Fleet {
  readonly #people: SpriteBatch;
  readonly #squads: SpriteBatch;
  readonly #reference: MercatorPoint;
  readonly #moving = new Map<number, Moving>();
  readonly #slots = new Map<number, number>();
  #counts = { people: 0, squads: 0 };
  #isReordered = false;
  #restMs = 0;

  constructor(gl: WebGL2RenderingContext, reference: MercatorPoint) {
    this.#people = new SpriteBatch(gl);
    this.#squads = new SpriteBatch(gl);
    this.#reference = reference;
  }

  /** Takes a unit's latest fix; a new unit appears where it is, a known one glides there, as long as it took since its last fix. */
  move({ unit, lngLat, headingDeg, look }: UnitFix, atlas: SpriteAtlas, frame: { theme: MapTheme; uPx: number; nowMs: number }): void {
    const { nowMs } = frame;
    const old = this.#moving.get(unit);
    const to = mercatorOf(lngLat);
    if (old !== undefined && old.to[0] === to[0] && old.to[1] === to[1] && old.look === look && old.headingToDeg === headingDeg) return;
    const from = old === undefined ? to : placeAt(old, nowMs);
    const isDrive = Math.hypot(to[0] - from[0], to[1] - from[1]) < LONGEST_GLIDE;
    const moving: Moving = {
      unit, look, to, from: isDrive ? from : to, startMs: nowMs,
      durationMs: Math.min(LONGEST_GLIDE_MS, nowMs - (old?.startMs ?? nowMs - LONGEST_GLIDE_MS)),
      headingFromDeg: old === undefined ? headingDeg : headingAt(old, nowMs),
      headingToDeg: headingDeg,
    };
    this.#moving.set(unit, moving);
    this.#restMs = Math.max(this.#restMs, nowMs + moving.durationMs);
    if (old === undefined || (old.look === 'person') !== (look === 'person')) this.#isReordered = true;
    else this.#write(moving, atlas, frame);
  }

  /** Leaves only the units that `isKept` says. */
  keep(isKept: (unit: number) => boolean): void {
    for (const unit of this.#moving.keys()) {
      if (isKept(unit)) continue;
      this.#moving.delete(unit);
      this.#isReordered = true;
    }
  }

  /** Has every sprite written again, for the atlas is another one. */
  redress(): void {
    this.#isReordered = true;
  }

  /** Where a unit is drawn at a time. */
  placeOf(unit: number, nowMs: number): MercatorPoint | undefined {
    const moving = this.#moving.get(unit);
    return moving === undefined ? undefined : placeAt(moving, nowMs);
  }

  /** The units drawn, with their looks. */
  *units(): Iterable<{ readonly unit: number; readonly look: UnitLook }> {
    yield* this.#moving.values();
  }

  isMoving(nowMs: number): boolean {
    return this.#isReordered || nowMs < this.#restMs;
  }

  /** Writes what changed its place in the batches; call before drawing a frame. */
  settle(atlas: SpriteAtlas, frame: { theme: MapTheme; uPx: number }): void {
    if (this.#isReordered) this.#reorder(atlas, frame);
  }

  drawPeople(frame: Frame): void {
    this.#people.draw(frame);
  }

  drawSquads(frame: Frame): void {
    this.#squads.draw(frame);
  }

  #reorder(atlas: SpriteAtlas, frame: { theme: MapTheme; uPx: number }): void {
    this.#isReordered = false;
    this.#counts = { people: 0, squads: 0 };
    for (const { unit, look } of this.#moving.values()) {
      const batch = look === 'person' ? 'people' : 'squads';
      this.#slots.set(unit, this.#counts[batch]);
      this.#counts[batch] += 1;
    }
    this.#people.resize(this.#counts.people);
    this.#squads.resize(this.#counts.squads);
    for (const moving of this.#moving.values()) this.#write(moving, atlas, frame);
  }

  #write(moving: Moving, atlas: SpriteAtlas, { theme, uPx }: { theme: MapTheme; uPx: number }): void {
    const slot = this.#slots.get(moving.unit);
    if (slot === undefined || this.#isReordered) return;
    const batch = moving.look === 'person' ? this.#people : this.#squads;
    const [x, y] = this.#reference;
    batch.set(slot, {
      from: [moving.from[0] - x, moving.from[1] - y], to: [moving.to[0] - x, moving.to[1] - y],
      startMs: moving.startMs, durationMs: moving.durationMs,
      headingFromDeg: moving.headingFromDeg, headingToDeg: moving.headingToDeg,
      cell: atlas.cell(unitSprite(moving.look, theme, uPx)), opacity: 1, isPinned: false,
    });
  }
}

function shareAt({ startMs, durationMs }: Moving, nowMs: number): number {
  return durationMs <= 0 ? 1 : Math.min(1, Math.max(0, (nowMs - startMs) / durationMs));
}

function placeAt(moving: Moving, nowMs: number): MercatorPoint {
  const share = shareAt(moving, nowMs);
  return [moving.from[0] + (moving.to[0] - moving.from[0]) * share, moving.from[1] + (moving.to[1] - moving.from[1]) * share];
}

function headingAt(moving: Moving, nowMs: number): number {
  const turnDeg = ((moving.headingToDeg - moving.headingFromDeg + 540) % 360) - 180;
  return moving.headingFromDeg + turnDeg * shareAt(moving, nowMs);
}
