import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig, silentLogger, startApp, systemClock } from '@wangge/server/app';
import type { AuditEntry, AuditVerdict } from '@wangge/shared/audit';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import { API_KEY, callerFor, startTestApp, WALL_KEY, type Answer, type TestApp } from '../support/test-app.ts';

const PHONE = '13912345678';
const ID_NUMBER = '320281199001011234';
const REPORT = { typeCode: 'T1', description: `请回电 ${PHONE}`, lng: 120.28, lat: 31.8, reporterName: '欧阳明', reporterPhone: PHONE };

/** What is written down soon has been by then. */
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 700));

describe('the audit log over HTTP', () => {
  let test: TestApp;
  beforeEach(async () => void (test = await startTestApp()));
  afterEach(() => test.close());

  async function entries(query = ''): Promise<AuditEntry[]> {
    const { status, body } = await test.as('auditor').call('GET', `/api/v1/audit?${query}`);
    expect(status).toBe(200);
    return (body as unknown as { entries: AuditEntry[] }).entries;
  }
  const last = async (query = ''): Promise<AuditEntry> => (await entries(query))[0]!;

  async function reported(): Promise<string> {
    const { body } = await test.anonymous.call('POST', '/api/v1/intake/cases', REPORT, { 'x-api-key': API_KEY, 'idempotency-key': 'k' });
    return body.id;
  }
  const act = (who: string, id: string, action: string, expectedRevision: number, payload: object = {}): Promise<Answer> =>
    test.as(who).call('POST', `/api/v1/cases/${id}/commands`, { action, expectedRevision, commandId: `${action}-${expectedRevision}`, payload });

  it('[AU7] takes down a command with who, from where, on what and at which revision, also one that was refused', async () => {
    const id = await reported();
    expect((await act('intake', id, 'accept', 1, { typeCode: 'T1', level: 'ordinary', gridCode: '320281104201001' })).status).toBe(200);
    expect((await act('leader', id, 'accept', 1, { typeCode: 'T1' })).status).toBe(403);
    await soon();
    expect(await last('kind=command&person=p-leader')).toMatchObject({ actorName: 'leader', role: 'leader', action: 'command.cases', object: `cases/${id}`, result: 'refused', code: 'ACTION_FORBIDDEN', address: '127.0.0.1' });
    const [done] = await entries('kind=command&person=p-intake');
    expect(done).toMatchObject({ object: `cases/${id}`, result: 'ok', detail: { action: 'accept', expectedRevision: 1, revision: 2 } });
    expect(await last('kind=command&person=channel:test')).toMatchObject({ action: 'command.intake', object: `intake/cases/${id}`, role: 'channel', result: 'ok' });
  });

  it('[AU7] takes down what was refused by permission and by area, and looks at personal data once', async () => {
    const id = await reported();
    expect((await test.as('other-chief').call('GET', `/api/v1/cases/${id}`)).status).toBe(404);
    expect((await test.as('admin').call('GET', `/api/v1/cases/${id}`)).status).toBe(403);
    for (let i = 0; i < 3; i += 1) expect((await test.as('intake').call('GET', `/api/v1/cases/${id}`)).status).toBe(200);
    await test.as('leader').call('GET', `/api/v1/cases/${id}`);
    await soon();
    expect(await last('person=p-other-chief')).toMatchObject({ action: 'view.cases', object: `cases/${id}`, result: 'refused', code: 'CASE_NOT_FOUND' });
    expect(await last('person=p-admin&result=refused')).toMatchObject({ action: 'view.cases', code: 'ACTION_FORBIDDEN' });
    expect((await entries('kind=personal')).map(({ actorId, object }) => [actorId, object])).toEqual([['p-intake', `cases/${id}`]]);
  });

  it('[AU7] takes down wall keys, exports, changed lists, starts and stops', async () => {
    expect((await test.anonymous.call('POST', '/api/v1/session/wall', { key: WALL_KEY })).status).toBe(200);
    expect(await last('kind=session')).toMatchObject({ action: 'session.wall', role: 'wall', result: 'ok' });
    expect((await test.anonymous.call('POST', '/api/v1/session/wall', { key: 'wrong-key' })).status).toBe(401);
    expect(await last('kind=session')).toMatchObject({ action: 'session.wall', role: 'nobody', result: 'refused', code: 'SIGN_IN_FAILED' });
    await test.as('commander').call('GET', '/api/v1/appraisal?subjectKind=area&subject=320281104&period=month&format=csv');
    expect(await last('kind=export')).toMatchObject({ action: 'export.appraisal', actorId: 'p-commander', result: 'ok', detail: { format: 'csv', period: 'month' } });
    const { body } = await test.as('commander').call('GET', '/api/v1/lists');
    const { kind } = (body as unknown as { kind: string }[])[0]!;
    expect((await test.as('commander').call('POST', `/api/v1/lists/${kind}/versions`, { version: 'v9', effectiveFrom: '2099-01-01', isConfirmed: true, text: 'nothing' })).status).toBe(422);
    expect(await last('kind=config')).toMatchObject({ action: 'config.lists', object: `lists/${kind}/versions`, result: 'refused', code: 'LIST_REFUSED', detail: { version: 'v9' } });
    test = await test.restart();
    await soon();
    expect((await entries('kind=server')).map(({ action }) => action)).toEqual(['server.start', 'server.stop', 'server.start']);
  });

  it('[AU9] is read by auditors alone, and an auditor may call nothing else', async () => {
    for (const who of ['intake', 'chief', 'dispatcher', 'inspector', 'leader', 'admin', 'commander', 'county', 'department0', 'county-water', 'walker', 'squad0']) {
      for (const path of ['/api/v1/audit', '/api/v1/audit?format=csv', '/api/v1/audit/verdict']) expect((await test.as(who).call('GET', path)).status, `${who} ${path}`).toBe(403);
    }
    const { body } = await test.anonymous.call('GET', '/api/openapi.json');
    const mine = ['/api/v1/audit', '/api/v1/audit/verdict', '/api/v1/district', '/api/v1/district/map'];
    // Anyone may ask for a code of a screen, and what a map is drawn on is the same for all who see a map.
    const everybodys = /^\/api\/v1\/(session|boards|base-map|pairings\/codes|citizen)/;
    for (const [path, methods] of Object.entries(body.paths)) {
      for (const method of Object.keys(methods)) {
        if (!path.startsWith('/api/v1') || everybodys.test(path) || (mine.includes(path) && method === 'get') || path.includes('/intake/')) continue;
        const answer = await test.as('auditor').call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x'), method === 'get' || method === 'delete' ? undefined : {});
        expect(answer.status, `${method} ${path}`).toBe(403);
      }
    }
    expect((await test.as('auditor').call('GET', '/api/v1/boards')).body).toEqual([]);
    expect((await test.as('auditor').call('DELETE', '/api/v1/audit')).status).toBe(404);
  });

  it('[AU10] holds no secret and no full number, whatever was sent', async () => {
    const id = await reported();
    await test.anonymous.call('POST', '/api/v1/session', { account: 'hunter2-typed-in-the-wrong-field', password: 'hunter2-secret' });
    await test.anonymous.call('POST', '/api/v1/session', { account: 'intake', password: 'hunter2-secret' });
    await test.as('intake').call('GET', `/api/v1/cases/${id}`);
    await test.as('intake').call('POST', '/api/v1/cases', { ...REPORT, description: `${ID_NUMBER} ${PHONE}` });
    await test.as('chief').call('GET', `/api/v1/units/${PHONE}/track?from=0&to=1`);
    await test.as('intake').call('GET', `/api/v1/attachments/${ID_NUMBER}`);
    await act('intake', id, 'accept', 1, { note: `${PHONE} ${ID_NUMBER}` });
    await soon();
    const log = JSON.stringify(await entries());
    const cookie = test.as('intake').cookie.split('=')[1]!;
    for (const secret of ['hunter2', cookie, API_KEY, WALL_KEY, PHONE, ID_NUMBER, '欧阳明']) expect(log, secret).not.toContain(secret);
    expect(log).toContain('units/139****5678/track');
  });

  it('[AU11] goes into a file without formulas, which is itself recorded, and pages to its beginning', async () => {
    await test.as('intake').call('GET', '/api/v1/attachments/=cmd()');
    await soon();
    const { body } = await test.as('auditor').call('GET', '/api/v1/audit?format=csv');
    const text = body as unknown as string;
    expect(text.split('\r\n')[0]).toContain('序号,时间,人员');
    expect(text.split('\r\n').filter((line) => line !== '').length).toBeGreaterThan(1);
    expect(text).not.toMatch(/(^|,)"?[=+@\t]/m);
    expect(await last('kind=export')).toMatchObject({ action: 'export.audit', actorId: 'p-auditor', detail: { format: 'csv' } });
    const page = (await test.as('auditor').call('GET', '/api/v1/audit?limit=1')).body as unknown as { entries: AuditEntry[]; next: string };
    const next = (await test.as('auditor').call('GET', `/api/v1/audit?limit=1&after=${page.next}`)).body as unknown as { entries: AuditEntry[] };
    expect(next.entries[0]!.seq).toBe(page.entries[0]!.seq - 1);
  });

  it('[AU3] is checked at a press, and names what somebody changed in the file', async () => {
    await test.anonymous.call('POST', '/api/v1/session/wall', { key: 'wrong-key' });
    const check = async (): Promise<AuditVerdict> => (await test.as('auditor').call('GET', '/api/v1/audit/verdict')).body as unknown as AuditVerdict;
    await soon();
    expect(await check()).toMatchObject({ broken: null });
    const [wrong] = await entries('kind=session');
    const db = openDatabase(join(test.folder, 'wangge.db'));
    db.exec(`DROP TRIGGER audit_no_update; UPDATE audit SET address = '10.9.9.9' WHERE seq = ${wrong!.seq}`);
    db.close();
    expect(await check()).toMatchObject({ broken: { seq: wrong!.seq, how: 'changed' } });
  });
});

describe('signing in over HTTP', () => {
  let folder: string;
  let app: Awaited<ReturnType<typeof startApp>>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-audit-'));
    app = await startApp(readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }, ['--empty']), systemClock, silentLogger);
  });
  afterEach(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const signIn = (account: string, password: string): Promise<Response> => fetch(`${app.address.http}/api/v1/session`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }),
  });
  const passwordOf = (name: string): string => (JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8')) as { accounts: { account: string; password: string }[] }).accounts.find(({ account }) => account === name)!.password;
  const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')!.split(';')[0]!;

  it('[AC5] locks after five wrong passwords, and says the same to a wrong one and to an unknown account', async () => {
    const [unknown, wrong] = [await signIn('nobody', 'x'), await signIn('admin', 'x')];
    expect([unknown.status, await unknown.text()]).toEqual([wrong.status, await wrong.text()]);
    for (let i = 0; i < 3; i += 1) expect((await signIn('admin', 'x')).status).toBe(401);
    expect((await signIn('admin', 'x')).status).toBe(423);
    expect((await signIn('admin', passwordOf('admin'))).status).toBe(423);
  });

  it('[AU7] takes down who signed in, who failed to, who was locked out and who left', async () => {
    for (let i = 0; i < 5; i += 1) await signIn('admin', 'x');
    await signIn('nobody-of-that-name', 'x');
    const auditor = callerFor(app.address.http, cookieOf(await signIn('auditor', passwordOf('auditor'))));
    const other = callerFor(app.address.http, cookieOf(await signIn('auditor', passwordOf('auditor'))));
    expect((await other.call('DELETE', '/api/v1/session')).status).toBe(204);
    const { body } = await auditor.call('GET', '/api/v1/audit?kind=session');
    expect((body as unknown as { entries: AuditEntry[] }).entries.map(({ actorName, action, result, code }) => [actorName, action, result, code])).toEqual([
      ['审计员', 'session.close', 'ok', null], ['审计员', 'session.open', 'ok', null], ['审计员', 'session.open', 'ok', null],
      ['', 'session.open', 'refused', 'SIGN_IN_FAILED'], ['admin', 'session.open', 'refused', 'ACCOUNT_LOCKED'],
      ...Array.from({ length: 4 }, () => ['admin', 'session.open', 'refused', 'SIGN_IN_FAILED']),
    ]);
  });

  it('[AU9] lets nobody in who is auditor and something else', async () => {
    const db = openDatabase(join(folder, 'wangge.db'));
    const documents = createSqliteDocumentStore(db);
    await documents.put('account', 'admin', { ...(await documents.get<object>('account', 'admin')), roles: ['admin', 'auditor'] });
    db.close();
    const answer = await signIn('admin', passwordOf('admin'));
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'ROLES_NOT_SEPARATE']);
  });
});
