import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dateKey } from '@wangge/shared/base';
import { startTestApp, type TestApp } from '../support/test-app.ts';

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

const rulesText = async (): Promise<string> => (await read<Head>('admin', `/api/v1/lists/case-rules/versions/${encodeURIComponent('默认值-2026.1')}`)).text ?? '';

describe('lists over HTTP', () => {
  it('[LS4] name their kinds and show a default as such', async () => {
    const kinds = await read<{ kind: string; inForce: Head }[]>('chief', '/api/v1/lists');
    expect(kinds.find(({ kind }) => kind === 'case-rules')).toMatchObject({ name: '办理规则', form: 'json', inForce: { standing: 'in-force', isConfirmed: false } });
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
    const refused = await publish('admin', 'case-rules', (await rulesText()).replace('"undoMs": 10000', '"undoMs": -1'), { version: '2026-乙' });
    expect(refused).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED', problems: [{ line: 19, column: 'undoMs' }] } });
    expect(await read<Head[]>('chief', '/api/v1/lists/case-rules/versions')).toHaveLength(2);
  });

  it('answer for a list nobody knows', async () => {
    expect((await publish('admin', 'nothing', 'x')).status).toBe(404);
    expect((await app.as('chief').call('GET', '/api/v1/lists/case-rules/versions/none')).body.code).toBe('LIST_UNKNOWN');
  });
});
