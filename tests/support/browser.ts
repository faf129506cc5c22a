import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** How Chromium is started wherever tests start one. */
export const BROWSER_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--use-angle=swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Schemes that never leave the browser. */
const LOCAL_SCHEMES = new Set(['data:', 'blob:', 'about:']);

/** What Chromium says about reading pixels back without a graphics card; no page can help it. */
const SOFTWARE_RENDERING = /GL Driver Message \(OpenGL, Performance/;

/** A page of its own person: own cookies, own storage, and what went wrong on it so far. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors and warnings on the console, failed loads and uncaught exceptions, oldest first. */
  readonly consoleErrors: readonly string[];
  /** Addresses the page asked for outside its own origin. */
  readonly outsideRequests: readonly string[];
}

export interface OpenPageOptions {
  /** Width and height of the viewport in CSS pixels; 1920 × 1080 unless told. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A touch screen of a phone. */
  readonly isPhone?: boolean;
  /** Where the device says it is, longitude and latitude in degrees, WGS-84. */
  readonly position?: { readonly longitude: number; readonly latitude: number };
  readonly locale?: string;
  /** Pixels drawn per CSS pixel: less than 1 spares a machine without a graphics card and changes no layout. */
  readonly pixelRatio?: number;
  /** Value of the session cookie of somebody who has signed in already. */
  readonly session?: string;
}

/** Starts Chromium with software WebGL on a fresh profile, which Playwright removes when the browser is closed. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium found: install it or set CHROMIUM_PATH.');
  return chromium.launch({ executablePath, args: BROWSER_FLAGS });
}

/** Opens `url` as a new person and waits until the document is loaded; closing the context ends the visit. */
export async function openPage(browser: Browser, url: string, options: OpenPageOptions = {}): Promise<OpenPage> {
  const { viewport = { width: 1920, height: 1080 }, isPhone = false, position, locale = 'zh-CN', pixelRatio = 1, session } = options;
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: pixelRatio,
    locale,
    timezoneId: 'Asia/Shanghai',
    isMobile: isPhone,
    hasTouch: isPhone,
    ...(position === undefined ? {} : { geolocation: position, permissions: ['geolocation'] }),
  });
  if (session !== undefined) await context.addCookies([{ name: 'wangge_session', value: session, url: new URL(url).origin, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  const outsideRequests: string[] = [];
  const { host } = new URL(url);
  const isOutside = (address: string): boolean => {
    const target = new URL(address);
    return !LOCAL_SCHEMES.has(target.protocol) && target.host !== host;
  };
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    if (SOFTWARE_RENDERING.test(message.text())) return;
    consoleErrors.push(`${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => consoleErrors.push(`uncaught: ${error.message}`));
  context.on('request', (request) => {
    if (isOutside(request.url())) outsideRequests.push(request.url());
  });
  page.on('websocket', (socket) => {
    if (isOutside(socket.url())) outsideRequests.push(socket.url());
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, context, consoleErrors, outsideRequests };
}

/** Writes what the viewport shows to a PNG file. */
export async function takeScreenshot(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, type: 'png', timeout: 120_000 });
}
