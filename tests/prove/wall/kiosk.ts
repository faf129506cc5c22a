import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../support/find-chromium.ts';
import { ROOT } from '../../support/run-node.ts';
import type { Checks } from '../checks.ts';
import { endProcess } from '../processes.ts';
import type { Room } from './room.ts';

/** From nothing to a living wall, with nobody touching it. */
const LIVE_WITHIN_MS = 60_000;
const HEADLESS = '--headless --no-sandbox --disable-gpu --enable-unsafe-swiftshader --use-angle=swiftshader --window-size=1280,720 --force-device-scale-factor=0.25';

/** How many surfaces hold a link now, as the server counts them; a login page holds none. */
async function linked(url: string): Promise<number> {
  return Number(/^wangge_push_sessions(?:\{.*\})? (\d+)/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1] ?? Number.NaN);
}

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<number> {
  const beganAt = performance.now();
  while (performance.now() - beganAt < withinMs) {
    if (await holds()) return performance.now() - beganAt;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return Infinity;
}

interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly words: string;
}

/** The processes that descend from one, itself included. */
function familyOf(pid: number): Running[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name): Running[] => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      return [{ pid: Number(name), parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]), words: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch {
      return [];
    }
  });
  const family = new Set([pid]);
  for (let size = 0; size !== family.size;) {
    size = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.pid);
  }
  return all.filter((one) => family.has(one.pid));
}

/** The computer behind a wall: its browser and its tab are killed, and each time the wall lives again without a hand or a login page. */
export async function proveKiosk(room: Room, checks: Checks): Promise<void> {
  const { url } = room.server;
  const isLive = async (): Promise<boolean> => await linked(url) > 0;
  // Whoever looked before has to be gone.
  await until(async () => !await isLive(), LIVE_WITHIN_MS);
  const profile = mkdtempSync(join(tmpdir(), 'wangge-kiosk-'));
  const keeper = spawn(process.execPath, [join(ROOT, 'server/deploy/kiosk/wall-kiosk.mjs'), room.server.wallUrl], {
    stdio: 'ignore', env: { PATH: process.env['PATH'], HOME: profile, WALL_BROWSER: findChromium(), WALL_PROFILE: join(profile, 'profile'), WALL_FLAGS: HEADLESS },
  });
  const keeperPid = keeper.pid ?? 0;
  const renderers = (): Running[] => familyOf(keeperPid).filter(({ words }) => words.includes('--type=renderer') && !words.includes('--extension-process'));
  try {
    const firstMs = await until(isLive, LIVE_WITHIN_MS);
    checks.check('a computer that was switched on shows the wall by itself', firstMs < LIVE_WITHIN_MS, `${(firstMs / 1_000).toFixed(1)} s, no login page`);
    for (const { pid } of renderers()) process.kill(pid, 'SIGKILL');
    await until(async () => !await isLive(), LIVE_WITHIN_MS);
    const tabMs = await until(isLive, LIVE_WITHIN_MS);
    checks.check('a tab that crashed comes back', tabMs < LIVE_WITHIN_MS, `${(tabMs / 1_000).toFixed(1)} s`);
    const browser = familyOf(keeperPid).find(({ parent }) => parent === keeperPid);
    if (browser) process.kill(browser.pid, 'SIGKILL');
    await until(async () => !await isLive(), LIVE_WITHIN_MS);
    const browserMs = await until(isLive, LIVE_WITHIN_MS);
    checks.check('a browser that was killed comes back with its profile', browserMs < LIVE_WITHIN_MS, `${(browserMs / 1_000).toFixed(1)} s, no login page`);
  } finally {
    await endProcess(keeper, 'SIGTERM');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
