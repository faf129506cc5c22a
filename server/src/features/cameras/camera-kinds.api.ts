import { join } from 'node:path';
import { z } from 'zod';
import { addressFault, type AddressFault, type Camera, type CameraKind, type CameraRole, type CameraRules } from '@wangge/shared/camera';
import { fromDatum, isPossibleLngLat, type DatumName, type LngLat } from '@wangge/shared/geo';
import { csvKind, repeated } from '../lists/csv-kind.api.ts';
import { jsonKind } from '../lists/json-kind.api.ts';
import { cell } from '../lists/list-cells.api.ts';
import type { ListKind } from '../lists/list-kind.api.ts';

const FOLDER = join(import.meta.dirname, 'defaults');
const MOST_CAMERAS_LISTED = 2_000;

const KINDS: Readonly<Record<string, CameraKind>> = { HLS: 'hls', FLV: 'flv', WHEP: 'whep' };
const DATUMS: Readonly<Record<string, DatumName>> = { WGS84: 'wgs84', CGCS2000: 'cgcs2000', GCJ02: 'gcj02', BD09: 'bd09' };
const POSTS: Readonly<Record<string, CameraRole>> = {
  指挥长: 'commander', 值班长: 'duty-chief', 派遣员: 'dispatcher', 受理员: 'intake', 分管领导: 'centre-deputy', 县中心: 'county-centre', 部门: 'department', 督查员: 'inspector', 领导: 'leader', 大屏: 'wall',
};
const FAULTS: Readonly<Record<AddressFault, string>> = {
  malformed: '应为 http:// 或 https:// 开头的地址',
  credentials: '地址里不能有账号密码：打开它的每台屏都会拿到；请在流媒体服务器上按来源地址放行，或用短时令牌',
  'host-forbidden': '主机不在 CAMERA_HOSTS 里，请管理员先加上（非 80、443 的要写端口）',
};

/** A line of the register as its cells were read; its place still as it was written. */
interface CameraLine extends Omit<Camera, 'lngLat'> {
  readonly lng: number;
  readonly lat: number;
  readonly datum: DatumName;
}

const degrees = (most: number, what: string): z.ZodType<number | null, string> => cell.numberOrNull.refine((value) => value === null || value <= most, what);
const posts = cell.several.transform((words, context) => words.flatMap((word): CameraRole[] => {
  const role = POSTS[word];
  if (!role) context.addIssue({ code: 'custom', message: `“${word}”不能看视频，应为 ${Object.keys(POSTS).join('、')} 之一` });
  return role ? [role] : [];
})).refine((roles) => roles.length > 0, '不能为空：没有写明谁可看的点位谁也看不到');

function placeOf({ lng, lat, datum }: Pick<CameraLine, 'lng' | 'lat' | 'datum'>): LngLat {
  return fromDatum([lng, lat], datum);
}

const lines = csvKind<CameraLine>({
  kind: 'cameras', name: '视频点位', file: join(FOLDER, 'cameras.csv'), mayBeEmpty: true,
  columns: {
    id: '编号', name: '名称', place: '位置', areaCode: '区划编码', lng: '经度', lat: '纬度', datum: '坐标系', headingDeg: '朝向', fieldDeg: '视角', kind: '类型', url: '地址', roles: '可看', tags: '标签',
  },
  row: z.strictObject({
    id: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, '可用字母、数字和连字符，最多 40 个'), name: cell.text.max(20, '最多 20 个字'), place: cell.note.max(40, '最多 40 个字'),
    areaCode: z.string().regex(/^(\d{6}|\d{9}|\d{12}|\d{15})$/, '应为 6、9、12 或 15 位区划编码'), lng: cell.number, lat: cell.number, datum: cell.oneOf(DATUMS),
    headingDeg: degrees(360, '应为 0 到 360 度，正北为 0，顺时针'), fieldDeg: degrees(360, '应为 0 到 360 度'), kind: cell.oneOf(KINDS), url: cell.text.max(500, '最多 500 个字符'), roles: posts, tags: cell.several,
  }) as unknown as z.ZodType<CameraLine>,
  check: (rows, { allowsCameraHost = () => true }) => [
    ...repeated(rows, '编号', ({ id }) => id),
    ...rows.flatMap(({ line, value }) => {
      const fault = addressFault(value.url, allowsCameraHost);
      return [
        ...(fault === null ? [] : [{ line, column: '地址', reason: FAULTS[fault] }]),
        ...(isPossibleLngLat(placeOf(value)) ? [] : [{ line, column: '经度', reason: '坐标不可能存在' }]),
      ];
    }),
    ...(rows.length > MOST_CAMERAS_LISTED ? [{ line: 0, column: '', reason: `最多 ${MOST_CAMERAS_LISTED} 个点位` }] : []),
  ],
});

/** 视频点位: every camera with where it hangs, its address and who may look; places in the datum its line names, kept as WGS-84. */
export const camerasKind: ListKind<readonly Camera[]> = {
  ...lines,
  read(text, context) {
    const { content, problems } = lines.read(text, context);
    return { content: content.map(({ lng, lat, datum, ...rest }): Camera => ({ ...rest, lngLat: placeOf({ lng, lat, datum }) })), problems };
  },
};

export const cameraRulesKind: ListKind<CameraRules> = jsonKind<CameraRules>({
  kind: 'camera-rules', name: '视频规则', file: join(FOLDER, 'camera-rules.json'),
  schema: z.strictObject({
    nearM: z.number().min(10, '应为 10 到 5000 米').max(5_000, '应为 10 到 5000 米'), nearCount: z.number().int().min(0).max(3, '最多 3 路'),
    openMinutes: z.number().min(1, '应为 1 到 60 分钟').max(60, '应为 1 到 60 分钟'), askEveryS: z.number().int().min(10, '至少 10 秒').max(3_600),
  }),
});

export const cameraKinds: readonly ListKind[] = [camerasKind, cameraRulesKind];
