import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_FLAGS } from './browser.ts';
import { findChromium } from './find-chromium.ts';

/** A browser as somebody's own: its profile outlives it, and it can die at any moment. */
export interface OwnBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Ends every process of it at once, as a phone that runs out of power. */
  kill(): Promise<void>;
  /** Closes it as a person does. */
  close(): Promise<void>;
}

const READY = /DevTools listening on (ws:\S+)/;
const READY_WITHIN_MS = 60_000;

/** Starts Chromium over the profile in `folder`, where the device is at `at`. */
export async function openOwnBrowser(folder: string, at: readonly [number, number], flags: readonly string[] = []): Promise<OwnBrowser> {
  const path = findChromium();
  if (path === undefined) throw new Error('No Chromium found: install it or set CHROMIUM_PATH.');
  // A browser that was killed leaves its lock behind; its own process is gone.
  for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(folder, name), { force: true });
  const child = spawn(path, [...BROWSER_FLAGS, `--user-data-dir=${folder}`, '--remote-debugging-port=0', '--lang=zh-CN', '--window-size=390,844', ...flags, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  const killNow = (): void => signalAll(child, 'SIGKILL');
  process.once('exit', killNow);
  child.once('close', () => process.off('exit', killNow));
  const browser = await chromium.connectOverCDP(await readyAddress(child));
  const context = browser.contexts()[0]!;
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: at[0], latitude: at[1], accuracy: 8 });
  const page = context.pages()[0] ?? await context.newPage();
  await page.setViewportSize({ width: 390, height: 844 });
  page.setDefaultTimeout(60_000);
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    context, page,
    async kill() {
      signalAll(child, 'SIGKILL');
      await gone;
      await browser.close().catch(() => undefined);
    },
    async close() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close').catch(() => undefined);
      await gone;
    },
  };
}

function signalAll(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  process.kill(-child.pid, signal);
}

function readyAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`Chromium did not start: ${said}`)), READY_WITHIN_MS);
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = READY.exec(said)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    });
    child.once('close', () => reject(new Error(`Chromium ended: ${said}`)));
  });
}
