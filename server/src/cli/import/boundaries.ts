import { z } from 'zod';
import type { Area } from '@wangge/shared/geo';
import { toWgs84, type Datum } from '../../ingest/datum.ts';
import { CliRefusal } from '../refusals.ts';
import type { Problem } from './problems.ts';

/** An area as a boundary file gives it, brought to WGS-84. `code` is empty where the file has none. */
export interface Boundary {
  readonly file: string;
  readonly code: string;
  readonly name: string;
  readonly area: Area;
}

const position = z.tuple([z.number(), z.number()]).rest(z.number());
const ring = z.array(position).min(4, '环至少要 4 个点');
const geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1)).min(1) }),
]);
const label = z.union([z.string(), z.number()]).transform(String).catch('');
const feature = z.object({
  type: z.literal('Feature'),
  properties: z.object({ code: label, adcode: label, name: label }).nullish(),
  geometry,
});
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });

/** A ring in WGS-84; null when a position is impossible or the ring is open. */
function convertRing(positions: z.infer<typeof ring>, datum: Datum): readonly (readonly [number, number])[] | string {
  const places: (readonly [number, number])[] = [];
  for (const [lng, lat] of positions) {
    const place = toWgs84(lng, lat, datum);
    if (!place.ok) return `坐标 ${lng},${lat} 不可能存在（应为经度在前的度数）`;
    places.push(place.value);
  }
  const [first, last] = [positions[0], positions.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] ? places : '环没有闭合（末点应与首点相同）';
}

function convert(shape: z.infer<typeof geometry>, datum: Datum): Area | string {
  const polygons = shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
  const converted = polygons.map((rings) => rings.map((r) => convertRing(r, datum)));
  const wrong = converted.flat().find((r) => typeof r === 'string');
  if (wrong !== undefined) return wrong;
  const coordinates = converted as (readonly (readonly [number, number])[])[][];
  return shape.type === 'Polygon' ? { type: 'Polygon', coordinates: coordinates[0] ?? [] } : { type: 'MultiPolygon', coordinates };
}

/**
 * Reads the areas of a GeoJSON file whose coordinates are in `datum`. Throws CliRefusal when it is no GeoJSON; a feature
 * that can't be used is listed by its number.
 */
export function readBoundaries(file: string, text: string, datum: Datum): { readonly boundaries: Boundary[]; readonly problems: Problem[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CliRefusal('GEOJSON_INVALID', { file, detail: '不是合法的 JSON' });
  }
  const whole = collection.safeParse(data);
  const features: readonly unknown[] = whole.success ? whole.data.features : [data];
  if (!whole.success && (data as { type?: unknown } | null)?.type !== 'Feature') throw new CliRefusal('GEOJSON_INVALID', { file, detail: '应为 FeatureCollection 或 Feature' });
  const boundaries: Boundary[] = [];
  const problems: Problem[] = [];
  features.forEach((item, index) => {
    const refuse = (reason: string): void => void problems.push({ file, line: null, column: `第 ${index + 1} 个要素`, reason });
    const parsed = feature.safeParse(item);
    if (!parsed.success) return refuse(`应为 Polygon 或 MultiPolygon：${parsed.error.issues[0]?.path.join('.')} ${parsed.error.issues[0]?.message}`);
    const area = convert(parsed.data.geometry, datum);
    if (typeof area === 'string') return refuse(area);
    const { code = '', adcode = '', name = '' } = parsed.data.properties ?? {};
    boundaries.push({ file, code: code || adcode, name, area });
  });
  return { boundaries, problems };
}
