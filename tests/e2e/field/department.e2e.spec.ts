import { asId, type DepartmentId, type TeamId } from '@wangge/shared/base';
import type { SupportView } from '@wangge/shared/joint';
import type { CaseRow } from '@wangge/shared/wire';
import { describe, expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { Phone } from '../actions/phone.ts';
import { finishOrder, reportAndFile } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

/** The rows that the phone keeps to show again; run in the page. */
const keptRows = async (): Promise<CaseRow[]> => {
  const name = 'wangge-field-view';
  // Opened before the page made it, it would be made empty.
  if (!(await indexedDB.databases()).some((one) => one.name === name)) return [];
  return new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('kept').objectStore('kept').get('cases');
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result?.rows ?? []);
      };
    };
  });
};

const OFFICE = { account: 'zhujian', id: asId<DepartmentId>('dept-construction') } as const;

describe('staff of a department with a phone', () => {
  it('[PH7] goes from its narrow desk to the phone page, signs and reports back there without a net, and it is sent once', async () => {
    const reported = await reportAndFile(product, { reporterName: '王小明', reporterPhone: '13800001234' });
    const room = await Person.signIn(product, 'paiqian');
    const { session } = await Person.signIn(product, OFFICE.account);
    const desk = await visits.open(`${product.url}/desk`, { session, isPhone: true, viewport: { width: 390, height: 844 } });
    await desk.page.getByRole('link', { name: '手机页' }).click();
    await desk.page.waitForURL('**/field');

    const phone = await Phone.open(visits, product, OFFICE.account, reported.lngLat, { mayComplain: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/ });
    await room.act(reported.id, 'assign-department', { departmentId: OFFICE.id });
    await phone.choose(reported.matter);
    expect(await phone.page.getByRole('button', { name: /求助|上岗/ }).count()).toBe(0);
    expect(await phone.page.getByRole('list', { name: '办理进度' }).getByRole('listitem').count()).toBe(3);
    await phone.button(/^诉求人/).waitFor();

    await phone.visit.context.setOffline(true);
    await phone.button(/^签收/).click();
    await phone.reportBack('已联系物业清洗，现场恢复');
    await phone.page.getByRole('status').filter({ hasText: '2 条待发' }).waitFor();
    await phone.visit.context.setOffline(false);
    await expect.poll(async () => (await room.readCase(reported.id)).row.state, { timeout: 60_000 }).toBe('handled');
    const { timeline } = await room.readCase(reported.id);
    for (const event of ['signed', 'reported-back']) expect(timeline.filter((entry) => entry.event === event), event).toHaveLength(1);
    await phone.page.getByRole('banner').getByText(/^今日办结 [1-9]/).waitFor();
  });

  it('[PH8] keeps on the phone what it has itself and no other case of the township', async () => {
    const [own, other] = [await reportAndFile(product), await reportAndFile(product)];
    const room = await Person.signIn(product, 'paiqian');
    await room.act(own.id, 'assign-department', { departmentId: OFFICE.id });
    const { page } = await Phone.open(visits, product, OFFICE.account, own.lngLat);
    await expect.poll(async () => (await page.evaluate(keptRows)).map(({ id }) => id), { timeout: 30_000 }).toContain(own.id);
    const kept = await page.evaluate(keptRows);
    expect(kept.filter(({ order, leadDepartmentId }) => order !== null || leadDepartmentId !== OFFICE.id)).toEqual([]);
    expect(kept.map(({ id }) => id)).not.toContain(other.id);
  });

  it('[JH9] signs on the phone the support it owes to a case that another leads, and answers it without a net', async () => {
    const reported = await reportAndFile(product);
    const room = await Person.signIn(product, 'paiqian');
    await room.act(reported.id, 'dispatch', { teamId: asId<TeamId>('team-zf1'), supportDepartmentIds: [OFFICE.id], note: '带规划图纸到场' });
    const phone = await Phone.open(visits, product, OFFICE.account, reported.lngLat, { mayComplain: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/ });
    const { page, visit: { context } } = phone;
    const task = page.getByRole('button').filter({ hasText: '带规划图纸到场' });
    await task.click();
    const sheet = page.getByRole('dialog', { name: `协办：${reported.matter}` });
    await sheet.getByText('综合执法队').waitFor();
    await sheet.getByRole('button', { name: '签收' }).click();
    await task.filter({ hasText: '协办中' }).click();
    await context.setOffline(true);
    await sheet.getByRole('button', { name: '反馈' }).click();
    const form = page.getByRole('dialog', { name: '反馈' });
    await form.getByLabel('说明').fill('已核对，规划内');
    await form.getByRole('button', { name: '反馈' }).click();
    await page.getByRole('status').filter({ hasText: '1 条待发' }).waitFor();
    await context.setOffline(false);
    const states = async () => (await room.read<{ supports: SupportView[] }>(`/api/v1/supports?caseId=${reported.id}`)).supports.map(({ task: { state, feedback } }) => [state, feedback?.note]);
    await expect.poll(states, { timeout: 60_000 }).toEqual([['fed-back', '已核对，规划内']]);
    await finishOrder(product, reported, 'zf1');
  });
});
