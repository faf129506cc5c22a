import { afterEach, describe, expect, inject, it } from 'vitest';
import type { TerminalParameters } from '@wangge/shared/wire';
import { openTerminal, type TerminalLine } from '../../support/terminal-line.ts';
import { Person } from '../actions/person.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();
const PHONE = '13900009001';
const PLACE = { lng: 120.349, lat: 31.785 };

let line: TerminalLine | null = null;
let timer: ReturnType<typeof setInterval> | undefined;
afterEach(() => {
  clearInterval(timer);
  line?.hangUp();
});

/** A vehicle's terminal that does what it is told and keeps what it is set to. */
async function aVehicle(): Promise<TerminalLine> {
  const terminal = await openTerminal(product.jt808, PHONE);
  let settings: TerminalParameters = { heartbeatS: 60, reportS: 30, topSpeedKmh: 80 };
  let answered = 0;
  timer = setInterval(() => {
    for (const order of terminal.orders.slice(answered)) {
      const { serial, messageId } = order;
      if ('values' in order) settings = { ...settings, ...order.values };
      terminal.say((encoder) => (messageId === 0x8104 ? encoder.answerParameters(serial, settings) : encoder.reply({ ackSerial: serial, ackId: messageId, result: 0 })));
      answered += 1;
    }
  }, 20);
  return terminal;
}

describe('the page of terminals', () => {
  it('[TM12] [TM13] shows which area a vehicle left and where, gives it an area to watch, and sets it after a look at what changes', async () => {
    line = await aVehicle();
    const at = Math.floor(Date.now() / 1_000) * 1_000;
    await line.tell({ ...PLACE, at: at - 2_000, alarmBits: 1 << 20, border: { shape: 3, id: 12, isExit: true } });
    await line.tell({ ...PLACE, at: at - 1_000, alarmBits: 1 << 8 });
    const { session } = await Person.signIn(product, 'zhihuizhang');
    const { page } = await visits.open(`${product.url}/desk/terminals`, { session, viewport: { width: 1366, height: 768 }, mayComplain: /status of 409/ });
    await page.getByRole('option').filter({ hasText: '主电源掉电' }).click();
    await page.getByRole('region', { name: '终端报警' }).getByText('主电源掉电').waitFor();
    await page.getByRole('list', { name: '已解除的报警' }).getByText('进出区域 · 离开多边形区域 12').first().waitFor();

    const zones = page.getByRole('region', { name: '区域与路线' });
    await zones.getByRole('combobox').selectOption({ index: 1 });
    await zones.getByLabel('限速').fill('40');
    await zones.getByRole('button', { name: '下发' }).click();
    await zones.getByText('终端已收下').waitFor();
    await zones.getByText('限速 40 km/h').waitFor();
    expect(line.orders.map(({ messageId }) => messageId)).toEqual([0x8604]);
    await zones.getByRole('button', { name: /^从终端删除/ }).click();
    await zones.getByRole('button', { name: '确认删除' }).click();
    await zones.getByText('还没有给这台终端下发过区域').waitFor();

    const parameters = page.getByRole('region', { name: '终端参数' });
    await parameters.getByRole('button', { name: '读取参数' }).click();
    await parameters.getByText('30 秒', { exact: true }).waitFor();
    await parameters.getByRole('spinbutton', { name: '汇报间隔', exact: true }).fill('4');
    expect(await parameters.getByRole('button', { name: '修改…' }).isEnabled()).toBe(false);
    await parameters.getByRole('spinbutton', { name: '汇报间隔', exact: true }).fill('15');
    await parameters.getByRole('button', { name: '修改…' }).click();
    await parameters.getByText('30 → 15 秒').waitFor();
    await parameters.getByRole('button', { name: '确认下发' }).click();
    await parameters.getByText('15 秒', { exact: true }).waitFor();

    line.hangUp();
    await parameters.getByRole('button', { name: '重新读取' }).click();
    await page.getByText('终端不在线，指令没有发出').waitFor();
  });
});
