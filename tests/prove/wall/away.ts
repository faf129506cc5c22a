import { createServer } from 'node:net';
import type { Page } from 'playwright-core';
import { countedNumbers, drawnShare, isAlive, readNumbers } from '../../e2e/actions/wall.ts';
import type { Checks } from '../checks.ts';
import { measureWall } from './faults.ts';
import { proveKiosk } from './kiosk.ts';
import { groundOf, lastingFaults, listed } from './layout.ts';
import type { Room } from './room.ts';
import { FULL, nameOf, type Scale } from './scale.ts';

/** However long the server is away, somebody knocks at least this often: the link waits a second and a half at most, and Chromium holds a WebSocket back by 1 to 5 s after many that failed. */
const KNOCK_WITHIN_MS = 7_000;
const BACK_WITHIN_MS = 15_000;
/** Longer than a link may be silent. */
const ASLEEP_MS = 9_000;
const AWAKE_WITHIN_MS = 10_000;
const GONE_WORDS = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET|WebSocket|net::/;

const mark = (page: Page): Promise<void> => page.evaluate(() => document.documentElement.setAttribute('data-visit', 'first'));
const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.getAttribute('data-visit') === 'first');

/** Waits until what the wall says is what the server counts; answers how long that took. */
async function untilTrue(page: Page, withinMs: number): Promise<number> {
  const beganAt = performance.now();
  while (performance.now() - beganAt < withinMs) {
    const isLive = await page.getByRole('status').filter({ hasText: '实时' }).isVisible();
    if (isLive && JSON.stringify(await readNumbers(page)) === JSON.stringify(await countedNumbers(page).catch(() => null))) return performance.now() - beganAt;
    await page.waitForTimeout(200);
  }
  return Infinity;
}

/** Stands where the server stood, hangs up on everybody, and writes down when they came. */
async function countKnocks(port: number, forMs: number): Promise<number[]> {
  const knocks: number[] = [];
  const door = createServer((socket) => {
    knocks.push(performance.now());
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => door.once('error', reject).listen(port, '127.0.0.1', resolve));
  const beganAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, forMs));
  await new Promise((resolve) => door.close(resolve));
  return [beganAt, ...knocks, performance.now()];
}

async function proveServerAway(room: Room, page: Page, awayS: number, checks: Checks): Promise<void> {
  const { server } = room;
  await server.cut();
  const knocks = await countKnocks(Number(new URL(server.url).port), awayS * 1_000);
  const longest = Math.max(...knocks.slice(1).map((at, index) => at - (knocks[index] ?? at)));
  checks.check(`server away for ${awayS} s: the wall never stops knocking`, longest <= KNOCK_WITHIN_MS, `${knocks.length - 2} times, ${(longest / 1_000).toFixed(1)} s apart at most`);
  const isTold = await page.getByRole('alert').filter({ hasText: /数据中断/ }).isVisible();
  checks.check(`server away for ${awayS} s: the wall says so`, isTold, '数据中断');
  await server.startAgain();
  const backMs = await untilTrue(page, BACK_WITHIN_MS);
  checks.check('server back: the wall lives again by itself', backMs < BACK_WITHIN_MS && await isMarked(page), `${(backMs / 1_000).toFixed(1)} s after it was ready, on the same page`);
}

async function proveSleep(page: Page, checks: Checks): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await new Promise((resolve) => setTimeout(resolve, ASLEEP_MS));
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  const wokeMs = await untilTrue(page, AWAKE_WITHIN_MS);
  checks.check(`asleep for ${ASLEEP_MS / 1_000} s: true again after waking`, wokeMs < AWAKE_WITHIN_MS && await isMarked(page), `${(wokeMs / 1_000).toFixed(1)} s, on the same page`);
  await devtools.detach();
}

async function proveResolution(room: Room, page: Page, scale: Scale, checks: Checks): Promise<void> {
  const sizes = scale === FULL ? [...FULL.sizes.slice(1), ...FULL.sizes.slice(0, 1)] : [...scale.sizes].reverse();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(1_500);
    const ground = await groundOf(room, size);
    const faults = await lastingFaults(async () => listed((await measureWall(page, ground)).faults));
    const isFilled = await page.evaluate(() => [...document.querySelectorAll('.wall-map canvas')].every((canvas) => Math.abs(canvas.getBoundingClientRect().width - innerWidth) < 2 && Math.abs(canvas.getBoundingClientRect().height - innerHeight) < 2));
    checks.check(`changed to ${nameOf(size)}: laid out anew`, faults.length === 0 && isFilled && await drawnShare(page) > 0.1 && await isMarked(page), faults.slice(0, 4).join(' · ') || `the map fills ${nameOf(size)}`);
  }
}

/** What happens to a wall that nobody looks after: its server goes, the machine sleeps, another resolution, the browser dies. Each time it comes back by itself. */
export async function proveAway(room: Room, scale: Scale, checks: Checks): Promise<void> {
  const page = await room.visit({ width: 1920, height: 1080, query: '&scene=overview' });
  await isAlive(page);
  await mark(page);
  await proveServerAway(room, page, scale.awayS, checks);
  await proveSleep(page, checks);
  await proveResolution(room, page, scale, checks);
  await room.leave(page, GONE_WORDS);
  if (scale.crashes) await proveKiosk(room, checks);
}
