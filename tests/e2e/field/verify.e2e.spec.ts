import type { DistrictMap } from '@wangge/shared/district-map';
import type { CheckerRow } from '@wangge/shared/wire';
import { expect, inject, it } from 'vitest';
import { Person } from '../actions/person.ts';
import { Phone, smallPhoto } from '../actions/phone.ts';
import { report } from '../actions/report.ts';
import { useVisits } from '../actions/visits.ts';

const product = inject('product');
const visits = useVisits();

it('a grid worker verifies a report with one photo, and pressing twice tells it once', async () => {
  const worker = await Person.signIn(product, 'wangge');
  const { gridCode, person } = await worker.read<{ gridCode: string; person: { id: string } }>('/api/v1/session');
  const map = await worker.read<DistrictMap>('/api/v1/district/map');
  const at = map.grids.features.find(({ properties }) => properties.code === gridCode)!.properties.label as [number, number];
  const { id, matter } = await report(product, { lngLat: at });
  const room = await Person.signIn(product, 'shouli');
  const checkers = await room.read<readonly CheckerRow[]>(`/api/v1/cases/${id}/checkers?task=verify`);
  await room.act(id, 'verify-report', { personId: checkers.find((one) => one.id === person.id)!.id });

  const phone = await Phone.open(visits, product, 'wangge', at);
  await phone.choose(matter);
  await phone.button(/^核实属实/).click();
  const sheet = phone.page.getByRole('dialog', { name: '核实' });
  await sheet.getByLabel('拍一张').setInputFiles({ name: 'seen.png', mimeType: 'image/png', buffer: smallPhoto() });
  await sheet.getByRole('img', { name: '照片 1' }).waitFor();
  await sheet.getByRole('button', { name: /^核实属实/ }).dblclick();
  await sheet.waitFor({ state: 'detached' });
  await phone.notices.filter({ hasText: /已送到指挥室/ }).waitFor();
  await expect.poll(async () => (await room.readCase(id)).timeline.filter(({ event }) => event === 'report-confirmed').length).toBe(1);
  await phone.page.getByRole('heading', { name: '没有要核实、核查的案件' }).or(phone.page.getByRole('article')).waitFor();
  expect(await phone.notices.filter({ hasText: '没有记上' }).count()).toBe(0);
});
