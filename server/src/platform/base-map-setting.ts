import { z } from 'zod';

/** The base map an installation sets besides the built-in one (底图设置). */
export type BaseMapSetting =
  | { readonly kind: 'builtin' }
  | ({ readonly kind: 'tiles'; readonly url: string; readonly matrixSet: string; readonly key: string } & Placed)
  | ({ readonly kind: 'archive'; readonly file: string } & Placed);

interface Placed {
  readonly datum: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09';
  readonly matrix: 'mercator' | 'geographic';
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly credit: string;
}

const ARCHIVE = 'pmtiles:';
/** Matrix sets in degrees, as 天地图 and the OGC name them; every other one is Web Mercator. */
const DEGREES = /^(c|cgcs2000|epsg:(4326|4490)|crs84)$/i;

/** The environment variables of the base map. */
export const baseMapVariables = {
  BASE_MAP: z.string().default('').superRefine((text, context) => {
    const why = text === '' ? null : text.startsWith(ARCHIVE) ? archiveFault(text.slice(ARCHIVE.length)) : urlFault(text);
    if (why !== null) context.addIssue({ code: 'custom', message: why });
  }),
  BASE_MAP_KEY: z.string().default(''),
  BASE_MAP_DATUM: z.enum(['wgs84', 'cgcs2000', 'gcj02', 'bd09'], '可用 wgs84、cgcs2000、gcj02、bd09').default('wgs84'),
  BASE_MAP_MATRIX_SET: z.string().regex(/^[\w:.-]{1,40}$/, '可用 w、c 或服务说明里的矩阵集名').default('w'),
  BASE_MAP_ZOOMS: z.string().regex(/^\d{1,2}-\d{1,2}$/, '可用“最小-最大”，例如 1-18').default('1-18')
    .refine((text) => { const [from = 0, to = 0] = text.split('-').map(Number); return from <= to && to <= 22; }, '最小不能大于最大，最大不超过 22'),
  BASE_MAP_CREDIT: z.string().max(60, '最多 60 个字').default(''),
};

function archiveFault(file: string): string | null {
  const isInside = file !== '' && !/^([/\\]|[a-z]:)/i.test(file) && !file.split(/[/\\]/).includes('..');
  return isInside && file.endsWith('.pmtiles') ? null : '可用 pmtiles:数据目录里的文件，例如 pmtiles:maps/county.pmtiles';
}

function urlFault(text: string): string | null {
  if (!/^https?:\/\/[^/{}]+\//.test(text)) return '可用 pmtiles:文件，或 http(s):// 开头、含 {z} {x} {y} 的地址模板';
  const missing = ['{z}', '{x}', '{y}'].filter((part) => !text.includes(part));
  if (missing.length > 0) return `地址模板里缺少 ${missing.join(' ')}`;
  const unknown = (text.match(/\{[^}]*\}/g) ?? []).find((part) => !['{z}', '{x}', '{y}', '{key}', '{matrixSet}'].includes(part));
  return unknown === undefined ? null : `地址模板里有不认识的 ${unknown}，可用 {z} {x} {y} {key} {matrixSet}`;
}

/** The setting that the variables make; they were checked one by one. */
export function baseMapSetting(given: {
  readonly BASE_MAP: string; readonly BASE_MAP_KEY: string; readonly BASE_MAP_DATUM: Placed['datum']; readonly BASE_MAP_MATRIX_SET: string; readonly BASE_MAP_ZOOMS: string; readonly BASE_MAP_CREDIT: string;
}): BaseMapSetting {
  if (given.BASE_MAP === '') return { kind: 'builtin' };
  const [minZoom = 1, maxZoom = 18] = given.BASE_MAP_ZOOMS.split('-').map(Number);
  const placed = { datum: given.BASE_MAP_DATUM, minZoom, maxZoom, credit: given.BASE_MAP_CREDIT };
  if (given.BASE_MAP.startsWith(ARCHIVE)) return { kind: 'archive', file: given.BASE_MAP.slice(ARCHIVE.length), matrix: 'mercator', ...placed };
  const matrix = DEGREES.test(given.BASE_MAP_MATRIX_SET) ? 'geographic' : 'mercator';
  return { kind: 'tiles', url: given.BASE_MAP, matrixSet: given.BASE_MAP_MATRIX_SET, key: given.BASE_MAP_KEY, matrix, ...placed };
}
