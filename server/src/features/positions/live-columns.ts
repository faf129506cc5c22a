/** The columns of the live table. `fixAt` 0 means: no position yet. */
export interface LiveColumns {
  readonly lng: Float64Array;
  readonly lat: Float64Array;
  readonly headingDeg: Float32Array;
  readonly speedKmh: Float32Array;
  readonly fixAt: Float64Array;
  readonly receivedAt: Float64Array;
  readonly isChanged: Uint8Array;
}

function columnsOf(size: number): LiveColumns {
  return {
    lng: new Float64Array(size), lat: new Float64Array(size), headingDeg: new Float32Array(size), speedKmh: new Float32Array(size),
    fixAt: new Float64Array(size), receivedAt: new Float64Array(size), isChanged: new Uint8Array(size),
  };
}

/** Columns without rows. */
export function emptyColumns(): LiveColumns {
  return columnsOf(256);
}

/** Columns with a row `index`: the same ones, or wider ones holding the same values. */
export function withRoomFor(columns: LiveColumns, index: number): LiveColumns {
  if (index < columns.fixAt.length) return columns;
  const wider = columnsOf(Math.max(columns.fixAt.length * 2, index + 1));
  wider.lng.set(columns.lng);
  wider.lat.set(columns.lat);
  wider.headingDeg.set(columns.headingDeg);
  wider.speedKmh.set(columns.speedKmh);
  wider.fixAt.set(columns.fixAt);
  wider.receivedAt.set(columns.receivedAt);
  wider.isChanged.set(columns.isChanged);
  return wider;
}
