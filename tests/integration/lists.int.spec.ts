import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

interface Head { readonly version: string; readonly standing: string; readonly isConfirmed: boolean; readonly text?: string; readonly problems?: readonly { readonly line: number; readonly column: string }[] }

async function read<T>(account: string, path: string): Promise<T> {
  return (await app.as(account).call('GET', path)).body as unknown as T;
}

async function publish(account: string, kind: string, text: string, more: object = {}): Promise<{ status: number; body: Head }> {
  const answer = await app.as(account).call('POST', `/api/v1/lists/${kind}/versions`, { version: '2026-甲', effectiveFrom: dateKey(Date.now()), isConfirmed: true, text, ...more });
  return answer as unknown as { status: number; body: Head };
}

const rulesText = async (): Promise<string> => (await read<Head>('admin', '/api/v1/lists/case-rules/versions/v1')).text ?? '';

describe('lists over HTTP', () => {
  it('[LS4] name their kinds and show a default as such', async () => {
    const kinds = await read<{ kind: string; inForce: Head }[]>('chief', '/api/v1/lists');
    expect(kinds.find(({ kind }) => kind === 'responsibility-items')).toMatchObject({ name: '属地管理事项清单', form: 'csv', inForce: { standing: 'in-force', isConfirmed: false } });
  });

  it('[LS5] are edited by those who may and by nobody else', async () => {
    const text = await rulesText();
    expect((await publish('dispatcher', 'case-rules', text)).status).toBe(403);
    expect((await publish('squad0', 'case-rules', text)).status).toBe(403);
    expect((await publish('village-commander', 'case-rules', text)).status).toBe(403);
    expect(await publish('admin', 'case-rules', text)).toMatchObject({ status: 201, body: { version: '2026-甲', standing: 'in-force', isConfirmed: true } });
    expect((await read<Head[]>('chief', '/api/v1/lists/case-rules/versions')).map(({ standing }) => standing)).toEqual(['past', 'in-force']);
  });

  it('[LS2] are refused whole with the lines of their problems', async () => {
    const text = (await rulesText()).replace('"undoMs": 10000', '"undoMs": -1');
    const line = text.split('\n').findIndex((words) => words.includes('undoMs')) + 1;
    expect(await publish('admin', 'case-rules', text, { version: '2026-乙' })).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: [{ line, column: 'undoMs' }] } });
    expect(await read<Head[]>('chief', '/api/v1/lists/case-rules/versions')).toHaveLength(2);
  });

  it('[LS2] are checked before they are published, and nothing is kept', async () => {
    const check = async (account: string, text: string): Promise<Answer> => app.as(account).call('POST', '/api/v1/lists/grid-posts/checks', { effectiveFrom: dateKey(Date.now()), text });
    const head = '岗位,配备,职责,来源\n';
    expect(await check('admin', `${head}网格长,每村1人,,F\n`)).toMatchObject({ status: 200, body: { problems: [{ line: 2, column: '职责' }], content: null } });
    expect(await check('admin', `${head}网格长,每村1人,统筹,F\n`)).toMatchObject({ status: 200, body: { problems: [], content: { columns: ['岗位', '配备', '职责', '来源'], rows: [['网格长', '每村1人', '统筹', 'F']] } } });
    expect((await check('dispatcher', head)).status).toBe(403);
    expect(await read<Head[]>('chief', '/api/v1/lists/grid-posts/versions')).toHaveLength(1);
  });

  it('answer for a list nobody knows', async () => {
    expect((await publish('admin', 'nothing', 'x')).status).toBe(404);
    expect((await app.as('chief').call('GET', '/api/v1/lists/case-rules/versions/none')).body.code).toBe('LIST_UNKNOWN');
  });

  it('[LS8] judge a case by the types it was reported under, and a new report by those in force', async () => {
    const report = async (): Promise<{ status: number; body: { code: string; id: string } }> =>
      app.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T0', description: '试', lng: 120.22, lat: 31.8 }, { 'idempotency-key': randomUUID() });
    const before = await report();
    expect(before.status).toBe(201);
    const { rows = [], columns = [] } = await read<{ rows: string[][]; columns: string[] }>('admin', '/api/v1/lists/case-types/versions/v1');
    const text = [columns, ...rows.map((row) => [`${row[0]}00`, ...row.slice(1)])].map((line) => line.join(',')).join('\n').replaceAll(/(\d)分,/g, '$1小时,');
    expect(await publish('admin', 'case-types', text)).toMatchObject({ status: 201 });
    expect((await report()).body.code).toBe('CASE_TYPE_UNKNOWN');
    const accepted = await app.as('intake').call('POST', `/api/v1/cases/${before.body.id}/commands`, {
      action: 'accept', expectedRevision: 1, commandId: randomUUID(), payload: { typeCode: 'T0', level: 'ordinary', gridCode: 'v0-g' },
    });
    expect(accepted.status).toBe(200);
    expect((await read<{ caseTypes: { code: string }[] }>('chief', '/api/v1/district')).caseTypes[0]).toMatchObject({ code: 'T000' });
  });

  it('[IN5] that name a type only later take the report that was refused for it, under the key it came with', async () => {
    const key = randomUUID();
    const report = async (): Promise<Answer> => app.as('intake').call('POST', '/api/v1/cases', { typeCode: 'T011', description: '试', lng: 120.22, lat: 31.8 }, { 'idempotency-key': key });
    expect(await report()).toMatchObject({ status: 422, body: { code: 'CASE_TYPE_UNKNOWN' } });
    const { rows = [], columns = [] } = await read<{ rows: string[][]; columns: string[] }>('admin', '/api/v1/lists/case-types/versions/v1');
    const text = [columns, ...rows.map((row) => [`${row[0]}11`, ...row.slice(1)])].map((line) => line.join(',')).join('\n').replaceAll(/(\d)分,/g, '$1小时,');
    expect(await publish('admin', 'case-types', text, { version: '2026-丙' })).toMatchObject({ status: 201 });
    const taken = await report();
    expect(taken.status, JSON.stringify(taken.body)).toBe(201);
    expect((await report()).body.id).toBe(taken.body.id);
  });
});
