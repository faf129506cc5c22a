import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ShownAlarm } from '@wangge/shared/alarm';
import type { CamerasBoard } from '@wangge/shared/camera';
import type { StageBoard } from '@wangge/shared/stage';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';
import { trialSize } from '../../support/trial-size.ts';
import { prepareVideo, startVideo, type Video } from '../../support/video.ts';
import { countMedia, isPictured, isTold, mediaAlive, oftenAsked, pictureOf, pixelsOf, plainShareOpposite, registerCameras } from '../actions/cameras.ts';
import { Person } from '../actions/person.ts';
import { quietWalls } from '../actions/quiet-walls.ts';
import { IN_TOWN, report } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';
import { isAlive } from '../actions/wall.ts';

const refusal = prepareVideo();
if (refusal !== undefined && process.env['CI']) throw new Error(refusal);
if (refusal !== undefined) console.log(refusal);

/** A place in the town that is far from every camera but one. */
const AWAY_IN_TOWN = [IN_TOWN[0] - 0.012, IN_TOWN[1]] as const;

/** A register of its own, and streams that are killed: the product of the other specs is left alone. */
describe.skipIf(refusal !== undefined)('cameras on the wall', () => {
  const visits = useVisits();
  const [lng, lat] = IN_TOWN;
  let video: Video;
  let server: BuiltServer;
  let chief: Person;
  let wallId: string;

  const direct = (wish: object): Promise<void> => chief.send(`/api/v1/walls/${wallId}/commands`, wish);
  const open = (...ids: string[]): Promise<void> => direct({ action: 'open-cameras', ids });

  async function aWall(options: { readonly mayComplain?: RegExp } = {}): Promise<Page> {
    const { page } = await visits.open(server.wallUrl, { mayReach: video.host, ...options });
    await isAlive(page);
    return page;
  }

  async function moves(page: Page, id: string): Promise<void> {
    await isTold(page, id, 'live');
    const first = await pixelsOf(page, id);
    await expect.poll(() => pixelsOf(page, id), { timeout: 20_000 }).not.toBe(first);
  }

  beforeAll(async () => {
    video = await startVideo();
    server = await startBuiltServer({ CAMERA_HOSTS: video.host });
    await quietWalls(server);
    const { hls, flv, whep } = video.address;
    await registerCameras(server, [
      { id: 'hls', url: hls, name: '璜溪河闸口', lngLat: [lng + 0.001, lat] }, { id: 'flv', url: flv, kind: 'FLV', name: '菜场东门', lngLat: [lng, lat + 0.0012] },
      { id: 'whep', url: whep, kind: 'WHEP', name: '消防通道', lngLat: [lng + 0.02, lat] }, { id: 'lone', url: flv, kind: 'FLV', name: '北圩水闸', lngLat: AWAY_IN_TOWN }, { id: 'dead', url: `http://${video.host}/none.m3u8`, name: '旧机位', lngLat: [lng, lat] },
      ...Array.from({ length: 8 }, (_, n) => ({ id: `more${n}`, url: hls, lngLat: [lng + 0.03 + n / 1_000, lat] as const })),
    ]);
    await oftenAsked(server);
    chief = await Person.signIn(server, 'zhibanzhang');
    wallId = (await chief.read<{ board: StageBoard }>('/api/v1/boards/stage')).board.walls[0]!.wall.id;
    await direct({ action: 'pin', sceneId: 'overview' });
  });
  afterEach(() => direct({ action: 'close-cameras', ids: [] }));
  afterAll(async () => {
    await server?.close();
    await video?.close();
  });

  it('[VD5] [VD7] play by HLS and by FLV: frames really move; closed, nothing of them is there', async () => {
    const page = await aWall();
    await open('hls', 'flv');
    await moves(page, 'hls');
    await moves(page, 'flv');
    expect(await pictureOf(page, 'flv').innerText()).toMatch(/2\s*菜场东门[\s\S]*实时[\s\S]*FLV/);
    await direct({ action: 'close-cameras', ids: ['hls'] });
    await pictureOf(page, 'hls').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await pictureOf(page, 'flv').waitFor({ state: 'detached' });
  });

  it('[VD5] say since when their picture stands when a stream is killed, and play again by themselves when it is back', async () => {
    const page = await aWall({ mayComplain: /503|ERR_|Failed to load resource|status of 404/ });
    await open('hls', 'flv');
    for (const id of ['hls', 'flv']) await isTold(page, id, 'live');
    video.kill();
    for (const id of ['hls', 'flv']) {
      await isTold(page, id, 'stalled');
      expect(await pictureOf(page, id).innerText()).toMatch(/停于 \d\d:\d\d:\d\d[\s\S]*画面停了[\s\S]*正在重新连接/);
      expect(await isPictured(page, id), `${id}: the last picture`).toBe(true);
    }
    await video.back();
    for (const id of ['hls', 'flv']) await moves(page, id);
  });

  it('[VD5] say so when there is nothing, and take no empty place for a picture', async () => {
    const page = await aWall({ mayComplain: /404/ });
    await open('dead');
    await isTold(page, 'dead', 'away');
    expect(await pictureOf(page, 'dead').innerText()).toMatch(/\d\d:\d\d:\d\d 起连不上/);
  });

  it('[VD6] are nine at most: the tenth takes the place of the first', async () => {
    const page = await aWall({ mayComplain: /404/ });
    await open('dead');
    await open(...Array.from({ length: 8 }, (_, n) => `more${n}`));
    await pictureOf(page, 'dead').waitFor();
    await expect.poll(() => page.locator('[data-camera]').count(), { timeout: 20_000 }).toBe(9);
    await open('flv');
    await pictureOf(page, 'flv').waitFor();
    expect([await page.locator('[data-camera]').count(), await pictureOf(page, 'dead').count()]).toEqual([9, 0]);
  });

  it('[VD7] vanish before visitors', async () => {
    const page = await aWall({ mayComplain: /403/ });
    await open('flv');
    await isTold(page, 'flv', 'live');
    await direct({ action: 'pin', sceneId: 'visitor' });
    await pictureOf(page, 'flv').waitFor({ state: 'detached' });
    expect(await page.locator('video').count()).toBe(0);
    await direct({ action: 'pin', sceneId: 'overview' });
  });

  it('[VD8] the nearest that answer open beside a takeover, and none of another', async () => {
    await takesOver('Y005');
    // A stream that was killed before is known to be back when it was asked again.
    await expect.poll(standings, { timeout: 60_000, interval: 500 }).toMatchObject({ hls: 'up', flv: 'up', dead: 'away' });
    const page = await aWall();
    const { id: caseId } = await report(server, { typeCode: 'Y005', lngLat: IN_TOWN });
    await page.getByRole('alertdialog').waitFor();
    for (const id of ['hls', 'flv']) await moves(page, id);
    expect(await page.locator('[data-camera]').evaluateAll((all) => all.map((one) => one.getAttribute('data-camera')))).toEqual(['hls', 'flv']);
    expect(await pictureOf(page, 'hls').innerText()).toMatch(/90 米|100 米/);
    const [card, picture] = [await page.getByRole('alertdialog').boundingBox(), await pictureOf(page, 'flv').boundingBox()];
    expect((picture?.x ?? 0) + (picture?.width ?? 0)).toBeLessThanOrEqual(card?.x ?? 0);
    await acknowledge(caseId);
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(await page.locator('video').count()).toBe(0);
    await quietWalls(server);
  });

  it('[VD12] take nothing off the map but what they cover, one alone beside a takeover', async () => {
    await takesOver('Y005');
    await expect.poll(standings, { timeout: 60_000, interval: 500 }).toMatchObject({ lone: 'up' });
    const page = await aWall();
    const { id: caseId } = await report(server, { typeCode: 'Y005', lngLat: AWAY_IN_TOWN });
    await moves(page, 'lone');
    expect(await page.locator('video').count()).toBe(1);
    expect(await plainShareOpposite(page, 'lone')).toBeLessThan(0.4);
    await acknowledge(caseId);
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    await quietWalls(server);
  });

  it('[VD11] play by WHEP from a peer that answers the offer, and end the session', async () => {
    const page = await aWall();
    const { page: peer, context } = await visits.open(`${server.url}/signin`);
    // Who may use a camera of their own tells addresses, not names that only a network with multicast knows: as a media server does.
    await context.grantPermissions(['camera', 'microphone']);
    const answerOffer = (sdp: string): Promise<string> => peer.evaluate(async (offer) => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [320, 180];
      const pen = canvas.getContext('2d')!;
      let n = 0;
      setInterval(() => {
        n += 1;
        pen.fillStyle = `hsl(${(n * 13) % 360} 80% 50%)`;
        pen.fillRect(0, 0, canvas.width, canvas.height);
      }, 100);
      const connection = new RTCPeerConnection();
      Object.assign(window, { connection });
      await connection.setRemoteDescription({ type: 'offer', sdp: offer });
      for (const track of canvas.captureStream(10).getTracks()) connection.addTrack(track);
      await connection.setLocalDescription(await connection.createAnswer());
      await new Promise<void>((resolve) => {
        if (connection.iceGatheringState === 'complete') resolve();
        connection.addEventListener('icegatheringstatechange', () => { if (connection.iceGatheringState === 'complete') resolve(); });
      });
      return connection.localDescription!.sdp;
    }, sdp);
    video.whep.answer = answerOffer;
    await open('whep');
    await moves(page, 'whep');
    await direct({ action: 'close-cameras', ids: ['whep'] });
    await expect.poll(() => video.whep.ended).toBe(1);
    expect(await peer.evaluate(() => (window as unknown as { connection: RTCPeerConnection }).connection.connectionState)).not.toBe('failed');
    video.whep.answer = null;
  });

  it('[VD10] leave nothing behind: opened and closed again and again', async () => {
    const { page, context } = await visits.open(`${server.url}/signin`, { mayReach: video.host, mayComplain: /404|aborted|ERR_/ });
    await countMedia(page);
    await page.goto(server.wallUrl);
    await isAlive(page);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    const weigh = async (): Promise<{ readonly listeners: number; readonly nodes: number }> => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? NaN;
      return { listeners: of('JSEventListeners'), nodes: of('Nodes') };
    };
    const once = async (ids: readonly string[]): Promise<void> => {
      await open(...ids);
      await page.waitForFunction((count) => document.querySelectorAll('video').length === count, ids.length);
      await direct({ action: 'close-cameras', ids: [] });
      await page.waitForFunction(() => document.querySelectorAll('video').length === 0);
    };
    for (let n = 0; n < 5; n += 1) await once(['hls', 'flv', 'whep']);
    const times = trialSize(12, 50);
    const before = await weigh();
    for (let n = 0; n < times; n += 1) await once(['hls', 'flv', 'whep']);
    await expect.poll(() => mediaAlive(page), { timeout: 20_000 }).toMatchObject({ videos: 0, sources: 0, peers: 0 });
    expect((await mediaAlive(page)).made).toBeGreaterThan(times);
    // The wall itself breathes a little: its lists and labels come and go, and media elements are collected in their own time. Players that stay would be hundreds of each.
    const grown = async (): Promise<string> => {
      const after = await weigh();
      const [listeners, nodes] = [after.listeners - before.listeners, after.nodes - before.nodes];
      return listeners < 40 && nodes < 400 ? 'as before' : `${listeners} listeners and ${nodes} nodes more`;
    };
    await expect.poll(grown, { timeout: 20_000, interval: 1_000 }).toBe('as before');
  });

  /** Answers the alarm of a case, as the duty chief does. */
  async function acknowledge(caseId: string): Promise<void> {
    const { alarms } = await chief.read<{ alarms: readonly ShownAlarm[] }>('/api/v1/alarms?open=true');
    const alarm = alarms.find((one) => one.case?.id === caseId)!;
    await chief.send(`/api/v1/alarms/${encodeURIComponent(alarm.id)}/commands`, { action: 'acknowledge', expectedRevision: alarm.revision, commandId: randomUUID(), payload: {} });
  }

  async function standings(): Promise<Readonly<Record<string, string>>> {
    const { board: { cameras } } = await chief.read<{ board: CamerasBoard }>('/api/v1/boards/cameras');
    return Object.fromEntries(cameras.map(({ id, health: { standing } }) => [id, standing]));
  }

  /** Publishes one rule of takeover, for a type that only this spec reports. */
  async function takesOver(typeCode: string): Promise<void> {
    const rule = {
      id: 'ours', name: '特急案件', on: 'critical-case', typeCodes: [typeCode], areas: [], alsoOwned: false, sound: 'none', isHeardInQuietHours: false, sentence: '{matter}',
      ladder: [{ name: '值班长', roles: ['duty-chief'], afterMin: 0 }], dwellS: 5,
    };
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
    const version = `视频 ${randomUUID().slice(0, 8)}`;
    const text = JSON.stringify({ version, effectiveFrom: today, rules: [rule], flood: { members: 10, windowMin: 10 }, longestShelfMin: 60, quiet: { from: '22:00', to: '06:00' } });
    await (await Person.signIn(server, 'guanli')).send('/api/v1/lists/takeover-rules/versions', { version, effectiveFrom: today, documentNo: '', isConfirmed: true, text });
  }
});
