import { isCalm } from '../../ui/motion.ts';
import { toScreen, type MercatorPoint, type ScreenPoint } from '../viewport.ts';
import type { Frame } from './frame.ts';
import { createProgram, declareAttributes, type GlProgram } from './gl-program.ts';
import { restOfPath, type Ribbon, type Stroke } from './ribbon.ts';
import { MESH_FLOATS, strokeMesh } from './stroke-mesh.ts';

const VERTEX = `#version 300 es
layout(location=0) in vec2 at;
layout(location=1) in vec4 stroke;
uniform vec2 viewPx;
out vec4 line;
void main() { line = stroke; gl_Position = vec4(at / viewPx * vec2(2., -2.) + vec2(-1., 1.), 0., 1.); }`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 colour; uniform vec2 opacity; uniform vec3 dash; uniform float feather;
in vec4 line;
out vec4 result;
void main() {
  float cover = clamp((line.y - abs(line.x)) / feather + .5, 0., 1.);
  if (dash.x > 0.) {
    float period = dash.x + dash.y;
    float at = mod(line.z - dash.z, period);
    cover *= clamp(min(at, dash.x - at) / feather + .5, 0., 1.);
  }
  float strength = mix(opacity.x, opacity.y, opacity.x == opacity.y ? 0. : line.w * line.w);
  result = colour * (cover * strength);
}`;

/** Draws ribbons; ones that leave fade out first. */
export class RibbonPainter {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: GlProgram;
  readonly #array: WebGLVertexArrayObject;
  readonly #buffer: WebGLBuffer;
  #ribbons: readonly Ribbon[] = [];
  #leaving: { readonly ribbon: Ribbon; readonly sinceMs: number }[] = [];

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#program = createProgram(gl, VERTEX, FRAGMENT);
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    declareAttributes(gl, [{ location: 0, floats: 2 }, { location: 1, floats: 4 }], 0);
    gl.bindVertexArray(null);
  }

  /** Replaces the ribbons; those whose key is gone fade as they said they would. */
  set(ribbons: readonly Ribbon[], nowMs: number): void {
    const kept = new Set(ribbons.map(({ key }) => key));
    for (const ribbon of this.#ribbons) {
      if (!kept.has(ribbon.key) && ribbon.fadeMs > 0 && !isCalm()) this.#leaving.push({ ribbon, sinceMs: nowMs });
    }
    this.#leaving = this.#leaving.filter(({ ribbon }) => !kept.has(ribbon.key));
    this.#ribbons = ribbons;
  }

  /** Whether it would look different a frame later though nothing new is set. */
  isMoving(nowMs: number): boolean {
    this.#leaving = this.#leaving.filter(({ ribbon, sinceMs }) => nowMs - sinceMs < ribbon.fadeMs);
    return this.#leaving.length > 0 || (!isCalm() && this.#ribbons.some(({ strokes }) => strokes.some(({ dash }) => (dash?.driftU ?? 0) > 0)));
  }

  /** Draws all ribbons. `placeOf` tells where a unit is now, or nothing where it is not known. */
  draw(frame: Frame, placeOf: (unit: number) => MercatorPoint | undefined): void {
    if (this.#ribbons.length + this.#leaving.length === 0) return;
    const gl = this.#gl;
    gl.useProgram(this.#program.program);
    gl.uniform2f(this.#program.uniform('viewPx'), frame.view.widthPx, frame.view.heightPx);
    gl.uniform1f(this.#program.uniform('feather'), 1 / frame.pixelRatio);
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    for (const ribbon of this.#ribbons) this.#drawRibbon(frame, ribbon, 1, placeOf);
    for (const { ribbon, sinceMs } of this.#leaving) {
      this.#drawRibbon(frame, ribbon, Math.max(0, 1 - (frame.nowMs - sinceMs) / ribbon.fadeMs), placeOf);
    }
    gl.bindVertexArray(null);
  }

  #drawRibbon(frame: Frame, ribbon: Ribbon, opacity: number, placeOf: (unit: number) => MercatorPoint | undefined): void {
    const place = ribbon.mover === undefined ? undefined : placeOf(ribbon.mover.unit);
    const path = place === undefined ? ribbon.path : ribbon.mover?.at === 'start' ? restOfPath(ribbon.path, place) : [...ribbon.path, place];
    const points = path.map((point) => toScreen(frame.view, point));
    for (const stroke of ribbon.strokes) this.#drawStroke(frame, points, stroke, opacity);
  }

  #drawStroke(frame: Frame, points: readonly ScreenPoint[], stroke: Stroke, opacity: number): void {
    const { uPx } = frame;
    const mesh = strokeMesh(points, [stroke.widthU[0] * uPx, stroke.widthU[1] * uPx]);
    if (mesh.length === 0) return;
    const gl = this.#gl;
    const { onU = 0, offU = 0, driftU = 0 } = stroke.dash ?? {};
    const periodU = onU + offU || 1;
    const driftedU = isCalm() ? 0 : ((frame.nowMs / 1_000) * driftU) % periodU;
    gl.uniform4f(this.#program.uniform('colour'), ...rgba(stroke.colour));
    gl.uniform2f(this.#program.uniform('opacity'), stroke.opacity[0] * opacity, stroke.opacity[1] * opacity);
    gl.uniform3f(this.#program.uniform('dash'), onU * uPx, offU * uPx, driftedU * uPx);
    gl.bufferData(gl.ARRAY_BUFFER, mesh, gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, mesh.length / MESH_FLOATS);
  }
}

function rgba(hex: string): [number, number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255, 1];
}
