import type { DistrictMap } from '@wangge/shared/district-map';
import { areaBbox, distanceM, type LngLat } from '@wangge/shared/geo';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const PHONE = { isPhone: true, viewport: { width: 390, height: 844 } };
/** As PlacePicker leaves it free around the district. */
const MARGIN_PX = 8;
/** Six pixels of the whole district on a phone. */
const NEAR_M = 400;

/** Fills in all but the place, and opens the map. */
async function openMap(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: '路灯不亮' }).click();
  await page.getByLabel('说说情况').fill(words);
  await page.getByRole('button', { name: '在地图上点位置' }).click();
  await page.getByText('先点一下地图上的大概位置').waitFor();
  await page.getByText('璜塘', { exact: true }).waitFor();
  expect(await page.getByRole('button', { name: '就是这里' }).isDisabled()).toBe(true);
}

/** Taps the map at parts of its width and height, and takes the place under the cross once it is seen from near. */
async function tapAndUse(page: Page, x: number, y: number): Promise<{ readonly width: number; readonly height: number }> {
  const map = page.getByRole('application', { name: '在地图上点位置' });
  await map.scrollIntoViewIfNeeded();
  const box = (await map.boundingBox())!;
  await page.touchscreen.tap(box.x + x * box.width, box.y + y * box.height);
  await page.getByRole('button', { name: '就是这里' }).click();
  await page.getByText('用的是您在地图上选的位置').waitFor();
  return box;
}

it('[CZ13] a tap on the map goes near to where it was, and the report is of that place', async () => {
  const { page } = await visits.open(`${product.url}/report`, PHONE);
  await openMap(page, '路口的路灯不亮');
  const { width, height } = await tapAndUse(page, 0.6, 0.4);
  const sent = page.waitForRequest('**/api/v1/citizen/reports');
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('status').filter({ hasText: '收到了' }).waitFor();
  const { lngLat } = (await sent).postDataJSON() as { lngLat: LngLat };

  // Counted apart from the page: the district fits the map's width, and Mercator's x grows with the longitude.
  const { outline } = await (await fetch(`${product.url}/api/v1/citizen/map`)).json() as DistrictMap;
  const [west, south, east, north] = areaBbox(outline.geometry);
  const degreesPerPx = (east - west) / (width - 2 * MARGIN_PX);
  const middleLat = (south + north) / 2;
  const tapped: LngLat = [(west + east) / 2 + 0.1 * width * degreesPerPx, middleLat + 0.1 * height * degreesPerPx * Math.cos((middleLat * Math.PI) / 180)];
  expect(distanceM(lngLat, tapped)).toBeLessThan(NEAR_M);
});

it('[CZ13] a tap outside the district is refused by name, nothing is lost, and another place goes', async () => {
  const { page } = await visits.open(`${product.url}/report`, { ...PHONE, position: { longitude: 120.289, latitude: 31.782 }, mayComplain: /status of 422/ });
  await openMap(page, '大路边的路灯不亮');
  await tapAndUse(page, 0.05, 0.05);
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('alert').filter({ hasText: /这个位置不在.+，请重新选/ }).waitFor();
  expect(await page.getByLabel('说说情况').inputValue()).toBe('大路边的路灯不亮');
  await page.getByRole('button', { name: '用我现在的位置' }).click();
  await page.getByText('用的是您现在的位置').waitFor();
  await page.getByRole('button', { name: '提交' }).click();
  await page.getByRole('status').filter({ hasText: '收到了' }).waitFor();
});
