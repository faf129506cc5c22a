/** Where a sprite lies in the atlas: shares of its width and height, and the sprite's size in CSS px. */
export interface SpriteCell {
  readonly u: number;
  readonly v: number;
  readonly uSize: number;
  readonly vSize: number;
  readonly sizePx: number;
}

/** How to draw a sprite: a square of `sizePx` CSS px, drawn around the middle. */
export interface SpriteRecipe {
  readonly key: string;
  readonly sizePx: number;
  draw(context: CanvasRenderingContext2D): void;
}

const ATLAS_PX = 2048;
const GAP_PX = 2;

/**
 * Pictures of marks, drawn once at the screen's own resolution and kept in one texture. A sprite is drawn the first time it is asked for.
 * A full atlas starts over: whoever holds cells asks for them again when `generation` has changed.
 */
export class SpriteAtlas {
  readonly #gl: WebGL2RenderingContext;
  readonly #pixelRatio: number;
  readonly #texture: WebGLTexture;
  readonly #context: CanvasRenderingContext2D;
  readonly #cells = new Map<string, SpriteCell>();
  #x = 0;
  #y = 0;
  #shelfPx = 0;
  #isStale = true;
  generation = 0;

  constructor(gl: WebGL2RenderingContext, pixelRatio: number) {
    const context = new OffscreenCanvas(ATLAS_PX, ATLAS_PX).getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no 2D canvas for the marks');
    this.#gl = gl;
    this.#pixelRatio = pixelRatio;
    this.#context = context as unknown as CanvasRenderingContext2D;
    this.#texture = gl.createTexture();
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  }

  /** The cell of a sprite, drawn now if it was not yet. */
  cell(recipe: SpriteRecipe): SpriteCell {
    return this.#cells.get(recipe.key) ?? this.#add(recipe);
  }

  /** Binds the texture, sending it to the card first if a sprite was added. */
  bind(): void {
    const gl = this.#gl;
    gl.bindTexture(gl.TEXTURE_2D, this.#texture);
    if (!this.#isStale) return;
    this.#isStale = false;
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, this.#context.canvas);
  }

  dispose(): void {
    this.#gl.deleteTexture(this.#texture);
  }

  #add({ key, sizePx, draw }: SpriteRecipe): SpriteCell {
    const side = Math.ceil((sizePx * this.#pixelRatio) / 2) * 2;
    this.#makeRoom(side);
    const context = this.#context;
    context.save();
    context.translate(this.#x + side / 2, this.#y + side / 2);
    context.scale(this.#pixelRatio, this.#pixelRatio);
    draw(context);
    context.restore();
    const share = side / ATLAS_PX;
    const cell = { u: this.#x / ATLAS_PX, v: this.#y / ATLAS_PX, uSize: share, vSize: share, sizePx: side / this.#pixelRatio };
    this.#x += side + GAP_PX;
    this.#shelfPx = Math.max(this.#shelfPx, side + GAP_PX);
    this.#cells.set(key, cell);
    this.#isStale = true;
    return cell;
  }

  #makeRoom(side: number): void {
    if (this.#x + side > ATLAS_PX) {
      this.#x = 0;
      this.#y += this.#shelfPx;
      this.#shelfPx = 0;
    }
    if (this.#y + side <= ATLAS_PX) return;
    this.#cells.clear();
    this.#context.clearRect(0, 0, ATLAS_PX, ATLAS_PX);
    this.#x = this.#y = this.#shelfPx = 0;
    this.generation += 1;
  }
}
