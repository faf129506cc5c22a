import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShownAlarm, SosCall } from '@wangge/shared/alarm';
import { quietRules } from '../e2e/actions/quiet-walls.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let test: TestApp;
beforeAll(async () => { test = await startTestApp(); });
afterAll(() => test.close());

const HERE = [120.23, 31.8] as const;
const call = (at: number, lngLat: readonly [number, number] | null = HERE, account = 'squad0') => test.as(account).call('POST', '/api/v1/sos', { at, lngLat });
const alarms = async (): Promise<readonly ShownAlarm[]> => ((await test.as('chief').call('GET', '/api/v1/alarms?open=true')).body as unknown as { alarms: ShownAlarm[] }).alarms.filter(({ happening }) => happening === 'sos');

describe('help called for from the field', () => {
  const at = Date.now() - 1_000;

  it('[PH6] is one alarm where the phone is, off duty too, however often it is told or pressed while it is open', async () => {
    await test.as('squad0').call('PUT', '/api/v1/duty', { onDuty: false });
    expect(await Promise.all([call(at), call(at)])).toMatchObject([{ status: 202 }, { status: 202 }]);
    expect((await call(at + 500)).status).toBe(202);
    expect(await alarms()).toMatchObject([{ happening: 'sos', lngLat: HERE, state: 'raised' }]);
  });

  it('[PH9] tells whoever called, and nobody else, who of the room knows of it and since when', async () => {
    const standing = async (account = 'squad0') => ((await test.as(account).call('GET', '/api/v1/sos')).body as unknown as { call: SosCall | null }).call;
    expect(await standing()).toMatchObject({ known: null, closedAt: null });
    expect(await standing('squad1')).toBeNull();
    expect((await test.as('dispatcher').call('GET', '/api/v1/sos')).status).toBe(403);
    const [open] = await alarms();
    const before = Date.now();
    await test.as('chief').call('POST', `/api/v1/alarms/${open!.id}/commands`, { action: 'acknowledge', expectedRevision: open!.revision, commandId: 'sos-known-1', payload: {} });
    const { known } = (await standing())!;
    expect(known).toMatchObject({ role: 'duty-chief' });
    expect(known!.name).not.toBe('');
    expect(known!.at).toBeGreaterThanOrEqual(before);
  });

  it('[PH6] once closed it stays closed when the same press is told again, and another press is another alarm', async () => {
    const [open] = await alarms();
    const answer = (action: string, revision: number, payload: object = {}) => test.as('chief').call('POST', `/api/v1/alarms/${open!.id}/commands`, { action, expectedRevision: revision, commandId: `sos-${action}-1`, payload });
    expect((await answer('close', open!.revision, { text: '已到场，人没事' })).status).toBe(200);
    await call(at);
    expect(await alarms()).toEqual([]);
    // A phone whose clock runs ahead called now.
    await call(Date.now() + 3_600_000, null);
    const [next] = await alarms();
    expect(next!.raisedAt).toBeLessThanOrEqual(Date.now());
  });

  it('[PH6] is refused where no rule raises it, for whoever calls must not wait for nobody', async () => {
    await test.as('admin').call('POST', '/api/v1/lists/takeover-rules/versions', quietRules());
    expect(await call(Date.now(), HERE, 'squad1')).toMatchObject({ status: 409, body: { code: 'SOS_UNHEARD' } });
  });

  it('[PH6] is taken from people in the field alone', async () => {
    expect((await call(at, HERE, 'dispatcher')).status).toBe(403);
  });
});
