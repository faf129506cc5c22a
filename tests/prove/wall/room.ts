import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import type { Scene, SceneSet, StageBoard, WallNow } from '@wangge/shared/stage';
import type { BoardAnswer } from '@wangge/shared/wire';
import { Person } from '../../e2e/actions/person.ts';
import { isAlive } from '../../e2e/actions/wall.ts';
import { launchBrowser, openPage, type OpenPage } from '../../support/browser.ts';
import { startBuiltServer, type BuiltServer } from '../../support/built-server.ts';

/** These machines draw without a graphics card: a quarter of the pixels each way changes no layout. */
const PIXEL_RATIO = 0.25;
const PATIENCE_MS = 60_000;
/** A page is idle while a timer of so long is never so late, so often in turn. */
const SETTLED = { tickMs: 100, lateMs: 60, ticks: 20, mostMs: 60_000 };
/** A type that the demo does not report by itself: only what this proof reports takes a wall over. */
const TAKING_TYPE = 'Y004';

export interface WallVisit {
  readonly width: number;
  readonly height: number;
  /** What follows the key in the address. */
  readonly query?: string;
  readonly pixelRatio?: number;
}

/** The started product, one browser, and the director of its wall. */
export class Room {
  readonly server: BuiltServer;
  readonly browser: Browser;
  readonly director: Person;
  readonly #visits: OpenPage[] = [];
  /** What any page asked for outside the server's own address. */
  readonly outsideRequests: string[] = [];
  readonly complaints: string[] = [];

  private constructor(server: BuiltServer, browser: Browser, director: Person) {
    this.server = server;
    this.browser = browser;
    this.director = director;
  }

  static async open(): Promise<Room> {
    const server = await startBuiltServer();
    try {
      await onlyOursTakesOver(await Person.signIn(server, 'guanli'));
      return new Room(server, await launchBrowser(), await Person.signIn(server, 'zhihuizhang'));
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Opens the wall at a size and waits until it lives, and until what a wall does once after it was opened is done. */
  async visit({ width, height, query = '', pixelRatio = PIXEL_RATIO }: WallVisit): Promise<Page> {
    const page = await this.look(`${new URL(this.server.wallUrl).pathname}${new URL(this.server.wallUrl).search}${query}`, { width, height }, pixelRatio);
    await isAlive(page);
    await settled(page);
    return page;
  }

  /** Opens a page of the product as a new person. */
  async look(path: string, viewport: { readonly width: number; readonly height: number }, pixelRatio = PIXEL_RATIO): Promise<Page> {
    const opened = await openPage(this.browser, `${this.server.url}${path}`, { viewport, pixelRatio });
    opened.page.setDefaultTimeout(PATIENCE_MS);
    this.#visits.push(opened);
    return opened.page;
  }

  /** Ends a visit; what went wrong on it is kept. `mayComplain`: words that were provoked. */
  async leave(page: Page, mayComplain?: RegExp): Promise<void> {
    const [visit] = this.#visits.splice(this.#visits.findIndex((one) => one.page === page), 1);
    if (!visit) return;
    this.outsideRequests.push(...visit.outsideRequests);
    this.complaints.push(...visit.consoleErrors.filter((words) => !mayComplain?.test(words)));
    await visit.context.close();
  }

  async scenes(): Promise<readonly Scene[]> {
    return (await this.#board<SceneSet>('scenes')).scenes;
  }

  /** The walls that the director drives. */
  async walls(): Promise<readonly WallNow[]> {
    return (await this.#board<StageBoard>('stage')).walls;
  }

  /** The wall that is proved, as it sees itself. */
  async wall(): Promise<WallNow> {
    const key = new URL(this.server.wallUrl).searchParams.get('key') ?? '';
    const answer = await fetch(`${this.server.url}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) });
    const cookie = /wangge_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const { board } = await (await fetch(`${this.server.url}/api/v1/boards/stage`, { headers: { cookie } })).json() as BoardAnswer;
    const { mine, walls } = board as StageBoard;
    const found = walls.find(({ wall }) => wall.id === mine);
    if (!found) throw new Error('the wall does not see itself');
    return found;
  }

  /** Tells the wall something, as its director does. */
  async direct(wallId: string, direction: object): Promise<void> {
    await this.director.send(`/api/v1/walls/${encodeURIComponent(wallId)}/commands`, direction);
  }

  /** Reports what takes the wall over; answers the id of the case. */
  reportUrgent(lngLat: readonly [number, number]): Promise<string> {
    return this.report(TAKING_TYPE, '山坡开裂，石块滚落', lngLat);
  }

  /** Reports as the hotline does; answers the id of the case. */
  async report(typeCode: string, description: string, lngLat: readonly [number, number]): Promise<string> {
    const { url, secrets } = this.server;
    const answer = await fetch(`${url}/api/v1/intake/cases`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'x-api-key': secrets.channels.find(({ id }) => id === 'hotline')?.apiKey ?? '', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ typeCode, description, lng: lngLat[0], lat: lngLat[1] }),
    });
    if (!answer.ok) throw new Error(`the report was refused: ${await answer.text()}`);
    return (await answer.json() as { id: string }).id;
  }

  async close(): Promise<void> {
    for (const { page } of [...this.#visits]) await this.leave(page);
    await this.browser.close();
    await this.server.close();
  }

  async #board<T>(name: string): Promise<T> {
    return (await this.director.read<BoardAnswer>(`/api/v1/boards/${name}`)).board as T;
  }
}

/** Waits until a page has been idle for two seconds: it has read its boards and compiled its drawing. At most a minute. */
export function settled(page: Page): Promise<void> {
  return page.evaluate(({ tickMs, lateMs, ticks, mostMs }) => new Promise<void>((resolve) => {
    const beganAt = performance.now();
    let [calm, expectedAt] = [0, beganAt + tickMs];
    const timer = setInterval(() => {
      const now = performance.now();
      calm = now - expectedAt > lateMs ? 0 : calm + 1;
      expectedAt = now + tickMs;
      if (calm < ticks && now - beganAt < mostMs) return;
      clearInterval(timer);
      resolve();
    }, tickMs);
  }), SETTLED);
}

/** Publishes one rule of takeover, for a type that only this proof reports. */
async function onlyOursTakesOver(person: Person): Promise<void> {
  const ladder = [
    { name: '值班长', roles: ['duty-chief'], afterMin: 0 }, { name: '指挥长', roles: ['centre-deputy', 'commander'], afterMin: 1 },
    { name: '指挥室主任', roles: ['commander', 'leader'], afterMin: 3 }, { name: '县社会治理中心', roles: ['county-centre'], afterMin: 10 },
  ];
  const rule = {
    id: 'proof', name: '特急案件', on: 'critical-case', typeCodes: [TAKING_TYPE], areas: [], alsoOwned: false, sound: 'urgent', isHeardInQuietHours: true,
    sentence: '{place}，{matter}，请{post}立即确认并派遣', ladder, dwellS: 5,
  };
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
  const version = `验证 ${randomUUID().slice(0, 8)}`;
  const text = JSON.stringify({ version, effectiveFrom: today, rules: [rule], flood: { members: 10, windowMin: 10 }, longestShelfMin: 60, quiet: { from: '22:00', to: '06:00' } });
  await person.send('/api/v1/lists/takeover-rules/versions', { version, effectiveFrom: today, documentNo: '', isConfirmed: true, text });
}
