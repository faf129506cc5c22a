import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createPinnedQuestion, createPinnedRequest, type OutAnswer } from './pinned-request.ts';

let server: Server | undefined;
const heard: string[] = [];
afterEach(async () => {
  heard.length = 0;
  await new Promise<void>((closed) => (server ? server.close(() => closed()) : closed()));
  server = undefined;
});

async function listen(status: number, headers: Record<string, string> = {}): Promise<string> {
  server = createServer((request: IncomingMessage, response) => {
    heard.push(`${request.method} ${request.headers.host} ${request.url}`);
    response.writeHead(status, headers).end('{}');
  });
  await new Promise<void>((ready) => server!.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const send = (url: string, allowed: readonly string[], address = '127.0.0.1'): Promise<OutAnswer> => createPinnedRequest(allowed, async () => ({ address, family: 4 }))({ url, body: '{}', headers: {} });

describe('a message out', () => {
  it('[CN9] goes to a host of the list, and is told by its answer', async () => {
    const host = await listen(200);
    expect(await send(`http://${host}/back`, [host])).toEqual({ kind: 'told', text: '{}' });
    expect(heard).toEqual([`POST ${host} /back`]);
  });

  it.each([
    ['a host that is not in the list', 'http://example.org/'], ['another port of one that is', 'http://allowed.test:81/'], ['one it is hidden in', 'http://allowed.test@example.org/'], ['with a password', 'http://a:b@allowed.test/'],
    ['another scheme', 'ftp://allowed.test/'], ['a file', 'file:///etc/passwd'], ['no address', 'back'],
  ])('[CN9] goes nowhere else: %s', async (_what, url) => {
    expect(await send(url, ['allowed.test'])).toMatchObject({ kind: 'waits', code: 'CONNECTOR_TARGET_FORBIDDEN' });
  });

  it.each(['127.0.0.1', '169.254.169.254', '0.0.0.0', '224.0.0.1', '::ffff:127.0.0.1'])('[CN9] is led by no name to this machine or its link: %s', async (address) => {
    expect(await send('http://allowed.test/', ['allowed.test'], address)).toMatchObject({ kind: 'waits', code: 'CONNECTOR_TARGET_FORBIDDEN' });
  });

  it('[CN9] connects to the address that was looked up, and looks it up once', async () => {
    const host = await listen(200);
    let asked = 0;
    const request = createPinnedRequest([host.replace('127.0.0.1', 'allowed.test')], async () => ({ address: (asked += 1) === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }));
    const first = request({ url: `http://${host.replace('127.0.0.1', 'allowed.test')}/`, body: '{}', headers: {} });
    expect(await Promise.race([first, new Promise((late) => void setTimeout(late, 300, 'still trying'))])).not.toMatchObject({ kind: 'told' });
    expect([asked, heard]).toEqual([1, []]);
  });

  it('[CN8] waits for no host that is looked up for too long', async () => {
    const request = createPinnedRequest(['allowed.test'], () => new Promise(() => undefined));
    expect(await request({ url: 'http://allowed.test/', body: '{}', headers: {}, patienceMs: 20 })).toEqual({ kind: 'waits', code: 'CONNECTOR_TARGET_AWAY', detail: '找不到主机 allowed.test' });
  });

  it('[CN9] follows no redirect', async () => {
    const host = await listen(307, { location: '/elsewhere' });
    expect(await send(`http://${host}/back`, [host])).toEqual({ kind: 'waits', code: 'CONNECTOR_TARGET_AWAY', detail: 'HTTP 307' });
    expect(heard).toHaveLength(1);
  });

  it.each([[400, 'refused'], [409, 'refused'], [422, 'refused'], [401, 'waits'], [404, 'waits'], [429, 'waits'], [500, 'waits'], [503, 'waits']])('[CN8] answered with %i is %s', async (status, kind) => {
    const host = await listen(status);
    expect((await send(`http://${host}/`, [host])).kind).toBe(kind);
  });

  it('[CN8] waits where nobody answers', async () => {
    const host = await listen(200);
    await new Promise<void>((closed) => server!.close(() => closed()));
    server = undefined;
    expect(await send(`http://${host}/`, [host])).toMatchObject({ kind: 'waits', detail: 'ECONNREFUSED' });
  });
});

describe('a question to another system', () => {
  const ask = (url: string, allowed: readonly string[], mostBytes = 100) => createPinnedQuestion(allowed, mostBytes, async () => ({ address: '127.0.0.1', family: 4 }))(url);

  it('[CN14] goes where a message may go, and brings what is there', async () => {
    const host = await listen(200);
    expect(await ask(`http://${host}/orders`, [host])).toEqual({ kind: 'answered', bytes: Buffer.from('{}') });
    expect(heard).toEqual([`GET ${host} /orders`]);
    expect(await ask('http://example.org/', [host])).toMatchObject({ kind: 'waits', code: 'CONNECTOR_TARGET_FORBIDDEN' });
    expect(await ask('http://allowed.test/', ['allowed.test'])).toMatchObject({ kind: 'waits', code: 'CONNECTOR_TARGET_FORBIDDEN' });
  });

  it.each([301, 404, 500])('[CN14] waits where the answer is %i', async (status) => {
    const host = await listen(status, { location: '/elsewhere' });
    expect(await ask(`http://${host}/`, [host])).toEqual({ kind: 'waits', code: 'CONNECTOR_TARGET_AWAY', detail: `HTTP ${status}` });
    expect(heard).toHaveLength(1);
  });

  it('[CN14] brings nothing of an answer that is too large', async () => {
    const host = await listen(200);
    expect(await ask(`http://${host}/`, [host], 1)).toMatchObject({ kind: 'waits', detail: expect.stringContaining('应答不完整') });
  });
});
