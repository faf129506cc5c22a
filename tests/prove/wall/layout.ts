import type { Page } from 'playwright-core';
import type { Checks } from '../checks.ts';
import { measureContrast } from './contrast.ts';
import { measureWall, type Ground, type Measured, type WallFaults } from './faults.ts';
import type { Room } from './room.ts';
import { nameOf, type Scale, type WallSize } from './scale.ts';

/** ISO 9241-303: characters of 16 minutes of arc; mm for each metre between eye and wall. */
const MM_PER_M = 4.65;
/** A fault is one that is still there after this many looks, so far apart. */
const LOOKS = 4;
const LOOK_EACH_MS = 900;
/** Seconds that each tile in its turn stays: the least a wall may be set to. */
const INTERVAL_S = 3;
const SCENE_WITHIN_MS = 30_000;
/** While a wall shows visitors, the server gives it no boards of governance; what it had asked for before it knew is refused. */
const HIDDEN_FROM_VISITORS = /403 \(Forbidden\).*\/api\/v1\/boards\//;
const RULES = ['overflow', 'overlap', 'clipped', 'joint', 'small'] as const;

/** Keeps looking until nothing is wrong, or the same has been wrong at each look. */
export async function lastingFaults(look: () => Promise<readonly string[]>): Promise<readonly string[]> {
  let lasting = await look();
  for (let n = 1; n < LOOKS && lasting.length > 0; n += 1) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EACH_MS));
    const now = new Set(await look());
    lasting = lasting.filter((fault) => now.has(fault));
  }
  return lasting;
}

export const listed = (faults: WallFaults): string[] => RULES.flatMap((rule) => faults[rule].map((words) => `${rule}: ${words}`));
const several = (faults: readonly string[]): string => `${faults.length} faults: ${faults.slice(0, 6).join(' · ')}${faults.length > 6 ? ' …' : ''}`;

/** What a text must measure on the wall of this room at this size. An upright wall is taken to be the same displays turned. */
export async function groundOf(room: Room, { width, height, across, down }: WallSize): Promise<Ground> {
  const { wall: { heightMm, distanceM } } = await room.wall();
  return { across, down, heightMm: height > width ? (heightMm * height) / width : heightMm, leastMm: MM_PER_M * distanceM };
}

/** Half a pixel for each unit of the design: enough to see what lies behind a text. */
const pixelRatioOf = ({ width, height }: WallSize): number => 540 / Math.min(width, height);

async function showScene(room: Room, page: Page, wallId: string, scene: { readonly id: string }): Promise<void> {
  await room.direct(wallId, { action: 'pin', sceneId: scene.id });
  await page.locator(`main[data-scene="${scene.id}"]`).waitFor({ timeout: SCENE_WITHIN_MS });
}

async function proveScene(page: Page, name: string, ground: Ground, checks: Checks): Promise<void> {
  let last: Measured | undefined;
  const faults = await lastingFaults(async () => {
    last = await measureWall(page, ground);
    return listed(last.faults);
  });
  checks.check(name, faults.length === 0, faults.length === 0 ? `${last?.texts} texts, the lowest ${last?.leastMm.toFixed(1)} mm of ${ground.leastMm.toFixed(1)}` : several(faults));
}

async function proveContrast(page: Page, name: string, checks: Checks): Promise<void> {
  let found = await measureContrast(page);
  const faults = found.faults.length === 0 ? [] : await lastingFaults(async () => (found = await measureContrast(page)).faults);
  checks.check(`${name}: contrast`, faults.length === 0, faults.length === 0 ? `${found.texts} texts, at least ${found.least.toFixed(1)}:1` : several(faults));
}

/** Every scene at every size, by night and by day: nothing overflows, covers or cuts anything else, lies on a joint, is too low or too faint. */
export async function proveLayout(room: Room, scale: Scale, checks: Checks): Promise<number> {
  const scenes = (await room.scenes()).filter(({ id }) => scale.scenes === null || scale.scenes.includes(id));
  const { wall } = await room.wall();
  for (const size of scale.sizes) {
    const ground = await groundOf(room, size);
    for (const light of scale.lights) {
      const page = await room.visit({ ...size, pixelRatio: pixelRatioOf(size), query: `&light=${light}&interval=${INTERVAL_S}&cells=${size.across}x${size.down}` });
      for (const scene of scenes) {
        checks.progress(`${scene.name} ${nameOf(size)} ${light}`);
        await showScene(room, page, wall.id, scene);
        const name = `${scene.name} ${nameOf(size)}${light === 'day' ? ', day' : ''}`;
        // The light changes colours, never a place.
        if (light === scale.lights[0]) await proveScene(page, name, ground, checks);
        await proveContrast(page, name, checks);
      }
      await room.leave(page, HIDDEN_FROM_VISITORS);
    }
  }
  await room.direct(wall.id, { action: 'unpin' });
  return scenes.length * scale.sizes.length;
}
