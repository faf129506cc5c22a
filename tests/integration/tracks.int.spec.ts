import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '@wangge/shared/audit';
import { HOUR_MS, MINUTE_MS } from '@wangge/shared/base';
import { openDatabase } from '@wangge/server/store/sqlite';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let test: TestApp;
const now = Date.now();
beforeAll(async () => {
  test = await startTestApp();
  const fixes = [2 * HOUR_MS, HOUR_MS, 4 * MINUTE_MS].map((age) => ({ at: now - age, lng: 120.21, lat: 31.8 }));
  await test.as('squad0').call('PUT', '/api/v1/duty', { onDuty: true });
  expect((await test.as('squad0').call('POST', '/api/v1/positions', { fixes })).status).toBe(202);
});
afterAll(() => test.close());

const track = (account: string, reason = '', from = now - 3 * HOUR_MS): Promise<Answer> => test.as(account).call('GET', `/api/v1/units/u0/track?from=${from}&to=${now}${reason && `&reason=${encodeURIComponent(reason)}`}`);
const fixesIn = ({ body }: Answer): number | undefined => (body as unknown as { fixes?: unknown[] }).fixes?.length;
const entries = async (): Promise<AuditEntry[]> => ((await test.as('auditor').call('GET', '/api/v1/audit?kind=personal')).body as unknown as { entries: AuditEntry[] }).entries;

describe('the track of a unit', () => {
  it('[TV1] is given to its own department at once, and to others with a reason only', async () => {
    expect(fixesIn(await track('department0'))).toBe(3);
    for (const reason of ['', '  看  ', '看看吧'])
      expect(await track('dispatcher', reason)).toMatchObject({ status: 422, body: { code: 'TRACK_REASON_NEEDED', rule: 'TV1', field: 'reason' } });
    expect((await track('department1')).status).toBe(422);
    expect(fixesIn(await track('dispatcher', '核实群众投诉'))).toBe(3);
    expect((await track('other-chief', '核实群众投诉')).status).toBe(404);
    for (const account of ['leader', 'walker', 'admin']) expect((await track(account, '核实群众投诉')).status).toBe(403);
  });

  it('[TV1] needs no reason for what the map of the present trails behind it', async () => {
    expect(fixesIn(await track('dispatcher', '', now - 5 * MINUTE_MS))).toBe(1);
  });

  it('[TV2] is in the audit log with its reason when the answer is there, refused looks too', async () => {
    expect((await track('chief', '队员安全与搜救')).status).toBe(200);
    const [last] = await entries();
    expect(last).toMatchObject({ action: 'personal.track', actorId: 'p-chief', object: 'units/u0/track', result: 'ok', detail: { reason: '队员安全与搜救', from: String(now - 3 * HOUR_MS) } });
    await track('chief');
    expect((await entries())[0]).toMatchObject({ actorId: 'p-chief', result: 'refused', code: 'TRACK_REASON_NEEDED' });
  });

  it('[TV2] is given to nobody while the log cannot be written', async () => {
    const db = openDatabase(join(test.folder, 'wangge.db'));
    db.exec("CREATE TRIGGER no_more_entries BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no entry'); END");
    try {
      for (const account of ['chief', 'department0']) {
        const answer = await track(account, '核实群众投诉');
        expect(answer).toMatchObject({ status: 503, body: { code: 'STORE_UNAVAILABLE' } });
        expect(fixesIn(answer)).toBeUndefined();
      }
    } finally {
      db.exec('DROP TRIGGER no_more_entries');
      db.close();
    }
  });
});
