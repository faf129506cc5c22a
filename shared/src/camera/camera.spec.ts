import { describe, expect, it } from 'vitest';
import { createPlane } from '../geo/index.ts';
import { addressFault } from './address.ts';
import { maySeeCamera, type CameraRow, type CameraStanding } from './camera.ts';
import { nearestCameras } from './near.ts';

const plane = createPlane([120.28, 31.78]);
const rules = { nearM: 500, nearCount: 3 };
const camera = (id: string, eastM: number, standing: CameraStanding = 'up'): CameraRow => ({
  id, name: id, place: '', areaCode: '320281104200', lngLat: plane.toLngLat([eastM, 0]), headingDeg: null, fieldDeg: null, kind: 'hls', tags: [], health: { standing, askedAt: null, since: null },
});
const near = (...cameras: CameraRow[]): string[] => nearestCameras(cameras, plane.toLngLat([0, 0]), rules).map(({ camera: { id } }) => id);

describe('cameras near a place', () => {
  it('[VD8] are the nearest of those that answered, as many as the rules say', () => {
    expect(near(camera('d', 400), camera('a', 10), camera('c', -300), camera('b', 200))).toEqual(['a', 'b', 'c']);
  });

  it('[VD8] are none from beyond, also where fewer hang near', () => {
    expect(near(camera('beyond', 501), camera('within', 499))).toEqual(['within']);
  });

  it('[VD8] come after those that answered where nobody has asked yet, and not at all where nothing live is to be seen', () => {
    expect(near(camera('new', 5, 'unknown'), camera('far', 450), camera('dead', 1, 'away'), camera('frozen', 2, 'still'), camera('clip', 3, 'recorded'), camera('odd', 4, 'odd'), camera('gone', 4, 'forbidden'))).toEqual(['far', 'new']);
  });

  it('[VD8] are none where there is none', () => {
    expect(near()).toEqual([]);
  });
});

describe('who may look', () => {
  const one = { roles: ['duty-chief', 'wall'], areaCode: '320281104200' } as const;
  it.each([
    ['a role its line names, in whose area it lies', 'duty-chief', '320281104', true], ['everybody above', 'wall', '', true], ['somebody within the area it looks at', 'wall', '320281104200003', true],
    ['a role its line leaves out', 'dispatcher', '320281104', false], ['another area', 'duty-chief', '320281105', false],
  ] as const)('[VD3] %s', (_, role, areaCode, may) => {
    expect(maySeeCamera(one, { role, areaCode })).toBe(may);
  });
});

describe('an address', () => {
  const allows = (host: string): boolean => ['media.town.lan:8080', 'media.town.lan'].includes(host);
  it.each([
    ['http://media.town.lan:8080/live/a.m3u8', null], ['https://media.town.lan/whep/a?token=1', null], ['http://media.town.lan:80/a.flv', null], ['https://media.town.lan:443/a', null], ['HTTP://MEDIA.TOWN.LAN/a', null],
    ['http://media.town.lan:443/a', 'host-forbidden'], ['http://media.town.lan:8081/a', 'host-forbidden'], ['http://town.lan/a', 'host-forbidden'], ['http://media.town.lan.evil.cn/a', 'host-forbidden'],
    ['http://admin:admin@media.town.lan/a', 'credentials'], ['http://admin@media.town.lan/a', 'credentials'],
    ['rtsp://media.town.lan/a', 'malformed'], ['media.town.lan/a', 'malformed'], ['http:///a', 'malformed'], ['http://media.town.lan/a b', 'malformed'], ['http://media.town.lan\\@evil.cn/', 'credentials'], ['http://media.town.lan\\evil.cn/', 'host-forbidden'], ['', 'malformed'],
  ] as const)('[VD1] %s', (url, fault) => {
    expect(addressFault(url, allows)).toBe(fault);
  });
});
