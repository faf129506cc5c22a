/** A line of 视频点位 as tests write it; what is left out is as for a camera in the town that everybody may look through. */
export interface CameraLine {
  readonly id: string;
  readonly url: string;
  readonly kind?: 'HLS' | 'FLV' | 'WHEP';
  readonly name?: string;
  readonly lngLat?: readonly [number, number];
  readonly areaCode?: string;
  readonly roles?: string;
  readonly tags?: string;
}

const HEAD = '编号,名称,位置,区划编码,经度,纬度,坐标系,朝向,视角,类型,地址,可看,标签';
const EVERYBODY = '指挥长;值班长;派遣员;大屏';

/** The register as a county hands it in. */
export function cameraList(lines: readonly CameraLine[]): string {
  const rows = lines.map(({ id, url, kind = 'HLS', name = `点位${id}`, lngLat = [120.2846, 31.7842], areaCode = '320281104', roles = EVERYBODY, tags = '河道' }) =>
    [id, name, '霞客大道路口', areaCode, lngLat[0], lngLat[1], 'WGS84', 90, 60, kind, url, roles, tags].join(','));
  return `${[HEAD, ...rows].join('\n')}\n`;
}
