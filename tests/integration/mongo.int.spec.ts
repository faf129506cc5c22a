import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Figures } from '@wangge/shared/figures';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';
import { startMongo } from '../support/mongo/start-mongo.ts';

const mongo = await startMongo();
afterAll(() => mongo?.stop());

const report = { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 };
let test: TestApp;

function intake(key: string): Promise<Answer> {
  return test.anonymous.call('POST', '/api/v1/intake/cases', report, { 'x-api-key': API_KEY, 'idempotency-key': key });
}

async function act(account: string, id: string, action: string, payload: object, expectedRevision: number): Promise<number> {
  const body = { action, expectedRevision, commandId: `${account}-${id}-${action}-${expectedRevision}`, payload };
  return (await test.as(account).call('POST', `/api/v1/cases/${id}/commands`, body)).status;
}

/** What the server says about the cases it holds. */
async function whole(): Promise<unknown[]> {
  const { today, lamps, month } = (await test.as('dispatcher').call('GET', '/api/v1/figures')).body as unknown as Figures;
  return [today, lamps, month, (await test.as('dispatcher').call('GET', '/api/v1/cases')).body];
}

/** A server that was given is not ended, and so not tried. */
describe.skipIf(mongo === undefined)('the whole server on MongoDB', () => {
  beforeEach(async () => {
    test = await startTestApp(mongo!.database(`app-${randomUUID()}`));
  });
  afterEach(() => test.close());

  it('has the same cases, figures, photo, track and answers after a restart', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => intake(`k${i % 3}`)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(3);
    const id = String(answers[0]!.body.id);
    expect(await act('intake', id, 'accept', { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' }, 1)).toBe(200);
    expect(await act('chief', id, 'file', {}, 2)).toBe(200);
    expect(await act('chief', id, 'file', {}, 1)).toBe(409);
    expect((await test.as('squad0').call('PUT', '/api/v1/duty', { onDuty: true })).status).toBeLessThan(300);
    const at = Date.now() - 60_000;
    const sent = await test.as('squad0').call('POST', '/api/v1/positions', { fixes: [0, 1, 2].map((i) => ({ at: at + i * 1_000, lng: 120.28 + i / 1_000, lat: 31.8 })) });
    expect(sent).toMatchObject({ status: 202 });
    const before = await whole();
    test = await test.restart();
    expect(await whole()).toEqual(before);
    expect(await intake('k0')).toEqual(answers[0]);
    expect((await test.as('intake').call('GET', `/api/v1/attachments/${test.photo}`)).status).toBe(200);
    const track = (await test.as('dispatcher').call('GET', `/api/v1/units/u0/track?from=${at}&to=${at + 60_000}&reason=check`)).body as unknown as { fixes: unknown[] };
    expect(track.fixes).toHaveLength(3);
  });

  it.skipIf(mongo?.kind === 'given')('says that it is not ready while the database is away, and does then what it was asked', async () => {
    await intake('first');
    await mongo!.cut();
    const [ready, asked] = [test.anonymous.call('GET', '/readyz'), intake('second')];
    await wait(300);
    expect((await ready).status).toBe(503);
    await mongo!.startAgain();
    expect([201, 503]).toContain((await asked).status);
    expect((await intake('second')).status).toBe(201);
    expect((await test.as('dispatcher').call('GET', '/api/v1/cases')).body.total).toBe(2);
    expect((await test.anonymous.call('GET', '/readyz')).status).toBe(200);
  });
});
