import { join } from 'node:path';
import { z } from 'zod';
import { FENCE_KINDS, type Fence } from '@wangge/shared/district-map';
import { signedRingArea, type LngLat } from '@wangge/shared/geo';
import { jsonKind } from '../lists/json-kind.api.ts';

const MOST_FENCES = 500;
const MOST_CORNERS = 500;
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应如 2026-11-22');
const corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], '应为 [经度, 纬度]');

const fence = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '可用小写字母、数字和连字符'), name: z.string().trim().min(1, '不能为空').max(20, '最多 20 个字'), kind: z.enum(FENCE_KINDS, `可用 ${FENCE_KINDS.join('、')}`),
  areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, '应为 6、9 或 12 位区划编码'), validFrom: day, validUntil: day.nullable(),
  corners: z.array(corner).min(3, '至少 3 个角').max(MOST_CORNERS, `最多 ${MOST_CORNERS} 个角`),
});

/** 电子围栏: areas of the map with name, purpose and validity, corners in WGS-84 one after the other; they close by themselves. */
export const fenceKind = jsonKind<readonly Fence[]>({
  kind: 'fences', name: '电子围栏', file: join(import.meta.dirname, 'defaults/fences.json'),
  schema: z.array(fence).max(MOST_FENCES).transform((all) => all.map(({ corners, ...rest }): Fence => ({ ...rest, area: { type: 'Polygon', coordinates: [closed(corners)] } }))),
  check: (fences) => fences.flatMap(({ id, validFrom, validUntil, area }, index) => [
    ...(fences.findIndex((other) => other.id === id) < index ? [{ path: `${index}.id`, reason: `编号 ${id} 重复` }] : []),
    ...(validUntil !== null && validUntil < validFrom ? [{ path: `${index}.validUntil`, reason: '止日早于起日' }] : []),
    ...(Math.abs(signedRingArea(area.coordinates[0] ?? [])) < 1e-12 ? [{ path: `${index}.corners`, reason: '这些角围不出面积' }] : []),
  ]),
});

function closed(corners: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [corners[0], corners.at(-1)];
  return first === undefined || (first[0] === last?.[0] && first[1] === last[1]) ? corners : [...corners, first];
}
