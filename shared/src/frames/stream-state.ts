/** What both ends of a position stream hold per unit index, in quanta (see `layout`). `tick` 0 means: not held. */
export interface StreamColumns {
  readonly lng: Int32Array;
  readonly lat: Int32Array;
  readonly stepLng: Int32Array;
  readonly stepLat: Int32Array;
  readonly heading: Uint8Array;
  readonly speed: Uint8Array;
  readonly fix: Float64Array;
  readonly pause: Int32Array;
  /** The tick at which the unit was last named. */
  readonly tick: Uint32Array;
}

/** The highest unit index a stream may name, so that a broken frame cannot ask for all memory. */
export const MAX_UNIT_INDEX = 1_048_575;

function columnsOf(size: number): StreamColumns {
  return {
    lng: new Int32Array(size), lat: new Int32Array(size), stepLng: new Int32Array(size), stepLat: new Int32Array(size),
    heading: new Uint8Array(size), speed: new Uint8Array(size), fix: new Float64Array(size), pause: new Int32Array(size),
    tick: new Uint32Array(size),
  };
}

/** Columns with room for `index`: the same ones, or wider ones holding the same values. */
export function withRoomFor(columns: StreamColumns, index: number): StreamColumns {
  const size = columns.tick.length;
  if (index < size) return columns;
  const wider = columnsOf(Math.max(size * 2, index + 1));
  wider.lng.set(columns.lng);
  wider.lat.set(columns.lat);
  wider.stepLng.set(columns.stepLng);
  wider.stepLat.set(columns.stepLat);
  wider.heading.set(columns.heading);
  wider.speed.set(columns.speed);
  wider.fix.set(columns.fix);
  wider.pause.set(columns.pause);
  wider.tick.set(columns.tick);
  return wider;
}

/** Columns that hold no unit yet. */
export function emptyColumns(): StreamColumns {
  return columnsOf(256);
}
