import { asId, type TeamId } from '@wangge/shared/base';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBuiltServer } from '../../support/built-server.ts';
import type { BuiltServer } from '../../support/built-server.ts';
import { trialSize } from '../../support/trial-size.ts';
import { Desk } from '../actions/desk.ts';
import { Person } from '../actions/person.ts';
import { Phone } from '../actions/phone.ts';
import { dispatch, reportAndFile } from '../actions/report.ts';
import { isAlive } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const visits = useVisits();
const TEAM = { account: 'zf2', id: asId<TeamId>('team-zf2') } as const;
const mayComplain = /status of 503/;

/** A product of its own and three browsers' pages take a minute: only at full size. */
describe.runIf(trialSize(0, 1) === 1)('a server whose disk takes nothing', () => {
  let server: BuiltServer;
  let wall: Page;

  beforeAll(async () => {
    server = await startBuiltServer();
    ({ page: wall } = await visits.open(server.wallUrl, { viewport: { width: 1280, height: 720 }, mayComplain }));
    await isAlive(wall);
  });

  afterAll(() => server.close());

  it('[RL14] says so on wall, desk and phone, keeps what was typed and pressed, and takes it when there is room', async () => {
    const [ordered, filed] = [await reportAndFile(server), await reportAndFile(server)];
    await dispatch(server, ordered, TEAM.id);
    const phone = await Phone.open(visits, server, TEAM.account, ordered.lngLat, { mayComplain });
    await phone.goOnDuty();
    await phone.choose(ordered.matter);
    const desk = await Desk.open(visits, server, 'paiqian', { mayComplain });
    await desk.find(filed.no);

    server.fillDisk();
    const alarms = [wall, desk.page, phone.page].map((page) => page.getByRole('alert').filter({ hasText: /无法保存 \d\d:\d\d 起/ }));
    await Promise.all(alarms.map((alarm) => alarm.waitFor()));
    await wall.getByRole('alert').filter({ hasText: '服务器磁盘写不进去' }).waitFor();
    await wall.getByRole('status').filter({ hasText: '实时' }).waitFor();

    await desk.casePage.getByRole('button', { name: '申请作废' }).click();
    const reason = desk.casePage.getByRole('textbox').first();
    await reason.fill('当事人已自行清洗');
    await reason.press('Control+Enter');
    await desk.casePage.getByRole('alert').filter({ hasText: '服务器磁盘写不进去' }).waitFor();
    expect(await reason.inputValue()).toBe('当事人已自行清洗');
    await phone.button(/^签收/).click();
    await phone.page.getByRole('alert').filter({ hasText: '1 条先存在手机里' }).waitFor();

    server.makeRoom();
    await Promise.all(alarms.map((alarm) => alarm.waitFor({ state: 'detached' })));
    await reason.press('Control+Enter');
    await reason.waitFor({ state: 'detached' });
    const person = await Person.signIn(server, 'paiqian');
    await expect.poll(async () => (await person.readCase(ordered.id)).timeline.filter(({ event }) => event === 'signed').length, { timeout: 20_000 }).toBe(1);
    expect((await person.readCase(filed.id)).application).toMatchObject({ reason: '当事人已自行清洗' });
  });
});
