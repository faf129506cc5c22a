import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig, silentLogger, startApp, type App, type Clock } from '@wangge/server/app';
import { openDatabase } from '@wangge/server/store/sqlite';
import { DAY_MS, HOUR_MS, dateKey, startOfDay } from '@wangge/shared/base';
import type { AppraisalBoard } from '@wangge/shared/appraisal';
import type { BoardAnswer, PastBoards } from '@wangge/shared/wire';
import { callerFor, type Caller } from '../support/test-app.ts';

/** The demo's own five weeks: cases, calls, orders, matters, penalties, draws, visits and applications, told before the first start. */
const NOW = Date.parse('2026-03-18T15:20:00+08:00');
/** Backwards and forwards, and back over the end of a month. */
const MOMENTS = [startOfDay(NOW) - 3 * DAY_MS + 10 * HOUR_MS, startOfDay(NOW) - 3 * DAY_MS + 16 * HOUR_MS, Date.parse('2026-02-27T17:30:00+08:00')];
const BOARDS = ['oversight', 'calls', 'joint', 'enforcement', 'draws', 'appraisal', 'patrol', 'service'];

const standing = (now: number): Clock => ({ now: () => now, after: () => () => undefined, every: () => () => undefined });

function start(folder: string, now: number, life: 'on' | 'off'): Promise<App> {
  return startApp(readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: folder, DEMO_LIFE: life }, []), standing(now), silentLogger);
}

async function signIn({ address: { http } }: App, account: string): Promise<Caller> {
  const answer = await fetch(`${http}/api/v1/session/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account }) });
  return callerFor(http, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

async function wallOf({ address: { http }, firstStart }: App): Promise<Caller> {
  const answer = await fetch(`${http}/api/v1/session/wall`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: firstStart.walls[0]!.key }) });
  return callerFor(http, answer.headers.getSetCookie()[0]?.split(';')[0] ?? '');
}

describe('the boards as they were', () => {
  let folder: string;
  let app: App;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'wangge-boards-'));
    await (await start(join(folder, 'whole'), NOW, 'on')).close();
    app = await start(join(folder, 'whole'), NOW, 'off');
  }, 240_000);
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  /** A server that heard of nothing after a moment and stands at it. */
  async function stoppedAt(moment: number): Promise<App> {
    const copy = join(folder, String(moment));
    cpSync(join(folder, 'whole'), copy, { recursive: true });
    const db = openDatabase(join(copy, 'wangge.db'));
    db.exec('DROP TRIGGER events_no_delete');
    db.prepare('DELETE FROM events WHERE at > ?').run(moment);
    db.close();
    return start(copy, moment, 'off');
  }

  async function pastOf(caller: Caller, at: number, names = BOARDS): Promise<PastBoards> {
    const { status, body } = await caller.call('GET', `/api/v1/replay/boards?t=${at}&names=${names.join(',')}`);
    expect(status).toBe(200);
    return body as unknown as PastBoards;
  }

  it('[RP6] are those of a server that was stopped at the moment, to wall and desk', async () => {
    for (const moment of MOMENTS) {
      const stopped = await stoppedAt(moment);
      try {
        for (const [was, now] of [[await wallOf(stopped), await wallOf(app)], [await signIn(stopped, 'zhihuizhang'), await signIn(app, 'zhihuizhang')]] as const) {
          const { at, boards } = await pastOf(now, moment);
          expect(at).toBe(moment);
          expect(Object.keys(boards)).not.toHaveLength(0);
          for (const name of Object.keys(boards)) {
            const { body } = await was.call('GET', `/api/v1/boards/${name}`);
            expect(boards[name], `${name} at ${new Date(moment).toISOString()}`).toEqual((body as unknown as BoardAnswer).board);
          }
        }
      } finally {
        await stopped.close();
      }
    }
  }, 240_000);

  it('[RP6] leave out what cannot be told of the past and what the asker may not read', async () => {
    const { boards } = await pastOf(await signIn(app, 'zhihuizhang'), NOW - HOUR_MS, ['alarms', 'stage', 'nothing', 'oversight']);
    expect(Object.keys(boards)).toEqual(['oversight']);
    const wall = Object.keys((await pastOf(await wallOf(app), NOW - HOUR_MS)).boards);
    expect(wall).toContain('calls');
    for (const name of BOARDS.filter((one) => !wall.includes(one))) expect((await (await wallOf(app)).call('GET', `/api/v1/boards/${name}`)).status).toBe(403);
  });

  it('[RP5] are refused for a moment that has not come, and for names that are none', async () => {
    const caller = await signIn(app, 'zhihuizhang');
    expect((await caller.call('GET', `/api/v1/replay/boards?t=${NOW + HOUR_MS}&names=calls`)).body.code).toBe('REPLAY_NOT_YET');
    expect((await caller.call('GET', `/api/v1/replay/boards?t=${NOW}&names=../calls`)).body.code).toBe('FIELD_INVALID');
  });

  it('[RP6] go by the calendar of the moment, whatever was published since', async () => {
    const moment = NOW - HOUR_MS;
    const publish = async (kind: string, effectiveFrom: string, content: object): Promise<void> => {
      const edition = { version: '另一版', effectiveFrom, isConfirmed: true, text: JSON.stringify(content) };
      expect((await (await signIn(app, 'xianzhongxin')).call('POST', `/api/v1/lists/${kind}/versions`, edition)).status).toBe(201);
    };
    // A score of the time at work, which is reckoned by the calendar.
    const weights = JSON.parse(readFileSync(join(import.meta.dirname, '../../server/src/features/appraisal/defaults/appraisal-weights.json'), 'utf8')) as object;
    await publish('appraisal-weights', dateKey(NOW), { ...weights, dimensions: [{ id: 'pace', name: '快慢', weight: 1, terms: [{ indicator: 'I28', weight: 1, as: 'inverse' }] }] });
    const told = await pastOf(await wallOf(app), moment);
    expect((told.boards['appraisal'] as AppraisalBoard).dimensions[0]!.score).toBeGreaterThan(0);
    await publish('work-calendar', dateKey(NOW + DAY_MS), {
      coveredYears: [2026], exceptions: [{ date: '2026-01-01', isWorkday: false, name: '元旦' }], seasons: [{ from: '01-01', to: '12-31', sessions: [{ startMin: 600, endMin: 660 }] }],
    });
    await app.close();
    app = await start(join(folder, 'whole'), NOW + 2 * DAY_MS, 'off');
    expect((await pastOf(await wallOf(app), moment)).boards).toEqual(told.boards);
  }, 120_000);
});
