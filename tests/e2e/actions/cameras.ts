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

/** Counts what video leaves behind; call before the page is opened. */
export async function countMedia(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made = { sources: [] as MediaSource[], peers: [] as RTCPeerConnection[] };
    Object.assign(window, { madeMedia: made });
    window.MediaSource = new Proxy(window.MediaSource, { construct: (Target, args) => { const one = new Target(...args as []); made.sources.push(one); return one; } });
    window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, { construct: (Target, args) => { const one = new Target(...args as []); made.peers.push(one); return one; } });
  });
}

/** What of video is alive on a page: elements, open media sources, open peers; and how many were ever made. */
export function mediaAlive(page: Page): Promise<{ readonly videos: number; readonly sources: number; readonly peers: number; readonly made: number }> {
  return page.evaluate(() => {
    const { sources, peers } = (window as unknown as { madeMedia: { sources: MediaSource[]; peers: RTCPeerConnection[] } }).madeMedia;
    return {
      videos: document.querySelectorAll('video').length, made: sources.length + peers.length,
      sources: sources.filter(({ readyState }) => readyState === 'open').length, peers: peers.filter(({ signalingState }) => signalingState !== 'closed').length,
    };
  });
}
