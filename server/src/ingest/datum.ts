import gcoordModule from 'gcoord';
import { ok, refuse, type Result } from '@wangge/shared/base';
import { isPossibleLngLat, type LngLat } from '@wangge/shared/geo';

/** 坐标系 in which a place may be given. It is converted once, at the door, and kept as WGS-84. */
export const DATUMS = ['WGS84', 'CGCS2000', 'GCJ02', 'BD09'] as const;
export type Datum = (typeof DATUMS)[number];

type Crs = string & { readonly crs: unique symbol };
/** gcoord is published as CommonJS with types of an ES module; this is what arrives at run time. */
const gcoord = gcoordModule as unknown as {
  readonly WGS84: Crs;
  readonly GCJ02: Crs;
  readonly BD09: Crs;
  transform(place: [number, number], from: Crs, to: Crs): [number, number];
};

/** CGCS2000 and WGS-84 differ by centimetres: on a wall they are one. */
const CRS_OF: Readonly<Record<Datum, Crs>> = { WGS84: gcoord.WGS84, CGCS2000: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 };

/** Brings a place to WGS-84, six decimals (0.1 m). Refuses what cannot be a place on earth, 0/0 included. */
export function toWgs84(lng: number, lat: number, datum: Datum): Result<LngLat> {
  if (!isPossibleLngLat([lng, lat]) || (lng === 0 && lat === 0)) return refuse('COORDINATE_INVALID', { field: 'lng' });
  if (CRS_OF[datum] === gcoord.WGS84) return ok([lng, lat]);
  const [x, y] = gcoord.transform([lng, lat], CRS_OF[datum], gcoord.WGS84);
  return ok([Math.round(x * 1e6) / 1e6, Math.round(y * 1e6) / 1e6]);
}
