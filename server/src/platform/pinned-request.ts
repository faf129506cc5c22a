import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { SECOND_MS } from '@wangge/shared/base';

/** What became of a message out. `told`: with what was answered; `waits`: it may go another time; `refused`: it was read and not wanted. */
export type OutAnswer = Waits | { readonly kind: 'told'; readonly text: string } | { readonly kind: 'refused'; readonly detail: string };

interface Waits {
  readonly kind: 'waits';
  readonly code: 'CONNECTOR_TARGET_AWAY' | 'CONNECTOR_TARGET_FORBIDDEN';
  readonly detail: string;
}

export interface PinnedAddress {
  readonly address: string;
  readonly family: number;
}

interface Target {
  readonly url: URL;
  readonly pinned: PinnedAddress;
}

export interface OutMessage {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How long looking up the host and answering may take together; ten seconds unless told. */
  readonly patienceMs?: number;
}

/** The headers of a message that may come twice: its key, and its signature as `sha256=` HMAC over time stamp, a dot and the body, by the secret both sides know. */
export function signedHeaders(secret: string, key: string, at: number, body: string): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return { 'idempotency-key': encodeURIComponent(key), 'x-wangge-timestamp': String(at), 'x-wangge-signature': `sha256=${signature}` };
}

const PATIENCE_MS = 10 * SECOND_MS;
const MOST_ANSWER_BYTES = 65_536;
const SHOWN = 120;
/** Answers that say “not now” or “not you”, after which the same message may be taken. */
const NOT_NOW = new Set([401, 403, 404, 408, 425, 429]);

/** This machine, its own link, everybody and nobody: never what a name may lead to. */
const NEVER = new BlockList();
for (const [net, bits] of [['0.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['224.0.0.0', 4], ['240.0.0.0', 4]] as const) NEVER.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [['::', 128], ['::1', 128], ['fe80::', 10], ['ff00::', 8]] as const) NEVER.addSubnet(net, bits, 'ipv6');

/** An IPv4 address behind `::ffff:` is that address. */
function isNever({ address, family }: PinnedAddress): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped !== undefined ? NEVER.check(mapped, 'ipv4') : NEVER.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Looks a host up, once for each message. */
export type Resolve = (host: string) => Promise<PinnedAddress>;
const resolveHost: Resolve = async (host) => lookup(host);

/**
 * Sends a message to where it may go: the host stands in the list of the installation (`OUTGOING_HOSTS`, with its port unless that is the
 * scheme's own), its address is looked up once and connected to as looked up, and a redirect is followed nowhere. A name never leads to
 * this machine or its link; who means these writes the address itself into the list.
 */
export function createPinnedRequest(allowed: readonly string[], resolve: Resolve = resolveHost): (message: OutMessage) => Promise<OutAnswer> {
  return async ({ url: text, body, headers, patienceMs = PATIENCE_MS }) => {
    const signal = AbortSignal.timeout(patienceMs);
    const target = await pin(text, allowed, resolve, signal);
    if ('kind' in target) return target;
    const bytes = Buffer.from(body);
    const answer = await exchange(target, { method: 'POST', headers: { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length }, body: bytes }, MOST_ANSWER_BYTES, signal);
    return 'kind' in answer ? answer : judge(answer.status, answer.bytes?.toString() ?? '');
  };
}

/** Asks at an address where a message may go, by the same rules; answers what is there, or why it has to wait. */
export function createPinnedQuestion(allowed: readonly string[], mostBytes: number, resolve: Resolve = resolveHost): (url: string, headers?: Readonly<Record<string, string>>) => Promise<Waits | { readonly kind: 'answered'; readonly bytes: Buffer }> {
  return async (text, headers = {}) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const target = await pin(text, allowed, resolve, signal);
    if ('kind' in target) return target;
    const answer = await exchange(target, { method: 'GET', headers }, mostBytes, signal);
    if ('kind' in answer) return answer;
    if (answer.status < 200 || answer.status >= 300) return away(`HTTP ${answer.status}`);
    return answer.bytes ? { kind: 'answered', bytes: answer.bytes } : away(`应答不完整，或超过 ${Math.floor(mostBytes / 1_000)} KB`);
  };
}

/** What is seen of an answer that may never end. */
export interface Glance {
  readonly kind: 'answered';
  readonly status: number;
  /** Its beginning. */
  readonly first: Buffer;
}

/** Looks at the beginning of what is at an address, by the same rules, and hangs up. */
export function createPinnedGlance(allowed: readonly string[], resolve: Resolve = resolveHost): (url: string, look: { readonly method: 'GET' | 'OPTIONS'; readonly mostBytes: number }) => Promise<Waits | Glance> {
  return async (text, { method, mostBytes }) => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const target = await pin(text, allowed, resolve, signal);
    if ('kind' in target) return target;
    const answer = await exchange(target, { method, headers: {} }, mostBytes, signal);
    return 'kind' in answer ? answer : { kind: 'answered', status: answer.status, first: answer.first };
  };
}

/** An address and where it leads, looked up once; or why nothing may go there. */
async function pin(text: string, allowed: readonly string[], resolve: Resolve, signal: AbortSignal): Promise<Waits | Target> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || !allowed.includes(url.host.toLowerCase())) return forbidden(`${url?.host ?? text.slice(0, SHOWN)} 不在 OUTGOING_HOSTS 里`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  let pinned: PinnedAddress;
  try {
    pinned = family === 0 ? await before(signal, resolve(host)) : { address: host, family };
  } catch {
    return away(`找不到主机 ${host}`);
  }
  return family === 0 && isNever(pinned) ? forbidden(`${host} 指向 ${pinned.address}`) : { url, pinned };
}

/** Waits for work no longer than a signal lets it. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return Promise.race([work, new Promise<never>((_done, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error)))]);
}

const forbidden = (detail: string): Waits => ({ kind: 'waits', code: 'CONNECTOR_TARGET_FORBIDDEN', detail });
const away = (detail: string): Waits => ({ kind: 'waits', code: 'CONNECTOR_TARGET_AWAY', detail: detail.slice(0, SHOWN) });

interface Question {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body?: Buffer;
}

/** Null bytes: the answer broke off, or there was more of it than anybody wants. */
function exchange({ url, pinned: { address, family } }: Target, { method, headers, body }: Question, mostBytes: number, signal: AbortSignal): Promise<Waits | { readonly status: number; readonly bytes: Buffer | null; readonly first: Buffer }> {
  return new Promise((done) => {
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method, agent: false, signal, headers: { ...headers, 'user-agent': 'wangge' },
      lookup: (_host, options, told) => (options.all ? told(null, [{ address, family }]) : told(null, address, family)),
    }, (answer) => {
      const status = answer.statusCode ?? 0;
      const chunks: Buffer[] = [];
      let read = 0;
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if ((read += chunk.length) > mostBytes) answer.destroy();
      });
      answer.on('error', () => undefined);
      answer.on('close', () => {
        const all = Buffer.concat(chunks);
        done({ status, bytes: answer.complete && read <= mostBytes ? all : null, first: all.subarray(0, mostBytes) });
      });
    });
    request.on('error', (error) => done(away(error.name === 'TimeoutError' || error.name === 'AbortError' ? '超时没有应答' : (error as NodeJS.ErrnoException).code ?? error.message)));
    request.end(body);
  });
}

function judge(status: number, text: string): OutAnswer {
  if (status >= 200 && status < 300) return { kind: 'told', text };
  const isFinal = status >= 400 && status < 500 && !NOT_NOW.has(status);
  return isFinal ? { kind: 'refused', detail: `HTTP ${status}` } : away(`HTTP ${status}`);
}
