import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { CaseDetail, CommandAnswer } from '@wangge/shared/wire';
import { storePhoto } from '../../support/tiny-photo.ts';
import { done, type Refused, type Reply } from './seen.ts';

const TOO_MANY = 429;

/** Asks a server over HTTP with the headers of one caller. Told that it asks too often, it waits as long as it is told and asks again. */
export async function ask<T>(url: string, method: string, headers: Readonly<Record<string, string>>, body?: object): Promise<Reply<T>> {
  const request = { method, headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) };
  let response = await fetch(url, request);
  while (response.status === TOO_MANY) {
    await setTimeout(1_000 * Math.max(1, Number(response.headers.get('retry-after') ?? 1)));
    response = await fetch(url, request);
  }
  const text = await response.text();
  const read: unknown = /^[[{]/.test(text) ? JSON.parse(text) : text;
  return { status: response.status, body: read as T, refusal: read as Refused };
}

/** What a page knows of who is signed in. */
interface Self {
  readonly person: { readonly id: string; readonly name: string };
  readonly role: string;
  readonly unitId: string | null;
  readonly gridCode: string | null;
}

/** Somebody signed in by password, who calls the public API with their own session. */
export class Player {
  readonly #url: string;
  readonly #cookie: string;
  readonly self: Self;

  constructor(url: string, cookie: string, self: Self) {
    this.#url = url;
    this.#cookie = cookie;
    this.self = self;
  }

  static async signIn(url: string, path: string, secret: object): Promise<Player> {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(secret) });
    if (!answer.ok) throw new Error(`signing in at ${path} answered ${answer.status}: ${await answer.text()}`);
    const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
    return new Player(url, cookie, (await answer.json()) as Self);
  }

  get<T>(path: string): Promise<Reply<T>> {
    return ask<T>(`${this.#url}/api/v1${path}`, 'GET', { cookie: this.#cookie });
  }

  post<T>(path: string, body: object): Promise<Reply<T>> {
    return ask<T>(`${this.#url}/api/v1${path}`, 'POST', { cookie: this.#cookie }, body);
  }

  /** Goes on in another of their roles (换一个角色). */
  switchRole(role: string): Promise<Reply<Self>> {
    return ask<Self>(`${this.#url}/api/v1/session/role`, 'PUT', { cookie: this.#cookie }, { role });
  }

  /** Stores a picture of their own; answers its id. */
  storePhoto(): Promise<string> {
    return storePhoto(this.#url, { cookie: this.#cookie });
  }

  /** What stands on a page that must be there. */
  async read<T>(path: string): Promise<T> {
    return done(`${this.self.person.name} reads ${path}`, await this.get<T>(path));
  }

  /** Gives a command on an object at the revision it has now, unless another is named. */
  command<T>(path: string, action: string, expectedRevision: number, payload: object = {}, commandId: string = randomUUID()): Promise<Reply<T>> {
    return this.post<T>(`${path}/commands`, { action, expectedRevision, commandId, payload });
  }

  seeCase(id: string): Promise<CaseDetail> {
    return this.read<CaseDetail>(`/cases/${id}`);
  }

  /** Acts on a case as its page would: with the revision it shows; who can't see it still tries. */
  async act(id: string, action: string, payload: object = {}): Promise<Reply<CommandAnswer>> {
    const page = await this.get<CaseDetail>(`/cases/${id}`);
    return this.command<CommandAnswer>(`/cases/${id}`, action, page.status === 200 ? page.body.row.revision : 1, payload);
  }
}
