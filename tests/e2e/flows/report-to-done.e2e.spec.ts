import { describe, expect, inject, it } from 'vitest';
import { Desk } from '../actions/desk.ts';
import { Phone } from '../actions/phone.ts';
import { FACADE, IN_TOWN, report } from '../actions/report.ts';
import { isAlive, readNumbers, whenBroadcast } from '../actions/wall.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

/** About 700 m east of the case: too far to have arrived. */
const ON_THE_WAY = [IN_TOWN[0] + 0.0075, IN_TOWN[1]] as const;
/** 执法一组, on duty day and night. */
const TEAM = { account: 'zf1', name: '执法一组' } as const;

describe('the whole path of a case', () => {
  it('goes from a report through the room to a squad and back', async () => {
    const wall = await visits.open(`${product.wallUrl}&scene=overview`, { viewport: { width: 1280, height: 720 } });
    await isAlive(wall.page);
    const before = (await readNumbers(wall.page)).reported;
    const shown = whenBroadcast(wall.page, FACADE.matter);
    const reported = await report(product);
    const acceptedAt = Date.now();
    expect(await shown - acceptedAt, 'ms until the wall tells of it').toBeLessThan(1_000);
    await expect.poll(async () => (await readNumbers(wall.page)).reported, { timeout: 10_000 }).toBeGreaterThan(before);
    await wall.context.close();

    const intake = await Desk.open(visits, product, 'shouli');
    await intake.find(reported.no);
    await intake.whiteButton(/^受理/).click();
    await intake.casePage.getByText('待立案').first().waitFor();
    await intake.visit.context.close();

    const chief = await Desk.open(visits, product, 'zhibanzhang');
    await chief.find(reported.no);
    await chief.whiteButton(/^立案/).click();
    await chief.casePage.getByText('待派遣').first().waitFor();
    await chief.visit.context.close();

    const phone = await Phone.open(visits, product, TEAM.account, ON_THE_WAY);
    await phone.goOnDuty();

    const dispatcher = await Desk.open(visits, product, 'paiqian');
    await dispatcher.find(reported.no);
    await dispatcher.casePage.getByRole('radio', { name: `选 ${TEAM.name}` }).click();
    await dispatcher.whiteButton(`派遣 ${TEAM.name}`).waitFor();
    const isTold = phone.notices.filter({ hasText: `新派单：${reported.matter}` }).waitFor().then(() => Date.now());
    const isTaken = dispatcher.page.waitForResponse('**/commands').then(() => Date.now());
    await dispatcher.press('Enter');
    await dispatcher.toast.filter({ hasText: TEAM.name }).waitFor();
    expect(await isTold - await isTaken, 'ms until the squad has the order').toBeLessThan(1_000);

    await phone.choose(reported.matter);
    await dispatcher.casePage.getByText('已读，待签收').first().waitFor();
    await phone.button(/^签收/).click();
    await dispatcher.casePage.getByText('已签收，待出发').first().waitFor();
    await phone.button(/^出发/).click();
    await dispatcher.casePage.getByText('已出发，在路上').first().waitFor();

    await phone.button(/^我已到场/).click();
    await phone.page.getByRole('alert').filter({ hasText: /离案件还有/ }).waitFor();
    await phone.stand(reported.lngLat);
    await dispatcher.casePage.getByText('已到场，处置中').first().waitFor();

    await phone.reportBack('外墙已清洗，沿街恢复整洁');
    await dispatcher.casePage.getByText('已办完，待核查').first().waitFor();
    await expect.poll(async () => (await dispatcher.history()).join('\n'), { timeout: 10_000 }).toMatch(/反馈[\s\S]*?外墙已清洗，沿街恢复整洁/);
    await phone.page.getByRole('heading', { name: reported.matter, level: 2 }).waitFor({ state: 'detached' });
  });
});
