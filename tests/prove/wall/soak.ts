import type { CDPSession, Page } from 'playwright-core';
import { FACADE, IN_TOWN } from '../../e2e/actions/report.ts';
import { Person } from '../../e2e/actions/person.ts';
import { isAlive } from '../../e2e/actions/wall.ts';
import { openTerminal, type TerminalLine } from '../../support/terminal-line.ts';
import type { Checks } from '../checks.ts';
import type { Room } from './room.ts';

/** An hour of a room in a minute. */
const SPEED = 60;
/** A vehicle tells its place every so often, and so many reports come in an hour. */
const FIX_EACH_MS = 10_000;
const REPORTS_PER_H = 12;
/** Heap after collection may grow by so much in an hour of a wall, and DOM and listeners by so much in all. */
const MB_PER_H = 0.5;
const SAME_SHARE = 0.01;
/** What is weighed twice differs by so much though nothing leaks: a run too short to grow by as much says no less. */
const SCALE_MB = 0.75;
/** A page settles before it is weighed: until a trail holds all the minutes it ever will, but no longer than half the time. */
const LONGEST_WARM_UP_MS = 5 * 60_000;
const WEIGH_EACH_MS = 3_000;
const DWELL_MS = 5_000;
/** A scene that has stood for so long is drawn whole. */
const STOOD_MS = 500;
/** A scene is compared with itself when it was weighed so often at the beginning and at the end. */
const LEAST_WEIGHINGS = 2;
const MB = 1_048_576;

interface Weight {
  readonly atH: number;
  readonly scene: string;
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The median of the slopes between all pairs (Theil–Sen): a few heavy moments do not bend it. */
function slopeOf(weights: readonly Weight[]): number {
  return median(weights.flatMap((one, index) => weights.slice(index + 1).map((other) => (other.heapMb - one.heapMb) / (other.atH - one.atH))));
}

/** What the page weighs while one scene stands; one that changed meanwhile is weighed anew. */
async function weigh(page: Page, devtools: CDPSession, beganAt: number): Promise<Weight> {
  const sceneNow = async (): Promise<string> => await page.locator('main').getAttribute('data-scene') ?? '';
  for (;;) {
    const scene = await sceneNow();
    await page.waitForTimeout(STOOD_MS);
    for (let n = 0; n < 2; n += 1) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const read = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    const atH = ((performance.now() - beganAt) * SPEED) / 3_600_000;
    if (await sceneNow() === scene) return { atH, scene, heapMb: read('JSHeapUsedSize') / MB, nodes: read('Nodes'), listeners: read('JSEventListeners') };
  }
}

/** Vehicles that drive in circles and reports that come and are turned away, at so many times their usual pace, until told to stop. */
function load(room: Room, lines: readonly TerminalLine[]): () => Promise<{ readonly fixes: number; readonly reports: number }> {
  let [isOver, fixes, reports] = [false, 0, 0];
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const drive = async (line: TerminalLine, index: number): Promise<void> => {
    for (let n = 0; !isOver; n += 1) {
      const turn = n / 40 + index;
      await line.tell({ lng: 120.285 + 0.02 * Math.cos(turn), lat: 31.784 + 0.015 * Math.sin(turn), at: Date.now() });
      fixes += 1;
      await pause(FIX_EACH_MS / SPEED);
    }
  };
  const comeAndGo = async (): Promise<void> => {
    const intake = await Person.signIn(room.server, 'shouli');
    while (!isOver) {
      const id = await room.report(FACADE.code, FACADE.matter, IN_TOWN);
      await intake.act(id, 'refuse', { reason: '不属本级受理范围', answerHow: 'phone' });
      reports += 1;
      await pause(3_600_000 / REPORTS_PER_H / SPEED);
    }
  };
  const all = Promise.all([...lines.map(drive), comeAndGo()]);
  return async () => {
    isOver = true;
    await all;
    return { fixes, reports };
  };
}

async function weighFor(page: Page, minutes: number, checks: Checks): Promise<Weight[]> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.waitForTimeout(Math.min(LONGEST_WARM_UP_MS, (minutes * 60_000) / 2));
  const beganAt = performance.now();
  const weights: Weight[] = [];
  while (performance.now() - beganAt < minutes * 60_000) {
    await page.waitForTimeout(WEIGH_EACH_MS);
    weights.push(await weigh(page, devtools, beganAt));
    const { atH = 0, heapMb = 0, nodes = 0, listeners = 0 } = weights.at(-1) ?? {};
    if (weights.length % 6 === 0) checks.progress(`${atH.toFixed(1)} hours of a wall: ${heapMb.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`);
  }
  await devtools.detach();
  return weights;
}

