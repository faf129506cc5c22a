import { describe, expect, it } from 'vitest';
import type { Actor } from '@wangge/shared/access';
import { MINUTE_MS } from '@wangge/shared/base';
import type { Briefing, BriefingPlan } from '@wangge/shared/briefing';
import type { Case } from '@wangge/shared/case';
import type { Clock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { idFrom, type BriefingsApi, type FreezeInput } from './briefings.api.ts';
import { runPlans } from './plan-runner.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const plan: BriefingPlan = { id: 'JB-D', name: '日报', kind: 'day', which: 'running', areaCode: '320281104', day: null, minute: 18 * 60, figureIds: ['open'] };

/** A clock that stands until it is told to go on, plans over it, and what they made. */
function room(begin: number, openedAt = 0) {
  let now = begin;
  let tick = (): void => undefined;
  const made = new Map<string, { input: FreezeInput; actor: Actor; at: number; planId: string | undefined }>();
  const clock: Clock = { now: () => now, after: () => () => undefined, every: (_period, callback) => { tick = callback; return () => { tick = () => undefined; }; } };
  const briefings = {
    get: (id: string) => (made.has(id) ? ({ id } as Briefing) : undefined),
    freeze: (input: FreezeInput, actor: Actor, when: number, commandId: string, planId?: string) => {
      if (made.has(idFrom(commandId))) throw new Error('made twice');
      made.set(idFrom(commandId), { input, actor, at: when, planId });
      return Promise.resolve({ ok: true, value: {} as Briefing });
    },
  } as unknown as BriefingsApi;
  const lists = { inForce: () => ({ content: [plan] }) } as unknown as ListsApi;
  const cases = { all: () => [{ reportedAt: openedAt } as Case].values() };
  const start = (): (() => void) => runPlans({ briefings, cases, lists, clock, log: silentLogger });
  async function goTo(when: number): Promise<void> {
    for (now += MINUTE_MS; now <= when; now += MINUTE_MS) { tick(); await Promise.resolve(); await Promise.resolve(); }
    now = when;
  }
  return { start, goTo, made };
}

describe('[BF8] planned briefings', () => {
  it('given a daily one, when two days go by, then each day has one, of its moment and by the product itself', async () => {
    const { start, goTo, made } = room(at('2026-11-20T07:00:00'));
    start();
    await goTo(at('2026-11-21T23:00:00'));
    expect([...made.values()].map(({ at: when, planId }) => [when, planId])).toEqual([[at('2026-11-20T18:00:00'), 'JB-D'], [at('2026-11-21T18:00:00'), 'JB-D']]);
    expect([...made.values()][0]).toMatchObject({ actor: { role: 'system' }, input: { kind: 'day', areaCode: '320281104', figureIds: ['open'], caseIds: null, unmaskFor: null } });
  });

  it('given another node that takes over, when it looks again, then nothing is made twice', async () => {
    const { start, goTo, made } = room(at('2026-11-20T17:00:00'));
    const stop = start();
    await goTo(at('2026-11-20T18:30:00'));
    stop();
    start();
    await goTo(at('2026-11-20T19:30:00'));
    expect(made.size).toBe(1);
  });

  it('given it stood still when one was due, then it is made within twelve hours, of the moment it is made, and later not at all', async () => {
    const late = room(at('2026-11-21T02:00:00'));
    late.start();
    await Promise.resolve();
    expect([...late.made.values()].map(({ at: when }) => when)).toEqual([at('2026-11-21T02:00:00')]);
    const tooLate = room(at('2026-11-21T06:01:00'));
    tooLate.start();
    await Promise.resolve();
    expect(tooLate.made.size).toBe(0);
  });

  it('given a room that opened after the hour, then it owes none for it', async () => {
    const { start, made } = room(at('2026-11-20T19:00:00'), at('2026-11-20T18:30:00'));
    start();
    await Promise.resolve();
    expect(made.size).toBe(0);
  });
});
