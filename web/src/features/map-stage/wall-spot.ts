/** A place that the camera of a wall is sent to, and what is to be seen around it; `key` changes when it is to be sent anew. */
export interface WallSpot {
  readonly key: string;
  readonly lngLat: readonly [number, number];
  readonly around: readonly (readonly [number, number])[];
}
