import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Camera, CameraKind } from '@wangge/shared/camera';
import type { Clock } from '../../platform/clock.ts';
import { createPinnedGlance } from '../../platform/pinned-request.ts';
import { createAskCamera, type CameraAnswer } from './ask-camera.ts';
import { createCameraWatch } from './camera-watch.ts';

const LIVE = '#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n#EXTINF:2,\nseg7.ts\n';

describe('what a camera answers', () => {
  let server: Server;
  let host: string;
  let say: (response: ServerResponse) => void;
  let heard: string[];

  beforeEach(async () => {
    heard = [];
    server = createServer((request, response) => {
      heard.push(`${request.method} ${request.url}`);
      say(response);
    });
    await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => new Promise<void>((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  }));

  const ask = (kind: CameraKind, url = `http://${host}/a`): Promise<CameraAnswer> => createAskCamera(createPinnedGlance([host]))({ kind, url });

  it.each([
    ['a live playlist', LIVE, { standing: 'up', picture: LIVE }], ['a playlist of playlists', '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n', { standing: 'up', picture: null }],
    ['a playlist with an end', `${LIVE}#EXT-X-ENDLIST\n`, { standing: 'recorded' }], ['a page', '<html>', { standing: 'odd' }],
  ])('[VD4] tells %s for what it is', async (_, body, answer) => {
    say = (response) => response.end(body);
    expect(await ask('hls')).toMatchObject(answer);
  });

  it('[VD4] looks at the beginning of a stream that never ends, and hangs up', async () => {
    let isHungUp: () => void = () => undefined;
    const hungUp = new Promise<void>((resolve) => { isHungUp = resolve; });
    say = (response) => {
      response.once('close', isHungUp);
      response.write(Buffer.concat([Buffer.from('FLV\x01\x01'), Buffer.alloc(500)]));
    };
    expect(await ask('flv')).toEqual({ standing: 'up', picture: null });
    await hungUp;
    say = (response) => response.end('no stream');
    expect(await ask('flv')).toMatchObject({ standing: 'odd' });
  });

  it('[VD4] asks a WHEP endpoint without offering anything', async () => {
    say = (response) => response.writeHead(204).end();
    expect(await ask('whep')).toMatchObject({ standing: 'up' });
    expect(heard).toEqual(['OPTIONS /a']);
    say = (response) => response.writeHead(404).end();
    expect(await ask('whep')).toMatchObject({ standing: 'away' });
  });

  it('[VD4] asks no host that is not allowed, and follows nobody elsewhere', async () => {
    say = (response) => response.writeHead(302, { location: `http://${host}/b` }).end();
    expect(await ask('hls', 'http://elsewhere.lan/a')).toMatchObject({ standing: 'forbidden' });
    expect(await ask('hls')).toMatchObject({ standing: 'away' });
    expect(heard).toEqual(['GET /a']);
  });
});

/** A clock whose seconds pass by hand. */
function handClock(): Clock & { pass(seconds: number): Promise<void> } {
  let now = 1_000_000;
  let tick: (() => void) | null = null;
  return {
    now: () => now,
    after: () => () => undefined,
    every(_ms, callback) {
      tick = callback;
      return () => { tick = null; };
    },
    async pass(seconds) {
      for (let second = 0; second < seconds; second += 1) {
        now += 1_000;
        tick?.();
        for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
      }
    },
  };
}

const camera = (id: string, url = `http://a.lan/${id}`): Camera => ({ id, name: id, place: '', areaCode: '320281', lngLat: [120, 31], headingDeg: null, fieldDeg: null, kind: 'hls', url, roles: ['wall'], tags: [] });

describe('the health of cameras', () => {
  function watching(cameras: () => readonly Camera[], answer: (url: string) => CameraAnswer) {
    const clock = handClock();
    const asked: string[] = [];
    let rounds = 0;
    const watch = createCameraWatch({
      cameras, everyMs: () => 60_000, clock, onRound: () => { rounds += 1; },
      ask: async ({ url }) => {
        asked.push(url);
        return answer(url);
      },
    });
    return { clock, asked, watch, rounds: () => rounds, stop: watch.start() };
  }

  it('[VD4] is unknown until it was asked, then told with when it was asked and since when that is so', async () => {
    let standing: CameraAnswer['standing'] = 'up';
    const { clock, watch, rounds } = watching(() => [camera('a')], () => ({ standing, picture: null }));
    expect(watch.healthOf('a')).toEqual({ standing: 'unknown', askedAt: null, since: null });
    await clock.pass(1);
    expect(watch.healthOf('a')).toEqual({ standing: 'up', askedAt: 1_001_000, since: 1_001_000 });
    await clock.pass(60);
    expect([watch.healthOf('a'), rounds()]).toEqual([{ standing: 'up', askedAt: 1_061_000, since: 1_001_000 }, 2]);
    standing = 'away';
    await clock.pass(60);
    expect(watch.healthOf('a')).toEqual({ standing: 'away', askedAt: 1_121_000, since: 1_121_000 });
  });

  it('[VD4] is told of a playlist that says the same again: its picture stands', async () => {
    let picture = LIVE;
    const { clock, watch } = watching(() => [camera('a')], () => ({ standing: 'up', picture }));
    await clock.pass(1);
    await clock.pass(60);
    expect(watch.healthOf('a')).toMatchObject({ standing: 'still', since: 1_001_000 });
    picture = LIVE.replaceAll('7', '8');
    await clock.pass(60);
    expect(watch.healthOf('a')).toMatchObject({ standing: 'up', since: 1_121_000 });
  });

  it('[VD4] begins anew with another address, and is asked at once of a camera that is new', async () => {
    let cameras = [camera('a')];
    const { clock, asked, watch } = watching(() => cameras, () => ({ standing: 'up', picture: null }));
    await clock.pass(1);
    cameras = [camera('a', 'http://a.lan/other'), camera('b')];
    await clock.pass(1);
    expect(asked).toEqual(['http://a.lan/a', 'http://a.lan/other', 'http://a.lan/b']);
    expect(watch.healthOf('a')).toMatchObject({ since: 1_002_000 });
  });

  it('asks nobody any more once it was stopped', async () => {
    const { clock, asked, stop } = watching(() => [camera('a')], () => ({ standing: 'up', picture: null }));
    await clock.pass(1);
    stop();
    await clock.pass(120);
    expect(asked).toHaveLength(1);
  });
});
