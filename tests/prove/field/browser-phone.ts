import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { OutboxEntry } from '@wangge/web/features/orders/outbox-entry';
import { findChromium } from '../../support/find-chromium.ts';
import type { FieldPerson } from './district.ts';
import { placeIn } from './district.ts';
import { wait } from './scale.ts';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic',
  '--remote-debugging-port=0', '--window-size=500,900', '--force-device-scale-factor=0.5',
];
const PATIENCE_MS = 20_000;
const PRESS_AGAIN_MS = 4_000;
/** What the browser says by itself when net, server or its own cookie are away, and of what was refused. */
const AWAY_WORDS = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_SOCKET|ERR_NETWORK|WebSocket|net::|status of (401|404|409|503)/;

export interface BrowserNeeds {
  readonly url: string;
  readonly password: string;
  /** Where its profile lies, which outlives the browser. */
  readonly profile: string;
  readonly random: () => number;
}

/** A real Chromium in somebody's hand: its own process and profile, so that it can be killed and opened again as it was. */
export class BrowserPhone {
  readonly who: FieldPerson;
  readonly complaints: string[] = [];
  /** How often somebody had to sign in again, because the browser had not yet written its cookie down. */
  signIns = 0;
  readonly #needs: BrowserNeeds;
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;
  #page: Page | null = null;

  constructor(who: FieldPerson, needs: BrowserNeeds) {
    this.who = who;
    this.#needs = needs;
    mkdirSync(needs.profile, { recursive: true });
  }

  get page(): Page {
    if (!this.#page) throw new Error(`${this.who.account} holds no browser now`);
    return this.#page;
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Starts Chromium on its profile and opens /field, signing in where it asks for it. */
  async open(): Promise<void> {
    const { url, profile } = this.#needs;
    const executable = findChromium() ?? 'chromium';
    const child = spawn(executable, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    this.#child = child;
    const killNow = (): void => this.#killGroup(child);
    process.once('exit', killNow);
    child.once('close', () => process.off('exit', killNow));
    this.#browser = await chromium.connectOverCDP(await endpointOf(child));
    const [context] = this.#browser.contexts();
    if (!context) throw new Error('Chromium opened without a profile');
    await context.grantPermissions(['geolocation'], { origin: url });
    await this.stand(placeIn(this.who.corner, this.#needs.random), context);
    const page = context.pages()[0] ?? await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (message.type() === 'error' && !AWAY_WORDS.test(message.text())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
    this.#page = page;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/field`, { waitUntil: 'load' });
    const header = page.getByRole('heading', { level: 1 }).filter({ hasText: /\S/ });
    await header.or(page.getByRole('button', { name: '登录', exact: true })).first().waitFor();
    await this.signInIfAsked();
  }

  /** Signs in where the page asks for it: it may have opened on what it kept, and hear only later that nobody is signed in. While the server is away its person presses again and again. */
  async signInIfAsked(): Promise<void> {
    const { page } = this;
    const isAsked = (): boolean => new URL(page.url()).pathname.includes('/signin');
    if (!isAsked()) return;
    this.signIns += 1;
    await page.getByLabel('账号').fill(this.who.account);
    await page.getByLabel('密码').fill(this.#needs.password);
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (isAsked()) {
      if (Date.now() > giveUpAt) throw new Error(`${this.who.account} could not sign in: ${(await page.getByRole('alert').allInnerTexts()).join('; ')}`);
      await page.getByRole('button', { name: '登录', exact: true }).click({ timeout: PRESS_AGAIN_MS }).catch(() => undefined);
      await page.waitForURL(({ pathname }) => !pathname.includes('/signin'), { timeout: PRESS_AGAIN_MS }).catch(() => undefined);
    }
  }

  /** Walks to a place. */
  async stand([longitude, latitude]: readonly [number, number], context: BrowserContext = this.context): Promise<void> {
    await context.setGeolocation({ longitude, latitude, accuracy: 8 });
  }

  async setOffline(isOffline: boolean): Promise<void> {
    await this.context.setOffline(isOffline);
  }

  /** What lies in its outbox, as its own disk has it. */
  async entries(): Promise<readonly OutboxEntry[]> {
    return this.page.evaluate(() => new Promise<OutboxEntry[]>((resolve, reject) => {
      const asked = indexedDB.open('wangge-field');
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        if (!asked.result.objectStoreNames.contains('entries')) return reject(new Error('there is no outbox'));
        const read = asked.result.transaction('entries').objectStore('entries').getAll() as IDBRequest<OutboxEntry[]>;
        read.onsuccess = () => {
          resolve(read.result);
          asked.result.close();
        };
      };
    }));
  }

  /** SIGKILL to the browser and all its processes, with whatever is in its outbox. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    this.#page = null;
    const browser = this.#browser;
    this.#browser = null;
    if (!child) return;
    const gone = child.exitCode === null && child.signalCode === null ? once(child, 'close') : Promise.resolve();
    this.#killGroup(child);
    await Promise.race([gone, wait(5_000)]);
    await browser?.close().catch(() => undefined);
  }

  #killGroup(child: ChildProcess): void {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Gone already.
    }
  }
}

/** The address that Chromium prints for those who want to drive it. */
async function endpointOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${printed.slice(-300)}`)), PATIENCE_MS);
    child.once('close', () => reject(new Error(`Chromium ended: ${printed.slice(-300)}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /ws:\/\/\S+/.exec(printed)?.[0];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
  });
}
