import type { MercatorPoint } from '../viewport.ts';
import type { Frame } from './frame.ts';
import { createProgram, declareAttributes, type GlProgram } from './gl-program.ts';
import type { SpriteCell } from './sprite-atlas.ts';

/**
 * A sprite on its way: it goes straight from one place to the next within `durationMs` and turns with it; the card reckons where it is, so that
 * moving costs the page nothing. Places are Mercator points seen from the batch's reference point.
 */
export interface Sprite {
  readonly from: MercatorPoint;
  readonly to: MercatorPoint;
  readonly startMs: number;
  readonly durationMs: number;
  readonly headingFromDeg: number;
  readonly headingToDeg: number;
  readonly cell: SpriteCell;
  readonly opacity: number;
  /** Whether it stands still and is set on whole device pixels, to be sharp. */
  readonly isPinned: boolean;
}

const FLOATS = 16;
/** Times are 32-bit seconds since an epoch that moves on before they grow coarse: a wall runs for months. */
const EPOCH_MS = 600_000;
const ATTRIBUTES = [
  { location: 0, floats: 4 }, { location: 1, floats: 4 }, { location: 2, floats: 4 }, { location: 3, floats: 4 },
];

const VERTEX = `#version 300 es
layout(location=0) in vec4 path;
layout(location=1) in vec4 motion;
layout(location=2) in vec4 cell;
layout(location=3) in vec4 look;
uniform vec2 camera; uniform vec2 viewPx; uniform float worldPx; uniform float pixelRatio; uniform float now;
out vec2 uv; out float opacity;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float share = clamp((now - motion.x) / max(motion.y, .001), 0., 1.);
  vec2 place = (mix(path.xy, path.zw, share) - camera) * worldPx + viewPx * .5;
  if (look.w > .5) place = floor(place * pixelRatio + .5) / pixelRatio;
  float angle = motion.z + motion.w * share;
  vec2 arm = (corner - .5) * look.x;
  vec2 at = place + mat2(cos(angle), sin(angle), -sin(angle), cos(angle)) * arm;
  uv = cell.xy + corner * cell.zw;
  opacity = look.y;
  gl_Position = vec4(at / viewPx * vec2(2., -2.) + vec2(-1., 1.), 0., 1.);
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D atlas;
in vec2 uv; in float opacity;
out vec4 colour;
void main() { colour = texture(atlas, uv) * opacity; }`;

/** A set of sprites drawn in one call, later ones over earlier ones. */
export class SpriteBatch {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: GlProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  #data = new Float32Array(FLOATS * 64);
  #count = 0;
  #epochMs = 0;
  #isStale = true;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = createProgram(gl, VERTEX, FRAGMENT);
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    declareAttributes(gl, ATTRIBUTES, 1);
    gl.bindVertexArray(null);
  }

  /** Sets how many sprites there are; those kept keep what they were. */
  resize(count: number): void {
    if (count * FLOATS > this.#data.length) {
      const grown = new Float32Array(Math.max(count * FLOATS, this.#data.length * 2));
      grown.set(this.#data);
      this.#data = grown;
    }
    this.#isStale ||= count !== this.#count;
    this.#count = count;
  }

  /** Writes the sprite at an index below the set size. Headings turn the shorter way. */
  set(index: number, sprite: Sprite): void {
    const { from, to, cell } = sprite;
    const turnDeg = ((sprite.headingToDeg - sprite.headingFromDeg + 540) % 360) - 180;
    const data = this.#data;
    const at = index * FLOATS;
    data[at] = from[0];
    data[at + 1] = from[1];
    data[at + 2] = to[0];
    data[at + 3] = to[1];
    data[at + 4] = (sprite.startMs - this.#epochMs) / 1_000;
    data[at + 5] = sprite.durationMs / 1_000;
    data[at + 6] = (sprite.headingFromDeg * Math.PI) / 180;
    data[at + 7] = (turnDeg * Math.PI) / 180;
    data[at + 8] = cell.u;
    data[at + 9] = cell.v;
    data[at + 10] = cell.uSize;
    data[at + 11] = cell.vSize;
    data[at + 12] = cell.sizePx;
    data[at + 13] = sprite.opacity;
    data[at + 15] = sprite.isPinned ? 1 : 0;
    this.#isStale = true;
  }

  /** Draws all of them with the atlas that is bound. */
  draw(frame: Frame): void {
    if (this.#count === 0) return;
    if (frame.nowMs - this.#epochMs > EPOCH_MS) this.#moveEpoch(frame.nowMs);
    const gl = this.#gl;
    gl.useProgram(this.#program.program);
    gl.uniform2f(this.#program.uniform('camera'), ...frame.cameraFromReference);
    gl.uniform2f(this.#program.uniform('viewPx'), frame.view.widthPx, frame.view.heightPx);
    gl.uniform1f(this.#program.uniform('worldPx'), frame.view.worldPx);
    gl.uniform1f(this.#program.uniform('pixelRatio'), frame.pixelRatio);
    gl.uniform1f(this.#program.uniform('now'), (frame.nowMs - this.#epochMs) / 1_000);
    gl.bindVertexArray(this.#array);
    if (this.#isStale) {
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
      gl.bufferData(gl.ARRAY_BUFFER, this.#data.subarray(0, this.#count * FLOATS), gl.DYNAMIC_DRAW);
      this.#isStale = false;
    }
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, 4, this.#count);
    gl.bindVertexArray(null);
  }

  #moveEpoch(nowMs: number): void {
    const passedS = (nowMs - this.#epochMs) / 1_000;
    for (let at = 4; at < this.#data.length; at += FLOATS) this.#data[at] = (this.#data[at] ?? 0) - passedS;
    this.#epochMs = nowMs;
    this.#isStale = true;
  }
}
