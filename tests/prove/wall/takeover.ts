import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import type { ShownAlarm } from '@wangge/shared/alarm';
import { IN_TOWN } from '../../e2e/actions/report.ts';
import { Person } from '../../e2e/actions/person.ts';
import type { Checks } from '../checks.ts';
import { measureContrast } from './contrast.ts';
import { measureWall } from './faults.ts';
import { groundOf, lastingFaults, listed } from './layout.ts';
import type { Room } from './room.ts';
import { nameOf, type Scale, type WallSize } from './scale.ts';

/** A takeover is on the wall within this time of its cause. */
const SHOWN_WITHIN_MS = 2_000;
/** The former camera is the former camera when every name lies where it lay. */
const CAMERA_PX = 2;
const LADDER = ['值班长', '指挥长', '指挥室主任', '县社会治理中心'];
const SCENE = 'platforms';

/** Where the names of the villages lie, by name. */
function villageSpots(page: Page): Promise<Record<string, readonly [number, number]>> {
  return page.evaluate(() => Object.fromEntries([...document.querySelectorAll('.wall-map .map-label-village.is-placed .map-label-box')].map((box) => {
    const { x, y } = box.getBoundingClientRect();
    return [box.textContent ?? '', [x, y] as const];
  })));
}

/** Where they lie once they lie still: a camera that is still on its way is no camera to come back to. */
async function restingSpots(page: Page): Promise<Record<string, readonly [number, number]>> {
  for (let [tries, before] = [0, '']; tries < 15; tries += 1) {
    const spots = await villageSpots(page);
    const now = JSON.stringify(spots);
    if (now === before && now !== '{}') return spots;
    before = now;
    await page.waitForTimeout(1_000);
  }
  throw new Error('the names of the map did not come to rest in 15 s');
}

/** When a takeover's card first stands on the wall, epoch ms. Ask before its cause happens. */
function whenTaken(page: Page): Promise<number> {
  return page.evaluate(() => new Promise<number>((resolve) => {
    const look = (): void => {
      if (document.querySelector('[role=alertdialog]') === null) return;
      changes.disconnect();
      resolve(Date.now());
    };
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true });
  }));
}

const sceneOf = (page: Page): Promise<string | null> => page.locator('main').getAttribute('data-scene');
const railsShown = (page: Page): Promise<number> => page.evaluate(() => [...document.querySelectorAll('.wall .rail')].filter((rail) => rail.checkVisibility({ visibilityProperty: true, opacityProperty: true })).length);

/** Answers the alarm of a case, as the duty chief does. */
async function acknowledge(chief: Person, caseId: string): Promise<void> {
  const { alarms } = await chief.read<{ alarms: readonly ShownAlarm[] }>('/api/v1/alarms?open=true');
  const alarm = alarms.find((one) => one.case?.id === caseId);
  if (!alarm) throw new Error('the chief sees no alarm of the case');
  await chief.send(`/api/v1/alarms/${encodeURIComponent(alarm.id)}/commands`, { action: 'acknowledge', expectedRevision: alarm.revision, commandId: randomUUID(), payload: {} });
}

async function proveOne(room: Room, size: WallSize, checks: Checks): Promise<void> {
  const at = nameOf(size);
  const { wall } = await room.wall();
  const chief = await Person.signIn(room.server, 'zhibanzhang');
  await room.direct(wall.id, { action: 'pin', sceneId: SCENE });
  const page = await room.visit({ ...size, query: `&cells=${size.across}x${size.down}` });
  await page.waitForTimeout(2_000);
  const [spotsBefore, railsBefore, sceneBefore] = [await restingSpots(page), await railsShown(page), await sceneOf(page)];

  const taken = whenTaken(page);
  const reportedAt = Date.now();
  const caseId = await room.reportUrgent(IN_TOWN);
  const shownMs = await taken - reportedAt;
  checks.check(`takeover ${at}: on the wall in time`, shownMs <= SHOWN_WITHIN_MS, `${shownMs} ms after the report`);
  const card = page.getByRole('alertdialog');
  await page.waitForTimeout(1_500);
  const words = await card.innerText();
  checks.check(`takeover ${at}: the sheets leave`, await railsShown(page) === 0 && railsBefore > 0, `${railsBefore} rails before, ${await railsShown(page)} now`);
  const teams = await card.locator('.teams li').count();
  checks.check(`takeover ${at}: case, squads with minutes, ladder`, words.includes('地质灾害险情') && teams > 0 && /\d\s*分/.test(words) && LADDER.every((post) => words.includes(post)), words.replaceAll(/\s+/g, ' ').slice(0, 120));
  const ground = await groundOf(room, size);
  const faults = await lastingFaults(async () => [...listed((await measureWall(page, ground)).faults), ...(await measureContrast(page)).faults]);
  checks.check(`takeover ${at}: lies well`, faults.length === 0, faults.length === 0 ? 'nothing over, under, across or too faint' : faults.slice(0, 6).join(' · '));

  await acknowledge(chief, caseId);
  await card.getByText(/已确认|确认/).first().waitFor();
  await card.waitFor({ state: 'detached' });
  await page.waitForTimeout(2_500);
  const [spotsAfter, sceneAfter] = [await restingSpots(page), await sceneOf(page)];
  checks.check(`takeover ${at}: the former scene returns`, sceneAfter === sceneBefore && await railsShown(page) === railsBefore, `${sceneAfter}, ${await railsShown(page)} rails`);
  const both = Object.keys(spotsBefore).filter((name) => name in spotsAfter);
  const moved = both.map((name) => Math.hypot((spotsAfter[name]?.[0] ?? 0) - (spotsBefore[name]?.[0] ?? 0), (spotsAfter[name]?.[1] ?? 0) - (spotsBefore[name]?.[1] ?? 0))).sort((a, b) => a - b);
  // A name steps aside for a mark; most of them show where the camera is.
  const median = moved[Math.floor(moved.length / 2)] ?? Infinity;
  checks.check(`takeover ${at}: the former camera returns`, both.length > 3 && median <= CAMERA_PX, `${both.length} names, ${median.toFixed(1)} px off`);
  await room.leave(page);
}

/** An urgent case takes the wall over, is answered, and gives the wall back as it was. */
export async function proveTakeover(room: Room, scale: Scale, checks: Checks): Promise<void> {
  for (const size of scale.takeoverSizes) await proveOne(room, size, checks);
  const { wall } = await room.wall();
  await room.direct(wall.id, { action: 'unpin' });
}
