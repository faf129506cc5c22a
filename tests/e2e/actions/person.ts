import { randomUUID } from 'node:crypto';
import type { CaseAction, CasePayload } from '@wangge/shared/case';
import type { District } from '@wangge/shared/district';
import type { CaseDetail } from '@wangge/shared/wire';
import type { Place } from '../../support/built-server.ts';

const COOKIE = 'wangge_session';

/** Somebody with an account, as the server knows them: used to bring a case to where a test begins, and to look afterwards. */
export class Person {
  /** Value of the session cookie, for a page of the same person. */
  readonly session: string;
  readonly #url: string;

  private constructor(url: string, session: string) {
    this.#url = url;
    this.session = session;
  }

  /** Signs in by the demo's one press. */
  static async signIn({ url }: Place, account: string): Promise<Person> {
    const answer = await fetch(`${url}/api/v1/session/demo`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account }),
    });
    const session = new RegExp(`${COOKIE}=([^;]+)`).exec(answer.headers.get('set-cookie') ?? '')?.[1];
    if (!answer.ok || session === undefined) throw new Error(`${account} cannot sign in: ${answer.status}`);
    return new Person(url, session);
  }

  async read<T>(path: string): Promise<T> {
    const answer = await fetch(this.#url + path, { headers: { cookie: `${COOKIE}=${this.session}` } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return await answer.json() as T;
  }

  /** Posts what the API answers with its own body. Rejects when the server refuses. */
  async send(path: string, body: object): Promise<void> {
    const answer = await fetch(this.#url + path, { method: 'POST', headers: { cookie: `${COOKIE}=${this.session}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  /** Puts what the API answers with its own body. Rejects when the server refuses. */
  async put(path: string, body: object): Promise<void> {
    const answer = await fetch(this.#url + path, { method: 'PUT', headers: { cookie: `${COOKIE}=${this.session}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  /** Posts and takes what comes back. Rejects when the server refuses. */
  async post<T>(path: string, body: object): Promise<T> {
    const answer = await fetch(this.#url + path, { method: 'POST', headers: { cookie: `${COOKIE}=${this.session}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return await answer.json() as T;
  }

  async remove(path: string): Promise<void> {
    const answer = await fetch(this.#url + path, { method: 'DELETE', headers: { cookie: `${COOKIE}=${this.session}` } });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }

  async district(): Promise<District> {
    return this.read('/api/v1/district');
  }

  async readCase(id: string): Promise<CaseDetail> {
    return this.read(`/api/v1/cases/${id}`);
  }

  /** Does one step of a case as it stands now. Rejects when the server refuses. */
  async act(id: string, action: CaseAction, payload: CasePayload = {}): Promise<CaseDetail> {
    const { row } = await this.readCase(id);
    const answer = await fetch(`${this.#url}/api/v1/cases/${id}/commands`, {
      method: 'POST', headers: { cookie: `${COOKIE}=${this.session}`, 'content-type': 'application/json' },
      body: JSON.stringify({ action, expectedRevision: row.revision, commandId: randomUUID(), payload }),
    });
    if (!answer.ok) throw new Error(`${action}: ${await answer.text()}`);
    return (await answer.json() as { case: CaseDetail }).case;
  }
}
