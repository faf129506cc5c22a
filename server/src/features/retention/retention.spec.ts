import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, asId, startOfDay, type UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { StoreUnavailable } from '../../platform/store-unavailable.ts';
import { createSqliteDocumentStore, openDatabase } from '../../store/sqlite.ts';
import { createMemoryTrackStore } from '../../store/memory/memory-track-store.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import { fenceEventsOf } from '../fences/fence-days.api.ts';
import { isRunDue } from './create-retention.ts';
import { archiveCases } from './retain-cases.ts';
import { deleteFenceEvents } from './retain-fence-events.ts';
import { retainTracks } from './retain-tracks.ts';
import { policyOf, retentionKind } from './retention-kind.api.ts';
import { RetentionTally } from './retention-report.ts';
import type { RetentionRun } from './retention-step.ts';

const NOW = Date.parse('2026-11-22T03:00:00+08:00');
const policy = policyOf(retentionKind.read(retentionKind.defaultText(), { hasDepartment: () => true, contentOf: () => undefined }).content);
const run = (more: Partial<RetentionRun> = {}): RetentionRun => ({ now: NOW, edition: 'v1', policy, isDryRun: false, tally: new RetentionTally(), rest: async () => undefined, onProgress: () => undefined, ...more });

function documents() {
  const kept = new Map<string, unknown>();
  return { get: async <T>(kind: string, id: string) => (kept.get(`${kind}/${id}`) ?? null) as T | null, put: async (kind: string, id: string, value: unknown) => void kept.set(`${kind}/${id}`, value) };
}

describe('[KP6] when retention runs', () => {
  const at = (time: string): number => Date.parse(`2026-11-22T${time}:00+08:00`);
  it.each([
    ['never before its first night', null, '14:00', false], ['the first night', null, '02:00', true], ['once a night', at('02:10'), '04:50', false],
    ['each night', at('02:10') - DAY_MS, '02:10', true], ['not by day', at('02:10') - DAY_MS, '12:00', false], ['by day on a box that is off at night', at('09:00') - 2 * DAY_MS, '09:00', true],
  ])('%s', (_what, startedAt, now, isDue) => {
    expect(isRunDue(startedAt === null ? null : { startedAt }, at(now))).toBe(isDue);
  });
});

describe('[KP6] a run over tracks', () => {
  const unitId = asId<UnitId>('u1');
  const day = startOfDay(NOW - 100 * DAY_MS);
  async function walked() {
    const tracks = createMemoryTrackStore();
    for (const from of [day, day + DAY_MS, startOfDay(NOW - 20 * DAY_MS)]) {
      await tracks.appendFixes(Array.from({ length: 2_000 }, (_, i) => ({ unitId, at: from + 8 * HOUR_MS + i * 10_000, lng: 120.3 + i / 20_000, lat: 31.7, speedKmh: 20, headingDeg: null, accuracyM: null })));
    }
    const whole = () => tracks.readTrack(unitId, 0, NOW);
    return { tracks, whole };
  }

  it('thins whole days that are old enough, the same again changing nothing, and leaves the others', async () => {
    const { tracks, whole } = await walked();
    const step = retainTracks({ tracks, documents: documents() });
    await step(run());
    const after = await whole();
    expect(after.filter(({ at }) => at > NOW - 30 * DAY_MS)).toHaveLength(2_000);
    expect(after.length).toBeLessThan(2_500);
    await step(run());
    await retainTracks({ tracks, documents: documents() })(run());
    expect(await whole()).toEqual(after);
  });

  it('goes on where a full disk stopped it, with all that was to stay', async () => {
    const [{ tracks, whole }, other] = [await walked(), await walked()];
    await retainTracks({ tracks: other.tracks, documents: documents() })(run());
    const kept = documents();
    let left = 3;
    const failing = { ...tracks, removeFixes: async (...given: Parameters<typeof tracks.removeFixes>) => { if ((left -= 1) < 0) throw new StoreUnavailable('disk full'); return tracks.removeFixes(...given); } };
    await expect(retainTracks({ tracks: failing, documents: kept })(run())).rejects.toThrow(StoreUnavailable);
    await retainTracks({ tracks, documents: kept })(run());
    expect(await whole()).toEqual(await other.whole());
  });

  it('counts in a dry run what it would do, and does nothing', async () => {
    const { tracks, whole } = await walked();
    const [dry, before] = [run({ isDryRun: true }), await whole()];
    await retainTracks({ tracks, documents: documents() })(dry);
    expect(await whole()).toEqual(before);
    const real = run();
    await retainTracks({ tracks, documents: documents() })(real);
    expect(dry.tally.read()).toEqual(real.tally.read());
  });
});

it('[KP10] archives what was evaluated long enough ago, as the rules of its life allow', async () => {
  const item = (id: string, state: string, days: number) => ({ id, state, revision: 5, stateSince: NOW - days * DAY_MS, receipts: [], reopenAsks: [] }) as unknown as Case;
  const acted: string[] = [];
  const cases = {
    all: () => [item('old', 'evaluated', 30), item('owed', 'evaluated', 99), item('new', 'evaluated', 29), item('closed', 'closed', 99)].values(),
    command: async (id: string, { action, actor }: { action: string; actor: { role: string } }) => (acted.push(`${actor.role} ${action} ${id}`), id === 'owed' ? { ok: false, error: { code: 'CASE_REPORTER_UNANSWERED' } } : { ok: true }),
  } as unknown as CasesApi;
  const once = run();
  await archiveCases(cases)(once);
  expect([acted, once.tally.read().casesArchived]).toEqual([['system archive old', 'system archive owed'], 1]);
});

describe('what fences told', () => {
  it('[FN10] is deleted with the tracks, whole days at once, and no day sooner', async () => {
    const store = createSqliteDocumentStore(openDatabase(':memory:'));
    const oldest = startOfDay(NOW - policy.trackKeptMs);
    const days = [oldest - 3 * DAY_MS, oldest - DAY_MS, oldest, NOW];
    for (const at of days) await store.put(fenceEventsOf(at), 'u1.1', { at });
    const left = async () => (await Promise.all(days.map((at) => store.list(fenceEventsOf(at))))).map(({ length }) => length);
    await deleteFenceEvents(store)(run({ isDryRun: true }));
    expect(await left()).toEqual([1, 1, 1, 1]);
    await deleteFenceEvents(store)(run());
    expect(await left()).toEqual([0, 0, 1, 1]);
    await deleteFenceEvents(store)(run({ now: NOW + DAY_MS }));
    expect(await left()).toEqual([0, 0, 0, 1]);
  });
});
