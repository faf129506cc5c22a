import { asId, type TeamId } from '@wangge/shared/base';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { Phone } from '../actions/phone.ts';
import { dispatch, finishOrder, reportAndFile, type Reported } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

const TEAM = { account: 'zf2', id: asId<TeamId>('team-zf2') } as const;

describe('a squad without a signal', () => {
  let reported: Reported;

  afterEach(() => finishOrder(product, reported, TEAM.account));

  it('signs, rings the reporter and reports back; what it did is kept, survives a reload and is sent once', async () => {
    reported = await reportAndFile(product, { reporterName: '王小明', reporterPhone: '13800001234' });
    const phone = await Phone.open(visits, product, TEAM.account, reported.lngLat, { mayComplain: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket/ });
    await phone.goOnDuty();
    await dispatch(product, reported, TEAM.id);
    const room = await Person.signIn(product, 'paiqian');
    await phone.choose(reported.matter);

    const reporter = phone.button(/^诉求人/);
    await reporter.waitFor();
    // That it was delivered and seen is told before the net goes: what waits below is what the squad pressed.
    await expect.poll(async () => (await room.readCase(reported.id)).row.order?.seenAt, { timeout: 60_000 }).toEqual(expect.any(Number));
    await phone.visit.context.setOffline(true);
    await phone.button(/^签收/).click();
    await reporter.click();
    const contact = phone.page.getByRole('dialog', { name: '联系诉求人' });
    expect(await contact.getByRole('link', { name: '拨打 13800001234' }).getAttribute('href')).toBe('tel:13800001234');
    await contact.getByRole('button', { name: '已告知马上到场' }).click();
    await contact.getByRole('button', { name: '记下联系' }).click();
    await phone.button(/^出发/).click();
    await phone.button(/^我已到场/).click();
    await phone.reportBack('已清洗，现场恢复');
    const banner = phone.page.getByRole('status').filter({ hasText: '离线，数据截至' });
    await banner.filter({ hasText: '5 条待发' }).waitFor();

    // The net is back, but so weak that nothing gets through to the server yet.
    await phone.page.route('**/api/v1/{cases,attachments}**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await phone.page.route('**/api/v1/cases/*/commands', (route) => route.abort());
    await phone.visit.context.setOffline(false);
    await phone.page.reload();
    await phone.page.getByRole('status').filter({ hasText: '5 条' }).getByRole('button', { name: '查看' }).click();
    const outbox = phone.page.getByRole('dialog', { name: '待发' });
    for (const action of ['签收', '联系诉求人', '出发', '到场', '处置反馈']) await outbox.getByRole('listitem').filter({ hasText: action }).filter({ hasText: reported.matter }).waitFor();

    await phone.page.unrouteAll();
    await outbox.getByText('没有待发的，都已送到指挥室。').waitFor();
    const { row, timeline } = await room.readCase(reported.id);
    expect(row.state).toBe('handled');
    const done = timeline.map(({ event }) => event);
    for (const event of ['signed', 'reporter-contacted', 'departed', 'arrived', 'reported-back']) expect(done.filter((one) => one === event), event).toHaveLength(1);
    expect(timeline.find(({ event }) => event === 'reported-back')).toMatchObject({ note: expect.stringContaining('已清洗，现场恢复'), photos: [expect.any(String)] });
  });
});
