import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent, request, type ClientRequest } from 'node:http';
import { wait } from './scale.ts';

/** What the net of a telephone is like: whole, gone, or so weak that anything may happen to a request. */
export type Weather = 'good' | 'off' | 'weak';
/** What may happen: nothing leaves the phone, the line breaks while it sends, or the server does it and the phone never hears. */
const FAULTS = ['refused', 'cut', 'answer-lost'] as const;
export type Fault = (typeof FAULTS)[number];
/** Where in a request a browser is killed: before it leaves, when the server has done it, when the answer is here and not yet written down. */
const DEATHS = ['unsent', 'unheard', 'heard'] as const;
export type Death = (typeof DEATHS)[number];

const WEAK_SHARE = 0.65;
/** Even a good net loses the answer to so many of the things that people tell. */
const LOST_SHARE = 0.08;
const POSITIONS = '/api/v1/positions';
/** What a request tells, by its path. */
const MATTERS = [['/api/v1/cases', 'report'], ['/api/v1/attachments', 'photo'], ['/api/v1/patrol/visits', 'visit'], [POSITIONS, 'position']] as const;
const SLOW_MS = 250;
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

const current = new AsyncLocalStorage<PhoneNet>();
const agent = new Agent({ keepAlive: true, maxSockets: 400 });

/** What happened to requests, as often as it did: `answer-lost report`. */
export type Faults = Map<string, number>;

/** Gives the pages' own code what a browser gives it: a `fetch` that knows where the page came from, here the phone on whose behalf it runs. */
export function serveFetchToPhones(): void {
  const plain = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const net = current.getStore();
    return net && typeof input === 'string' && input.startsWith('/') ? net.fetch(input, init) : plain(input, init);
  };
}

/** The net of one telephone during one life of its browser, with the cookie of whoever is signed in. Once dead it answers nobody any more. */
export class PhoneNet {
  weather: Weather = 'good';
  /** Called in the middle of the next request that tells the server something, and never again. */
  dieAt: { readonly death: Death; readonly die: () => void } | null = null;
  readonly #url: URL;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #random: () => number;
  readonly #faults: Faults;
  readonly #open = new Set<ClientRequest>();
  #isDead = false;

  /** `faults` counts what happened. */
  constructor(url: string, headers: Readonly<Record<string, string>>, random: () => number, faults: Faults) {
    this.#url = new URL(url);
    this.#headers = headers;
    this.#random = random;
    this.#faults = faults;
  }

  /** Runs the pages' code on this phone. */
  run<T>(work: () => T): T {
    return current.run(this, work);
  }

  drawDeath(): Death {
    return DEATHS[Math.floor(this.#random() * DEATHS.length)] ?? 'unheard';
  }

  /** The browser is gone: its lines are closed, and nothing it waited for ever comes. */
  kill(): void {
    this.#isDead = true;
    for (const one of this.#open) one.destroy();
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const matter = MATTERS.find(([known]) => known === path)?.[1] ?? 'command';
    const isTold = init.method === 'POST' && path !== POSITIONS;
    const fault = this.#fault(isTold);
    if (fault) this.#count(fault, matter);
    if (this.weather === 'weak') await wait(this.#random() * SLOW_MS);
    if (this.#isDead) return never();
    if (this.weather === 'off' || fault === 'refused') return this.#fail();
    const body = init.body instanceof Blob ? Buffer.from(await init.body.arrayBuffer()) : typeof init.body === 'string' ? Buffer.from(init.body) : null;
    const doomed = isTold ? this.dieAt : null;
    if (doomed) {
      this.dieAt = null;
      this.#count(doomed.death, matter);
    }
    if (doomed?.death === 'unsent') return this.#die(doomed);
    const answer = await this.#send(path, init, body, fault).catch((error: unknown) => (this.#isDead ? never<null>() : Promise.reject(error)));
    if (this.#isDead) return never();
    if (doomed?.death === 'unheard') return this.#die(doomed);
    if (doomed) setTimeout(() => void this.#die(doomed), this.#random() * 4);
    return answer === null ? this.#fail() : answer;
  }

  #fault(isTold: boolean): Fault | null {
    if (this.weather === 'weak' && this.#random() < WEAK_SHARE) return FAULTS[Math.floor(this.#random() * FAULTS.length)] ?? 'refused';
    return isTold && this.weather === 'good' && this.#random() < LOST_SHARE ? 'answer-lost' : null;
  }

  #count(what: Fault | Death, matter: string): void {
    this.#faults.set(`${what} ${matter}`, (this.#faults.get(`${what} ${matter}`) ?? 0) + 1);
  }

  #die({ die }: { readonly die: () => void }): Promise<never> {
    if (!this.#isDead) die();
    return never();
  }

  #fail(): Promise<never> {
    return Promise.reject(new TypeError('fetch failed'));
  }

  /** Null where the answer was lost on its way. */
  #send(path: string, { method = 'GET', headers, signal }: RequestInit, body: Buffer | null, fault: Fault | null): Promise<Response | null> {
    return new Promise((resolve, reject) => {
      const sent = request({
        agent, hostname: this.#url.hostname, port: this.#url.port, path, method,
        headers: { ...this.#headers, ...(headers as Record<string, string> | undefined), ...(body ? { 'content-length': body.length } : {}) },
      });
      this.#open.add(sent);
      sent.once('close', () => this.#open.delete(sent));
      sent.on('error', reject);
      signal?.addEventListener('abort', () => sent.destroy(new Error('timed out')), { once: true });
      sent.once('response', (response) => {
        response.on('error', reject);
        if (fault === 'answer-lost') {
          sent.destroy();
          return resolve(null);
        }
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => void chunks.push(chunk));
        response.once('aborted', () => reject(new Error('the answer broke off')));
        response.once('end', () => {
          const status = response.statusCode ?? 0;
          resolve(new Response(status === 204 ? null : Buffer.concat(chunks), { status, headers: { 'content-type': response.headers['content-type'] ?? '' } }));
        });
      });
      if (fault !== 'cut') return void sent.end(body ?? undefined);
      sent.flushHeaders();
      if (body) sent.write(body.subarray(0, body.length >> 1));
      setTimeout(() => sent.destroy(new Error('cut')), this.#random() * 20);
    });
  }
}
