import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@wangge/server/app';
import type { AuditEntry } from '@wangge/shared/audit';
import type { ScreenNow, StageBoard } from '@wangge/shared/stage';
import { startTestApp, type Answer, type TestApp } from '../support/test-app.ts';

const MINUTE_MS = 60_000;
const SHAPE = { name: '二楼指挥室', across: 2, down: 1, bezelMm: 4, heightMm: 700, distanceM: 4 };
const TILE = { column: 2, row: 1 };
const clock = { ...systemClock, aheadMs: 0, now: () => Date.now() + clock.aheadMs };
let test: TestApp;

/** A browser that keeps its cookies, as the one of a wall does across its restarts. */
class Screen {
  readonly cookies = new Map<string, string>();

  async call(method: string, path: string, body?: object): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(test.url + path, { method, headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name === 'wangge_screen') expect(line).toMatch(/HttpOnly.*SameSite=Strict|SameSite=Strict.*HttpOnly/);
      this.cookies.set(name, value);
    }
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? {} : JSON.parse(text) } as Answer;
  }

  async code(): Promise<string | null> {
    return (await this.call('POST', '/api/v1/pairings/codes')).body.code;
  }

  /** Switches it off and on again: the session's cookie is gone, the screen's is kept. */
  reboot(): void {
    this.cookies.delete('wangge_session');
  }

  open(): Promise<Answer> {
    return this.call('POST', '/api/v1/session/screen');
  }
}

const pair = (code: string | null, who = 'commander', more: object = {}): Promise<Answer> => test.as(who).call('POST', '/api/v1/pairings', { code, wallId: 'main', tile: TILE, ...more });
const screens = async (who = 'commander'): Promise<readonly ScreenNow[]> => ((await test.as(who).call('GET', '/api/v1/pairings')).body as unknown as { screens: readonly ScreenNow[] }).screens;

beforeEach(async () => {
  clock.aheadMs = 0;
  test = await startTestApp(undefined, {}, clock);
  expect((await test.as('commander').call('PUT', '/api/v1/walls/main', SHAPE)).status).toBe(200);
});
afterEach(() => test.close());

describe('pairing a screen over HTTP', () => {
  it('[PR7] gives it its wall and tile, and again after restarts of browser and server, with nobody touching it', async () => {
    const screen = new Screen();
    expect(await screen.open()).toMatchObject({ status: 401, body: { code: 'SCREEN_NOT_PAIRED' } });
    const code = await screen.code();
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(await screen.code()).toBe(code);
    expect((await pair(` ${code?.slice(0, 4).toLowerCase()} ${code?.slice(4)}`)).status).toBe(200);
    expect((await screen.call('POST', '/api/v1/pairings/codes')).body).toMatchObject({ isPaired: true, code: null });
    for (const again of [false, true]) {
      if (again) test = await test.restart();
      screen.reboot();
      expect(await screen.open()).toMatchObject({ status: 200, body: { role: 'wall', unitId: 'main', tile: TILE } });
      expect((await screen.call('GET', '/api/v1/session')).body).toMatchObject({ tile: TILE });
      const stage = ((await screen.call('GET', '/api/v1/boards/stage')).body as unknown as { board: StageBoard }).board;
      expect(stage).toMatchObject({ mine: 'main', walls: [{ wall: SHAPE }] });
    }
  });

  it('[PR7] ends when it is unpaired: what it watches is taken away and it shows a code again', async () => {
    const screen = new Screen();
    await pair(await screen.code());
    await screen.open();
    await screen.call('POST', '/api/v1/screens/mine', { widthPx: 1_920, heightPx: 1_080, pixelRatio: 1 });
    const [one] = await screens();
    expect(one).toMatchObject({ wallId: 'main', tile: TILE, pairedBy: 'commander', sign: { widthPx: 1_920, at: expect.any(Number) } });
    expect((await test.as('commander').call('DELETE', `/api/v1/pairings/${one?.id}`)).status).toBe(204);
    expect((await screen.call('GET', '/api/v1/session')).status).toBe(401);
    expect((await screen.open()).status).toBe(401);
    expect(await screen.code()).toMatch(/^.{8}$/);
    expect(await screens()).toEqual([]);
  });

  it('[PR4] refuses a code that is over or was used, and the screen shows a fresh one', async () => {
    const screen = new Screen();
    const first = await screen.code();
    clock.aheadMs = 10 * MINUTE_MS;
    expect(await pair(first)).toMatchObject({ status: 422, body: { code: 'PAIRING_CODE_WRONG' } });
    const second = await screen.code();
    expect(second).not.toBe(first);
    expect((await pair(second)).status).toBe(200);
    expect((await pair(second)).status).toBe(422);
  });

  it('[PR5] listens to nobody who guesses, until a minute has passed; others are heard', async () => {
    const code = await new Screen().code();
    for (let tries = 0; tries < 5; tries += 1) expect(await pair('ABCDEFGH')).toMatchObject({ status: 422 });
    expect(await pair(code)).toMatchObject({ status: 429, body: { code: 'PAIRING_GUESSED' } });
    expect((await pair(await new Screen().code(), 'county')).status).toBe(200);
    clock.aheadMs = MINUTE_MS + 1;
    expect((await pair(code)).status).toBe(200);
  });

  it('[PR6] takes tiles of one\'s own walls only, lets several screens show one tile, and keeps the wall as large as its screens', async () => {
    const code = await new Screen().code();
    expect(await pair(code, 'commander', { tile: { column: 1, row: 2 } })).toMatchObject({ status: 422, body: { code: 'WALL_TILE_OUTSIDE' } });
    expect(await pair(code, 'village-commander')).toMatchObject({ status: 404, body: { code: 'WALL_UNKNOWN' } });
    for (const who of ['dispatcher', 'leader', 'admin']) expect((await pair(code, who)).status).toBe(403);
    expect([(await pair(code)).status, (await pair(await new Screen().code())).status]).toEqual([200, 200]);
    const [one] = await screens();
    expect(await test.as('village-commander').call('DELETE', `/api/v1/pairings/${one?.id}`)).toMatchObject({ status: 404, body: { code: 'SCREEN_UNKNOWN' } });
    expect(await test.as('commander').call('PUT', '/api/v1/walls/main', { ...SHAPE, across: 1 })).toMatchObject({ status: 409, body: { code: 'WALL_SCREENS_OUTSIDE' } });
    expect((await test.as('commander').call('POST', '/api/v1/walls', SHAPE)).body).toMatchObject({ wall: { ...SHAPE, id: expect.stringMatching(/^w-/) } });
  });

  it('is written down: who paired and unpaired which screen, and who guessed', async () => {
    const screen = new Screen();
    await pair('ABCDEFGH');
    await pair(await screen.code());
    const [one] = await screens();
    await test.as('commander').call('DELETE', `/api/v1/pairings/${one?.id}`);
    const { entries } = (await test.as('auditor').call('GET', '/api/v1/audit?person=p-commander&kind=config')).body as unknown as { entries: readonly AuditEntry[] };
    expect(entries.map(({ action, object, result, code }) => [action, object, result, code])).toEqual([
      ['config.pairings', `pairings/${one?.id}`, 'ok', null], ['config.pairings', `pairings/${one?.id}`, 'ok', null],
      ['config.pairings', 'pairings', 'refused', 'PAIRING_CODE_WRONG'], ['config.walls', 'walls/main', 'ok', null],
    ]);
  });
});
