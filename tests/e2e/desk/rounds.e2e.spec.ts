import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { MINUTE_MS, SECOND_MS, dateKey } from '@wangge/shared/base';
import type { RoundRow } from '@wangge/shared/patrol';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

/** A worker's round that ended a moment ago: a quarter of an hour to the east through 金凤. */
async function aRound(): Promise<RoundRow> {
  const worker = await Person.signIn(product, 'wangge');
  await worker.put('/api/v1/duty', { onDuty: true });
  const [id, endedAt] = [randomUUID(), Date.now()];
  const startedAt = endedAt - 15 * MINUTE_MS;
  await worker.send('/api/v1/patrol/rounds', { id, startedAt });
  await worker.send('/api/v1/positions', { fixes: Array.from({ length: 90 }, (_, i) => ({ at: startedAt + i * 10 * SECOND_MS, lng: 120.3265 + i * 0.00008, lat: 31.8085, accuracyM: 6 })) });
  return worker.post(`/api/v1/patrol/rounds/${id}/end`, { endedAt });
}

describe('the page of rounds', () => {
  it('[RD7] [TV1] has a map about the chosen round alone, and its track for who says why', async () => {
    const { personName, startedAt } = await aRound();
    const { session } = await Person.signIn(product, 'zhihuizhang');
    const { page } = await visits.open(`${product.url}/desk/rounds`, { session, viewport: { width: 1366, height: 768 }, mayComplain: /status of 422/ });
    await page.getByLabel('日期').fill(dateKey(startedAt));
    await page.getByRole('option').filter({ hasText: personName }).first().click();
    await page.getByRole('heading', { name: personName }).waitFor();
    await page.getByText(/^巡到 [1-9] 个网格 · 经过 [1-9] 个网格/).waitFor({ timeout: 90_000 });
    const label = (name: string) => page.locator('.map-label.is-placed', { hasText: name });
    await expect.poll(() => label('金凤').count(), { timeout: 30_000 }).toBe(1);
    await expect.poll(() => label('新街').count(), { message: 'a village at the other end of the town', timeout: 30_000 }).toBe(0);
    expect(await page.locator('.map-label-squad, .map-label-squad-stale').count()).toBe(0);

    const track = page.getByRole('form', { name: '轨迹' });
    await track.getByRole('button', { name: '看轨迹' }).click();
    await track.getByRole('alert').getByText('须写明理由').waitFor();
    await track.getByRole('button', { name: '核对在岗巡查' }).click();
    await track.getByRole('button', { name: '看轨迹' }).click();
    await track.getByText('地图上是这一次的轨迹').waitFor();
    await track.getByRole('button', { name: '收起轨迹' }).click();
    await track.getByRole('button', { name: '看轨迹' }).waitFor();
  });
});
