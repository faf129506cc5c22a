import { eyeDistancePx } from '../viewport.ts';
import type { Frame } from './frame.ts';
import { createProgram, declareAttributes, type GlProgram } from './gl-program.ts';
import type { SpriteCell } from './sprite-atlas.ts';

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
uniform vec2 camera; uniform vec2 viewPx; uniform float worldPx; uniform float pixelRatio; uniform float now; uniform vec3 tilt;
out vec2 uv; out float opacity;
void main() {
  vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
  float share = clamp((now - motion.x) / max(motion.y, .001), 0., 1.);
  vec2 ground = (mix(path.xy, path.zw, share) - camera) * worldPx;
  vec2 place = ground * vec2(1., tilt.y) * (tilt.z / max(1., tilt.z - ground.y * tilt.x)) + viewPx * .5;
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

/**
 * A set of sprites drawn in one call, later ones over earlier ones. A sprite goes straight from one place to another within a time and turns on the
 * way; the card reckons where it is, so that moving costs the page nothing.
 */
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

  /** Sets from where to where a sprite goes, Mercator as seen from the batch's reference point; equal points for one that stands. */
  place(index: number, fromX: number, fromY: number, toX: number, toY: number): void {
    const at = index * FLOATS;
    this.#data[at] = fromX;
    this.#data[at + 1] = fromY;
    this.#data[at + 2] = toX;
    this.#data[at + 3] = toY;
    this.#isStale = true;
  }

  /** Sets when it sets out, how long it takes, its first heading and how far it turns on the way, clockwise. */
  time(index: number, startMs: number, durationMs: number, headingDeg: number, turnDeg: number): void {
    const at = index * FLOATS + 4;
    this.#data[at] = (startMs - this.#epochMs) / 1_000;
    this.#data[at + 1] = durationMs / 1_000;
    this.#data[at + 2] = (headingDeg * Math.PI) / 180;
    this.#data[at + 3] = (turnDeg * Math.PI) / 180;
    this.#isStale = true;
  }

  /** Sets its picture. A pinned one stands still and is set on whole device pixels, to be sharp. */
  dress(index: number, cell: SpriteCell, isPinned: boolean): void {
    const at = index * FLOATS + 8;
    this.#data[at] = cell.u;
    this.#data[at + 1] = cell.v;
    this.#data[at + 2] = cell.uSize;
    this.#data[at + 3] = cell.vSize;
    this.#data[at + 4] = cell.sizePx;
    this.#data[at + 5] = 1;
    this.#data[at + 7] = isPinned ? 1 : 0;
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
    gl.uniform3f(this.#program.uniform('tilt'), Math.sin(frame.view.pitch), Math.cos(frame.view.pitch), eyeDistancePx(frame.view));
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
