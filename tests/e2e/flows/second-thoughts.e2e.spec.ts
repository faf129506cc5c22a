import { describe, inject, it } from 'vitest';
import { Desk } from '../actions/desk.ts';
import { reportAndFile } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

describe('an order just sent', () => {
  it('is taken back by one press within ten seconds', async () => {
    const reported = await reportAndFile(product);
    // The team's telephone may tell of its delivery or of having read it in the same instant: the desk asks again after one conflict.
    const desk = await Desk.open(visits, product, 'paiqian', { mayComplain: /status of 409/ });
    await desk.find(reported.no);
    await desk.whiteButton(/^派遣 /).waitFor();
    await desk.press('Enter');
    await desk.toast.getByRole('button', { name: /^撤销/ }).press('Enter');
    await desk.toast.filter({ hasText: '已撤销派遣' }).waitFor();
    await desk.casePage.getByText('待派遣').first().waitFor();
    await desk.whiteButton(/^派遣 /).waitFor();
  });
});

describe('two who send a squad to the same case', () => {
  it('tells the second that somebody was faster, and shows what is', async () => {
    const reported = await reportAndFile(product);
    const faster = await Desk.open(visits, product, 'paiqian');
    const slower = await Desk.open(visits, product, 'zhihuizhang', { mayComplain: /status of 409/ });
    await faster.find(reported.no);
    await slower.find(reported.no);
    await slower.whiteButton(/^派遣 /).waitFor();

    // The slower one's press is on its way when the faster one's is done.
    let letGo = (): void => undefined;
    const isLate = new Promise<void>((resolve) => { letGo = resolve; });
    await slower.page.route('**/commands', async (route) => {
      await isLate;
      await route.continue();
    });
    await slower.press('Enter');
    await slower.whiteButton(/^正在提交/).waitFor();
    await faster.whiteButton(/^派遣 /).waitFor();
    await faster.press('Enter');
    await faster.toast.filter({ hasText: '已派' }).waitFor();
    letGo();

    await slower.casePage.getByRole('alert').filter({ hasText: /派遣员 .*刚刚办了“派遣”，这里已是最新情况/ }).waitFor();
    await slower.casePage.getByText(/待签收/).first().waitFor();
  });
});