/**
 * What a page has of something at the beginning and at the end, the same scene beside itself: of those weighed often enough, the one that differs most.
 * Of each the least counts: what leaked is there at every weighing, a row more or a report that is just being turned away is not.
 */
function mostChanged(early: readonly Weight[], late: readonly Weight[], what: 'nodes' | 'listeners'): { readonly scene: string; readonly before: number; readonly after: number } | null {
  const of = (weights: readonly Weight[], scene: string): number[] => weights.filter((one) => one.scene === scene).map((one) => one[what]);
  const pairs = [...new Set(early.map(({ scene }) => scene))].flatMap((scene) => {
    const [first, last] = [of(early, scene), of(late, scene)];
    return Math.min(first.length, last.length) < LEAST_WEIGHINGS ? [] : [{ scene, before: Math.min(...first), after: Math.min(...last) }];
  });
  return pairs.toSorted((a, b) => Math.abs(b.after / b.before - 1) - Math.abs(a.after / a.before - 1))[0] ?? null;
}

/** A wall under sixty times its load, going through its scenes: after collection its heap stays as it was, so do nodes and listeners, and each map keeps its canvases. */
export async function proveSoak(room: Room, minutes: number, checks: Checks): Promise<void> {
  const { wall } = await room.wall();
  const scenes = (await room.scenes()).filter(({ isInPlaylist }) => isInPlaylist);
  await room.direct(wall.id, { action: 'playlist', playlist: scenes.slice(0, 3).map(({ id }) => ({ sceneId: id, dwellMs: DWELL_MS })) });
  const page = await room.visit({ width: 3840, height: 1080 });
  await isAlive(page);
  const canvases = (): Promise<string> => page.evaluate(() => [...document.querySelectorAll('.map-canvas')].map((map) => map.querySelectorAll('canvas').length).join(' '));
  const lines = await Promise.all(Array.from({ length: 8 }, (_, i) => openTerminal(room.server.jt808, `1390000${9_001 + i}`)));
  const stop = load(room, lines);
  const canvasesBefore = await canvases();
  const weights = await weighFor(page, minutes, checks);
  const { fixes, reports } = await stop();
  lines.forEach((line) => line.hangUp());
  const hours = weights.at(-1)?.atH ?? 0;
  const third = Math.ceil(weights.length / 3);
  const [early, late] = [weights.slice(0, third), weights.slice(-third)];
  const slope = slopeOf(weights);
  const most = Math.max(MB_PER_H, SCALE_MB / hours);
  checks.check(`${hours.toFixed(1)} hours of a wall: the heap stays`, slope < most, `${slope.toFixed(2)} MB an hour, ${most.toFixed(2)} at most (${weights.length} weighings of ${median(weights.map(({ heapMb }) => heapMb)).toFixed(1)} MB), ${fixes} positions, ${reports} reports`);
  for (const what of ['nodes', 'listeners'] as const) {
    const changed = mostChanged(early, late, what);
    checks.check(`${hours.toFixed(1)} hours of a wall: ${what} stay`, changed !== null && Math.abs(changed.after - changed.before) <= SAME_SHARE * changed.before, changed === null ? 'no scene was weighed often enough' : `${changed.scene}: ${changed.before} → ${changed.after}`);
  }
  checks.same(`${hours.toFixed(1)} hours of a wall: two canvases in each map`, await canvases(), canvasesBefore);
  await room.leave(page);
  await room.direct(wall.id, { action: 'unpin' });
}
