import { describe, expect, it } from 'vitest';
import { distanceM } from '@wangge/shared/geo';
import { cameraRulesKind, camerasKind } from './camera-kinds.api.ts';

const HEAD = '编号,名称,位置,区划编码,经度,纬度,坐标系,朝向,视角,类型,地址,可看,标签';
const GOOD = 'gate,南桥,南桥闸口,320281104200,120.28,31.78,WGS84,90,60,HLS,http://media.lan:8080/gate.m3u8?token=1,值班长;大屏,河道;消防通道';
const context = { hasDepartment: () => true, contentOf: () => undefined, allowsCameraHost: (host: string) => host === 'media.lan:8080' };
const read = (...lines: string[]) => camerasKind.read([HEAD, ...lines].join('\n'), context);

describe('the register of cameras', () => {
  it('[VD1] takes a line with what stands in it', () => {
    expect(read(GOOD)).toEqual({
      problems: [],
      content: [{
        id: 'gate', name: '南桥', place: '南桥闸口', areaCode: '320281104200', lngLat: [120.28, 31.78], headingDeg: 90, fieldDeg: 60, kind: 'hls', url: 'http://media.lan:8080/gate.m3u8?token=1',
        roles: ['duty-chief', 'wall'], tags: ['河道', '消防通道'],
      }],
    });
    expect(read(GOOD.replace(',90,60,', ',,,')).content[0]).toMatchObject({ headingDeg: null, fieldDeg: null });
  });

  it('[VD1] brings a place to WGS-84 from the datum its line names', () => {
    const [camera] = read(GOOD.replace('WGS84', 'GCJ02')).content;
    expect(distanceM(camera?.lngLat ?? [0, 0], [120.28, 31.78])).toBeGreaterThan(300);
  });

  it.each([
    [GOOD.replace('gate,', 'ga te,'), '编号', /字母/], [GOOD.replace('HLS', 'RTSP'), '类型', /HLS、FLV、WHEP/], [GOOD.replace('http:', 'rtsp:'), '地址', /http/], [GOOD.replace('http://', 'http://admin:12345@'), '地址', /账号密码/],
    [GOOD.replace('media.lan:8080', 'evil.cn'), '地址', /CAMERA_HOSTS/], [GOOD.replace('值班长;大屏', ''), '可看', /不能为空/], [GOOD.replace('值班长', '网格员'), '可看', /网格员/], [GOOD.replace(',90,', ',361,'), '朝向', /360/],
    [GOOD.replace('120.28', '220'), '经度', /不可能/], [GOOD.replace('320281104200', '32'), '区划编码', /区划/], [GOOD.replace('南桥,', ','), '名称', /不能为空/],
  ])('[VD1] refuses a line by its number, its column and why: %s', (line, column, reason) => {
    const { problems } = read(GOOD, line.replace('gate,', 'other,'));
    expect(problems).toMatchObject([{ line: 3, column, reason: expect.stringMatching(reason) }]);
  });

  it('[VD1] has each id once', () => {
    expect(read(GOOD, GOOD).problems).toMatchObject([{ line: 3, column: '编号' }]);
  });

  it('reads an edition again that was taken while its host was allowed', () => {
    expect(camerasKind.read([HEAD, GOOD].join('\n'), { hasDepartment: () => true, contentOf: () => undefined }).problems).toEqual([]);
  });

  it('[VD8] takes rules of at most three cameras near', () => {
    const rules = { nearM: 500, nearCount: 3, openMinutes: 5, askEveryS: 60 };
    expect(cameraRulesKind.read(JSON.stringify(rules), context).problems).toEqual([]);
    expect(cameraRulesKind.read(JSON.stringify({ ...rules, nearCount: 4 }), context).problems).toMatchObject([{ column: 'nearCount' }]);
  });
});
