/** Longer than any outage that a proof makes. */
const PATIENCE_MS = 100_000;
const UNAVAILABLE = 503;
const RETRY_MS = 100;

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** When the answer was here; epoch ms. */
  readonly at: number;
}

/** Somebody signed in: asks with their cookie, and asks again while nobody answers or the store is away, as pages do. */
export class Person {
  readonly url: string;
  readonly cookie: string;

  constructor(url: string, cookie: string) {
    this.url = url;
    this.cookie = cookie;
  }

  static async signIn(url: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Person> {
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`sign-in at ${path} answered ${answer.status}: ${await answer.text()}`);
    return new Person(url, answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; '));
  }

  async ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      try {
        const answer = await fetch(`${this.url}${path}`, {
          method, headers: { cookie: this.cookie, ...headers, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}),
        });
        const text = await answer.text();
        if (answer.status === UNAVAILABLE && Date.now() < giveUpAt) throw new Error(text);
        return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as T, at: Date.now() };
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async get<T>(path: string): Promise<T> {
    const answer = await this.ask<T>('GET', path);
    if (answer.status !== 200) throw new Error(`GET ${path} answered ${answer.status}`);
    return answer.body;
  }
}

/** The numbers of the metrics page under one name, by kind. */
export async function readMetrics(url: string, name: string): Promise<Map<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const found = new Map<string, number>();
  for (const line of text.split('\n')) {
    const match = new RegExp(`^${name}(?:\\{kind="([^"]*)"\\})? (\\S+)$`).exec(line);
    if (match !== null) found.set(match[1] ?? '', Number(match[2]));
  }
  return found;
}
