/** A linked WebGL 2 program with the places of its uniforms. */
export interface GlProgram {
  readonly program: WebGLProgram;
  uniform(name: string): WebGLUniformLocation | null;
}

/** Compiles and links two shaders; throws with the driver's words where it cannot. */
export function createProgram(gl: WebGL2RenderingContext, vertexSource: string, fragmentSource: string): GlProgram {
  const program = gl.createProgram();
  for (const [type, source] of [[gl.VERTEX_SHADER, vertexSource], [gl.FRAGMENT_SHADER, fragmentSource]] as const) {
    const shader = gl.createShader(type);
    if (shader === null) throw new Error('WebGL gave no shader: the context is lost');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) throw new Error(gl.getShaderInfoLog(shader) ?? 'shader refused');
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(gl.getProgramInfoLog(program) ?? 'program refused');
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    program,
    uniform: (name) => {
      const known = places.get(name);
      if (known !== undefined) return known;
      const place = gl.getUniformLocation(program, name);
      places.set(name, place);
      return place;
    },
  };
}

/** One float attribute of an interleaved buffer: its place in the shader, its number of floats. */
export interface FloatAttribute {
  readonly location: number;
  readonly floats: number;
}

/** Declares interleaved float attributes for the bound buffer; with a divisor of 1 they advance per instance. */
export function declareAttributes(gl: WebGL2RenderingContext, attributes: readonly FloatAttribute[], divisor: 0 | 1): void {
  const strideBytes = attributes.reduce((sum, { floats }) => sum + floats, 0) * Float32Array.BYTES_PER_ELEMENT;
  let offsetBytes = 0;
  for (const { location, floats } of attributes) {
    gl.enableVertexAttribArray(location);
    gl.vertexAttribPointer(location, floats, gl.FLOAT, false, strideBytes, offsetBytes);
    gl.vertexAttribDivisor(location, divisor);
    offsetBytes += floats * Float32Array.BYTES_PER_ELEMENT;
  }
}
