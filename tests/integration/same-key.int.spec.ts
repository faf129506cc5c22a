import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { startMongo } from '../support/mongo/start-mongo.ts';
import { API_KEY, startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const mongo = await startMongo();
afterAll(() => mongo?.stop());

const AT_ONCE = 50;
const report = { typeCode: 'T1', description: '店外经营', lng: 120.28, lat: 31.8 };
let test: TestApp | undefined;
afterEach(() => test?.close());

const stores = [
  { name: 'SQLite', address: () => undefined, isMissing: false },
  { name: 'MongoDB', address: () => mongo!.database(`key-${randomUUID()}`), isMissing: mongo === undefined },
];

describe.each(stores)('[RL2] one key on $name', ({ address, isMissing }) => {
  it.skipIf(isMissing)('has one effect and one answer, fifty times at once and across a restart; with another body it is refused', { timeout: 60_000 }, async () => {
    let app = await startTestApp(address());
    test = app;
    const intake = (body: object): Promise<Answer> => app.anonymous.call('POST', '/api/v1/intake/cases', body, { 'x-api-key': API_KEY, 'idempotency-key': 'one' });
    const command = (action: string, expectedRevision: number, payload: object, commandId: string): Promise<Answer> =>
      app.as('intake').call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision, commandId, payload });
    const fifty = (call: () => Promise<Answer>): Promise<Answer[]> => Promise.all(Array.from({ length: AT_ONCE }, call));
    const accept = (): Promise<Answer> => command('accept', 1, { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' }, 'accept-once');

    const reported = await fifty(() => intake(report));
    const id = reported[0]!.body.id;
    const accepted = await fifty(accept);
    app = test = await app.restart();
    reported.push(...await fifty(() => intake(report)));
    accepted.push(...await fifty(accept));

    expect(new Set(reported.map((answer) => JSON.stringify(answer))).size, 'different answers to the report').toBe(1);
    expect(reported[0]!.status).toBe(201);
    expect(new Set(accepted.map(({ status, body }) => `${status} ${(body as unknown as { case?: { row: { revision: number } } }).case?.row.revision}`))).toEqual(new Set(['200 2']));
    const { total } = (await app.as('dispatcher').call('GET', '/api/v1/cases')).body;
    const { timeline } = (await app.as('dispatcher').call('GET', `/api/v1/cases/${id}`)).body as unknown as { timeline: readonly { event: string }[] };
    expect([total, timeline.filter(({ event }) => event === 'accepted').length]).toEqual([1, 1]);

    expect(await intake({ ...report, description: '另一件' })).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    const elsewhere = { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201002' };
    expect(await command('accept', 1, elsewhere, 'accept-once')).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await command('refuse', 2, { reason: '不属实' }, 'accept-once')).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });
});
