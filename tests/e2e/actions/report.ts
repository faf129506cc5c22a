import { randomUUID } from 'node:crypto';
import type { TeamId } from '@wangge/shared/base';
import { expect } from 'vitest';
import type { Place } from '../../support/built-server.ts';
import { storePhoto } from '../../support/tiny-photo.ts';
import { Person } from './person.ts';

/** A case that a channel has reported. */
export interface Reported {
  readonly id: string;
  readonly no: string;
  readonly matter: string;
  readonly lngLat: readonly [number, number];
}

/** 建筑物外立面不洁: rare in the demo, not urgent, so that its people leave it alone for minutes; the three 执法 squads can do it. */
export const FACADE = { code: 'E0113', matter: '建筑物外立面不洁' } as const;

/** A place in the town, WGS-84. */
export const IN_TOWN = [120.2846, 31.7842] as const;

/** Posts a report as the hotline does, with its API key. */
export async function report({ url, secrets }: Place, told: { readonly typeCode?: string; readonly description?: string; readonly lngLat?: readonly [number, number]; readonly reporterName?: string; readonly reporterPhone?: string } = {}): Promise<Reported> {
  const { typeCode = FACADE.code, description = '沿街外墙大面积污损', lngLat = IN_TOWN, ...reporter } = told;
  const answer = await fetch(`${url}/api/v1/intake/cases`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json', 'x-api-key': secrets.channels.find(({ id }) => id === 'hotline')?.apiKey ?? '', 'idempotency-key': randomUUID(),
    },
    body: JSON.stringify({ typeCode, description, lng: lngLat[0], lat: lngLat[1], ...reporter }),
  });
  if (!answer.ok) throw new Error(`the report was refused: ${await answer.text()}`);
  return { ...(await answer.json() as { id: string; no: string }), matter: FACADE.matter, lngLat };
}

/** A report that has been accepted and filed, so that a team can be sent. */
export async function reportAndFile(product: Place, told?: Parameters<typeof report>[1]): Promise<Reported> {
  const reported = await report(product, told);
  const { row } = await (await Person.signIn(product, 'shouli')).readCase(reported.id);
  await (await Person.signIn(product, 'shouli')).act(reported.id, 'accept', { typeCode: row.typeCode, level: row.level, gridCode: row.gridCode });
  await (await Person.signIn(product, 'zhibanzhang')).act(reported.id, 'file');
  return reported;
}

/** Sends a team to a filed case. */
export async function dispatch(product: Place, { id }: Reported, teamId: TeamId): Promise<void> {
  await (await Person.signIn(product, 'paiqian')).act(id, 'dispatch', { teamId });
}

/**
 * Brings an order to its end over the API, from wherever it stands, so that the squad's phone is empty for the next test. The demo's
 * own squad may take a step first once nobody is signed in for it.
 */
export async function finishOrder(product: Place, { id, lngLat }: Reported, account: string): Promise<void> {
  const squad = await Person.signIn(product, account);
  const photo = await storePhoto(product.url, { cookie: `wangge_session=${squad.session}` });
  const steps = [
    ['sign', 'signedAt', {}], ['depart', 'departedAt', {}], ['arrive', 'arrivedAt', { lngLat, accuracyM: 5 }], ['report-back', 'doneAt', { note: '已清洗', photos: [photo] }],
  ] as const;
  for (const [action, stage, payload] of steps) {
    await expect.poll(async () => {
      const isDone = async () => (await squad.readCase(id)).row.order?.[stage] !== null;
      return await isDone() || squad.act(id, action, payload).then(isDone, String);
    }, { message: `${action} of ${id}`, timeout: 20_000 }).toBe(true);
  }
}
