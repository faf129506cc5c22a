import type { Light } from '../../ui/tokens.ts';
import { MAP_THEMES } from '../map-theme.ts';
import { caseSprite } from '../marks/case-sprite.ts';
import type { MarkGroup } from '../marks/group-marks.ts';
import type { MercatorPoint, Viewport } from '../viewport.ts';
import { Fleet } from './fleet.ts';
import type { Frame } from './frame.ts';
import type { Ribbon } from './ribbon.ts';
import { RibbonPainter } from './ribbon-painter.ts';
import { SpriteAtlas } from './sprite-atlas.ts';
import { SpriteBatch } from './sprite-batch.ts';

/** What the canvas must know to draw sharply in the right colours. */
export interface FxDress {
  readonly light: Light;
  readonly uPx: number;
  readonly pixelRatio: number;
}

/**
 * The canvas over the base map with all that moves or turns: trails and dispatch lines, people, case marks, squads. It is a canvas of its own, so
 * that a moving squad does not make the base map draw its streets again.
 */
export class FxCanvas {
  readonly fleet: Fleet;
  readonly #canvas: HTMLCanvasElement;
  readonly #gl: WebGL2RenderingContext;
  readonly #reference: MercatorPoint;
  readonly #ribbons: RibbonPainter;
  readonly #marks: SpriteBatch;
  #atlas: SpriteAtlas;
  #generation = 0;
  #dress: FxDress;
  #groups: readonly MarkGroup[] = [];

  /** `reference` is a Mercator point near everything drawn: places are sent to the card as seen from it. */
  constructor(canvas: HTMLCanvasElement, reference: MercatorPoint, dress: FxDress) {
    const gl = canvas.getContext('webgl2', { alpha: true, antialias: false, depth: false, premultipliedAlpha: true });
    if (gl === null) throw new Error('this browser has no WebGL 2');
    this.#canvas = canvas;
    this.#gl = gl;
    this.#reference = reference;
    this.#dress = dress;
    this.#atlas = new SpriteAtlas(gl, dress.pixelRatio);
    this.#ribbons = new RibbonPainter(gl);
    this.#marks = new SpriteBatch(gl);
    this.fleet = new Fleet(gl, reference);
  }

  /** Changes colours, unit or resolution; everything is drawn anew. */
  dress(dress: FxDress): void {
    this.#dress = dress;
    this.#atlas.dispose();
    this.#atlas = new SpriteAtlas(this.#gl, dress.pixelRatio);
    this.#redress();
  }

  setMarks(groups: readonly MarkGroup[]): void {
    this.#groups = groups;
    this.#marks.resize(groups.length);
    for (const [index, { lead, place, members }] of groups.entries()) {
      const [x, y] = [place[0] - this.#reference[0], place[1] - this.#reference[1]];
      this.#marks.place(index, x, y, x, y);
      this.#marks.dress(index, this.#atlas.cell(caseSprite(lead.look, members.length, this.#theme, this.#dress.uPx)), true);
    }
  }

  setRibbons(ribbons: readonly Ribbon[], nowMs: number): void {
    this.#ribbons.set(ribbons, nowMs);
  }

  /** Whether the next frame would differ from this one though nothing is set meanwhile. */
  isMoving(nowMs: number): boolean {
    return this.isDrifting(nowMs) || this.fleet.isMoving(nowMs);
  }

  /** Whether lines drift or fade. */
  isDrifting(nowMs: number): boolean {
    return this.#ribbons.isMoving(nowMs);
  }

  draw(view: Viewport, nowMs: number): void {
    const gl = this.#gl;
    const { pixelRatio, uPx } = this.#dress;
    const [width, height] = [Math.round(view.widthPx * pixelRatio), Math.round(view.heightPx * pixelRatio)];
    if (this.#canvas.width !== width) this.#canvas.width = width;
    if (this.#canvas.height !== height) this.#canvas.height = height;
    if (this.#generation !== this.#atlas.generation) this.#redress();
    gl.viewport(0, 0, width, height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const frame: Frame = {
      view, pixelRatio, uPx, nowMs,
      cameraFromReference: [view.center[0] - this.#reference[0], view.center[1] - this.#reference[1]],
    };
    this.#ribbons.draw(frame, (unit) => this.fleet.placeOf(unit, nowMs));
    this.fleet.settle({ atlas: this.#atlas, theme: this.#theme, uPx });
    this.#atlas.bind();
    this.fleet.drawPeople(frame);
    this.#marks.draw(frame);
    this.fleet.drawSquads(frame);
  }

  /** Gives the card back what it holds. */
  dispose(): void {
    this.#gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  get #theme() {
    return MAP_THEMES[this.#dress.light];
  }

  #redress(): void {
    this.#generation = this.#atlas.generation;
    this.setMarks(this.#groups);
    this.fleet.redress();
  }
}
