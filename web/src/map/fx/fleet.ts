import { isCalm } from '../../ui/motion.ts';
import type { MapTheme } from '../map-theme.ts';
import { unitSprite } from '../marks/unit-sprite.ts';
import type { UnitFix, UnitLook } from '../scene.ts';
import { mercatorOf, type MercatorPoint } from '../viewport.ts';
import { FleetColumns } from './fleet-columns.ts';
import type { Frame } from './frame.ts';
import type { SpriteAtlas, SpriteCell } from './sprite-atlas.ts';
import { SpriteBatch } from './sprite-batch.ts';

/** The longest that a marker may be behind its latest fix. */
const LONGEST_GLIDE_MS = 1_000;
/** A jump longer than this (about 600 m) is not a drive: the marker is set down there. */
const LONGEST_GLIDE = 1.5e-5;

/** What the sprites are drawn with. */
export interface FleetDress {
  readonly atlas: SpriteAtlas;
  readonly theme: MapTheme;
  readonly uPx: number;
}

/**
 * All moving things on one map (力量). Each glides from fix to fix on the card; the page does work only for a thing whose fix has changed.
 * People on foot are drawn apart, for they lie under the cases and squads over them.
 */
export class Fleet {
  readonly #people: SpriteBatch;
  readonly #squads: SpriteBatch;
  readonly #reference: MercatorPoint;
  readonly #columns = new FleetColumns();
  readonly #looks = new Map<number, UnitLook>();
  #cells = new Map<UnitLook, SpriteCell>();
  #isReordered = false;
  #restMs = 0;

  constructor(gl: WebGL2RenderingContext, reference: MercatorPoint) {
    this.#people = new SpriteBatch(gl);
    this.#squads = new SpriteBatch(gl);
    this.#reference = reference;
  }

  /** Takes a unit's latest fix; a new unit appears where it is, a known one glides there, as long as it took since its last fix. */
  move({ unit, lngLat, headingDeg, look }: UnitFix, nowMs: number): void {
    const columns = this.#columns;
    columns.reach(unit);
    const before = this.#looks.get(unit);
    const [x, y] = mercatorOf(lngLat);
    if (before === look && columns.toX[unit] === x && columns.toY[unit] === y && columns.headingToDeg[unit] === headingDeg) return;
    const share = columns.shareAt(unit, nowMs);
    const [atX, atY] = [columns.xAt(unit, share), columns.yAt(unit, share)];
    const isDrive = before !== undefined && Math.hypot(x - atX, y - atY) < LONGEST_GLIDE;
    const durationMs = before === undefined || isCalm() ? 0 : Math.min(LONGEST_GLIDE_MS, nowMs - (columns.startMs[unit] ?? 0));
    columns.fromX[unit] = isDrive ? atX : x;
    columns.fromY[unit] = isDrive ? atY : y;
    columns.toX[unit] = x;
    columns.toY[unit] = y;
    columns.headingFromDeg[unit] = before === undefined ? headingDeg : (columns.headingFromDeg[unit] ?? 0) + columns.turnDeg(unit) * share;
    columns.headingToDeg[unit] = headingDeg;
    columns.startMs[unit] = nowMs;
    columns.durationMs[unit] = durationMs;
    this.#restMs = Math.max(this.#restMs, nowMs + durationMs);
    if (before !== look) this.#looks.set(unit, look);
    if (before === undefined || (before === 'person') !== (look === 'person')) this.#isReordered = true;
    else if (!this.#isReordered) this.#write(unit, look);
  }

  /** Leaves only the units that `isKept` says. */
  keep(isKept: (unit: number) => boolean): void {
    for (const unit of this.#looks.keys()) {
      if (isKept(unit)) continue;
      this.#looks.delete(unit);
      this.#isReordered = true;
    }
  }

  /** Has every sprite written again, for the atlas is another one. */
  redress(): void {
    this.#cells = new Map();
    this.#isReordered = true;
  }

  /** Where a unit is drawn at a time. */
  placeOf(unit: number, nowMs: number): MercatorPoint | undefined {
    if (!this.#looks.has(unit)) return undefined;
    const share = this.#columns.shareAt(unit, nowMs);
    return [this.#columns.xAt(unit, share), this.#columns.yAt(unit, share)];
  }

  /** The units drawn, with their looks. */
  get looks(): ReadonlyMap<number, UnitLook> {
    return this.#looks;
  }

  isMoving(nowMs: number): boolean {
    return this.#isReordered || nowMs < this.#restMs;
  }

  /** Writes what changed its place in the batches; call before drawing a frame. */
  settle({ atlas, theme, uPx }: FleetDress): void {
    if (!this.#isReordered) return;
    this.#isReordered = false;
    for (const look of new Set(this.#looks.values())) this.#cells.set(look, atlas.cell(unitSprite(look, theme, uPx)));
    const counts = { people: 0, squads: 0 };
    for (const [unit, look] of this.#looks) this.#columns.slot[unit] = look === 'person' ? counts.people++ : counts.squads++;
    this.#people.resize(counts.people);
    this.#squads.resize(counts.squads);
    for (const [unit, look] of this.#looks) this.#write(unit, look);
  }

  drawPeople(frame: Frame): void {
    this.#people.draw(frame);
  }

  drawSquads(frame: Frame): void {
    this.#squads.draw(frame);
  }

  #write(unit: number, look: UnitLook): void {
    const cell = this.#cells.get(look);
    if (cell === undefined) {
      this.#isReordered = true;
      return;
    }
    const columns = this.#columns;
    const batch = look === 'person' ? this.#people : this.#squads;
    const [x, y] = this.#reference;
    batch.place(columns.slot[unit] ?? 0, (columns.fromX[unit] ?? 0) - x, (columns.fromY[unit] ?? 0) - y, (columns.toX[unit] ?? 0) - x, (columns.toY[unit] ?? 0) - y);
    batch.time(columns.slot[unit] ?? 0, columns.startMs[unit] ?? 0, columns.durationMs[unit] ?? 0, columns.headingFromDeg[unit] ?? 0, columns.turnDeg(unit));
    batch.dress(columns.slot[unit] ?? 0, cell, false);
  }
}
