import { join } from 'node:path';
import { z } from 'zod';
import { MINUTE_MS } from '@wangge/shared/base';
import { FENCE_HAPPENINGS, FENCE_KINDS, type Fence, type FenceWatch } from '@wangge/shared/district-map';
import { lineLengthM, signedRingArea, type LineString, type LngLat, type Polygon } from '@wangge/shared/geo';
import { jsonKind, type PathProblem } from '../lists/json-kind.api.ts';

const MOST_FENCES = 500;
const MOST_CORNERS = 500;
const SHORTEST_ROUTE_M = 50;
const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '应如 2026-11-22');
const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应如 08:30');
const corner = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)], '应为 [经度, 纬度]');
const minutes = z.number().int('应为整分钟').min(1, '至少 1 分钟').max(1_440, '最多 1440 分钟').transform((count) => count * MINUTE_MS);
const names = z.array(z.string().trim().min(1, '不能为空')).max(200, '最多 200 个').default([]);

const watch = z.strictObject({
  tells: z.array(z.enum(FENCE_HAPPENINGS, `可用 ${FENCE_HAPPENINGS.join('、')}`)).min(1, '没有写要提示什么'),
  stayMin: minutes.nullish(), offM: z.number().min(20, '至少 20 米').max(5_000, '最多 5000 米').nullish(), offMin: minutes.nullish(),
  unitKinds: z.array(z.enum(['vehicle', 'person'], '可用 vehicle、person')).default([]), squads: names, units: names,
  hours: z.array(z.strictObject({ from: hour, to: hour })).max(6, '最多 6 段').default([]), isAlarm: z.boolean().default(false),
}).transform(({ stayMin = null, offM = null, offMin = null, ...rest }): FenceWatch => ({ ...rest, stayMs: stayMin, offM, offMs: offMin }));

const fence = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, '可用小写字母、数字和连字符'), name: z.string().trim().min(1, '不能为空').max(20, '最多 20 个字'), kind: z.enum(FENCE_KINDS, `可用 ${FENCE_KINDS.join('、')}`),
  areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12})$/, '应为 6、9 或 12 位区划编码'), validFrom: day, validUntil: day.nullable(),
  corners: z.array(corner).min(3, '至少 3 个角').max(MOST_CORNERS, `最多 ${MOST_CORNERS} 个角`).optional(),
  path: z.array(corner).min(2, '至少 2 个点').max(MOST_CORNERS, `最多 ${MOST_CORNERS} 个点`).optional(),
  watch: watch.nullable().default(null),
}).superRefine(({ kind, corners, path }, context) => {
  const [needed, other] = kind === 'route' ? ['path', 'corners'] as const : ['corners', 'path'] as const;
  const given = { corners, path };
  if (given[needed] === undefined) context.addIssue({ code: 'custom', path: [needed], message: kind === 'route' ? '巡查路线要写 path' : '要写 corners' });
  if (given[other] !== undefined) context.addIssue({ code: 'custom', path: [other], message: kind === 'route' ? '巡查路线只写 path' : '区域只写 corners' });
});

/**
 * 电子围栏: areas and routes of the map with name, purpose and validity, and what they tell of whom. Places are WGS-84, one after the
 * other; an area closes by itself. `stayMin` and `offMin` are minutes, `offM` metres.
 */
export const fenceKind = jsonKind<readonly Fence[]>({
  kind: 'fences', name: '电子围栏', file: join(import.meta.dirname, 'defaults/fences.json'),
  schema: z.array(fence).max(MOST_FENCES).transform((all) => all.map(({ corners, path, ...rest }): Fence => ({ ...rest, shape: shapeOf(corners ?? [], path) }))),
  check: (fences) => fences.flatMap((one, index) => [
    ...(fences.findIndex((other) => other.id === one.id) < index ? [{ path: `${index}.id`, reason: `编号 ${one.id} 重复` }] : []),
    ...(one.validUntil !== null && one.validUntil < one.validFrom ? [{ path: `${index}.validUntil`, reason: '止日早于起日' }] : []),
    ...shapeProblems(one.shape, index), ...watchProblems(one, index),
  ]),
});

function shapeOf(corners: readonly LngLat[], path: readonly LngLat[] | undefined): Polygon | LineString {
  return path === undefined ? { type: 'Polygon', coordinates: [closed(corners)] } : { type: 'LineString', coordinates: path };
}

function closed(corners: readonly LngLat[]): readonly LngLat[] {
  const [first, last] = [corners[0], corners.at(-1)];
  return first === undefined || (first[0] === last?.[0] && first[1] === last[1]) ? corners : [...corners, first];
}

function shapeProblems(shape: Polygon | LineString, index: number): PathProblem[] {
  if (shape.type === 'LineString') return lineLengthM(shape.coordinates) < SHORTEST_ROUTE_M ? [{ path: `${index}.path`, reason: `路线不足 ${SHORTEST_ROUTE_M} 米` }] : [];
  return Math.abs(signedRingArea(shape.coordinates[0] ?? [])) < 1e-12 ? [{ path: `${index}.corners`, reason: '这些角围不出面积' }] : [];
}

/** What could never be told, or would be told of nothing. */
function watchProblems({ kind, watch: told }: Fence, index: number): PathProblem[] {
  if (told === null) return [];
  const at = `${index}.watch`;
  return [
    ...told.tells.flatMap((one, place) => ((one === 'off-route') === (kind === 'route') ? [] : [{ path: `${at}.tells.${place}`, reason: kind === 'route' ? '巡查路线只能用 off-route' : '区域不能用 off-route' }])),
    ...(told.tells.includes('stay') && told.stayMs === null ? [{ path: at, reason: '停留超时要写 stayMin' }] : []),
    ...(told.tells.includes('off-route') && (told.offM === null || told.offMs === null) ? [{ path: at, reason: '偏离路线要写 offM 和 offMin' }] : []),
    ...told.hours.flatMap(({ from, to }, place) => (from === to ? [{ path: `${at}.hours.${place}`, reason: '起止相同；全天请不写时段' }] : [])),
  ];
}
