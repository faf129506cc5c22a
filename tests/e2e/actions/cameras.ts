import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import type { Place } from '../../support/built-server.ts';
import { cameraList, type CameraLine } from '../../support/camera-list.ts';
import { Person } from './person.ts';

const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());

/** Publishes a register of cameras, as an administrator does. */
export async function registerCameras(place: Place, lines: readonly CameraLine[]): Promise<void> {
  const person = await Person.signIn(place, 'guanli');
  await person.send('/api/v1/lists/cameras/versions', { version: `点位 ${randomUUID().slice(0, 8)}`, effectiveFrom: today(), documentNo: '', isConfirmed: true, text: cameraList(lines) });
}

/** Publishes rules by which each camera is asked every ten seconds whether it is there, the least there may be. */
export async function oftenAsked(place: Place): Promise<void> {
  const text = JSON.stringify({ nearM: 500, nearCount: 3, openMinutes: 5, askEveryS: 10 });
  await (await Person.signIn(place, 'guanli')).send('/api/v1/lists/camera-rules/versions', { version: `视频 ${randomUUID().slice(0, 8)}`, effectiveFrom: today(), documentNo: '', isConfirmed: true, text });
}

/** The picture of a camera on the wall. */
export function pictureOf(page: Page, id: string): Locator {
  return page.locator(`[data-camera="${id}"]`);
}

/** Waits until a picture is told as in a state: opening, live, stalled or away. */
export async function isTold(page: Page, id: string, state: string, timeout = 60_000): Promise<void> {
  await pictureOf(page, id).and(page.locator(`[data-picture="${state}"]`)).waitFor({ timeout });
}

/** The pixels that a camera shows now, as text: two moments of a moving picture differ. */
export function pixelsOf(page: Page, id: string): Promise<string> {
  return pictureOf(page, id).locator('video').evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 36];
    const pen = canvas.getContext('2d');
    pen?.drawImage(video, 0, 0, canvas.width, canvas.height);
    return pen?.getImageData(0, 0, canvas.width, canvas.height).data.join(',') ?? '';
  });
}

/** Whether anything but black is seen where a picture stands: in the video itself, or in the last picture kept of it. */
export function isPictured(page: Page, id: string): Promise<boolean> {
  return pictureOf(page, id).evaluate((tile) => [...tile.querySelectorAll<HTMLVideoElement | HTMLCanvasElement>('video, canvas')].some((seen) => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [64, 36];
    const pen = canvas.getContext('2d');
    if (seen instanceof HTMLVideoElement ? seen.videoWidth > 0 : seen.width > 0) pen?.drawImage(seen, 0, 0, canvas.width, canvas.height);
    return pen?.getImageData(0, 0, canvas.width, canvas.height).data.some((value, at) => at % 4 < 3 && value > 32) ?? false;
  }));
}

/**
 * How much of the wall has the one colour that is seen most where a picture would stand if the screen were turned upside down, 0 to 1. A browser that draws without a
 * graphics card leaves out of the map there what a picture covers, as if it had covered that: the map then has a hole of the picture's size.
 */
export async function plainShareOpposite(page: Page, id: string): Promise<number> {
  const [box, { height }] = [(await pictureOf(page, id).locator('video').boundingBox())!, page.viewportSize()!];
  // Of the whole page: a part of it would be drawn in another way.
  const picture = (await page.screenshot()).toString('base64');
  return page.evaluate(async ({ data, left, top, across, down }) => {
    const seen = new Image();
    seen.src = `data:image/png;base64,${data}`;
    await seen.decode();
    const scale = seen.width / innerWidth;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [across * scale, down * scale];
    const pen = canvas.getContext('2d')!;
    pen.drawImage(seen, -left * scale, -top * scale);
    const pixels = new Uint32Array(pen.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
    const counts = new Map<number, number>();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    return Math.max(...counts.values()) / pixels.length;
  }, { data: picture, left: box.x, top: height - box.y - box.height, across: box.width, down: box.height });
}

/** Counts what video leaves behind; call before the page is opened. */
export async function countMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made = { count: 0, sources: [] as WeakRef<MediaSource>[], peers: [] as WeakRef<RTCPeerConnection>[] };
    Object.assign(window, { madeMedia: made });
    const counted = <T extends object>(list: WeakRef<T>[], one: T): T => {
      made.count += 1;
      list.push(new WeakRef(one));
      return one;
    };
    window.MediaSource = new Proxy(window.MediaSource, { construct: (Target, args) => counted(made.sources, new Target(...args as [])) });
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, { construct: (Target, args) => counted(made.peers, new Target(...args as [])) });
  });
}

/** What of video is alive on a page: elements, open media sources, open peers; and how many were ever made. What is closed is not held here: it may be collected. */
export function mediaAlive(page: Page): Promise<{ readonly videos: number; readonly sources: number; readonly peers: number; readonly made: number }> {
  return page.evaluate(() => {
    const { count, sources, peers } = (window as unknown as { madeMedia: { count: number; sources: WeakRef<MediaSource>[]; peers: WeakRef<RTCPeerConnection>[] } }).madeMedia;
    return {
      videos: document.querySelectorAll('video').length, made: count,
      sources: sources.filter((one) => one.deref()?.readyState === 'open').length, peers: peers.filter((one) => (one.deref()?.signalingState ?? 'closed') !== 'closed').length,
    };
  });
}
