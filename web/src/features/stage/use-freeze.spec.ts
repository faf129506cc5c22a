import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { asId, type CaseId } from '@wangge/shared/base';
import { FREEZE_MOST_MS, type WallState } from '@wangge/shared/stage';
import type { CaseRow } from '@wangge/shared/wire';
import { useBoardsStore } from '../boards/boards.store.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useFreeze, type Freeze } from './use-freeze.ts';

const T = 1_760_000_000_000;
const state = shallowRef<WallState | null>(null);
const clock = shallowRef(T);
const isElsewhere = shallowRef(false);
const isMasked = shallowRef(false);
/** What the history answers, and what it was asked. */
const history = { status: 200, asked: [] as string[] };
let scope: EffectScope;

const aCase = (id: string): CaseRow => ({ id: asId<CaseId>(id), revision: 1 }) as unknown as CaseRow;
const seen = (): string[] => [...useCasesStore().rows.keys()];
const settle = async (): Promise<void> => void (await vi.advanceTimersByTimeAsync(0));

function open(): Freeze {
  scope = effectScope();
  return scope.run(() => useFreeze({ state, clock, isElsewhere: () => isElsewhere.value, isMasked: () => isMasked.value }))!;
}

async function at(now: number): Promise<void> {
  vi.setSystemTime(now);
  clock.value = now;
  await settle();
}

/** The whole present comes in, as it does when it was asked for. */
async function presentComes(...ids: string[]): Promise<void> {
  const link = useLinkStatusStore();
  if (link.isReturning) link.showPresent();
  if (link.heldAt === null) useCasesStore().replaceAll(ids.map(aCase));
  link.hasPicture = true;
  await settle();
}

async function freeze(frozenAt: number | null): Promise<void> {
  state.value = { frozenAt } as unknown as WallState;
  await settle();
}

beforeEach(async () => {
  vi.useFakeTimers();
  setActivePinia(createPinia());
  Object.assign(history, { status: 200, asked: [] });
  [state.value, isElsewhere.value, isMasked.value] = [null, false, false];
  vi.stubGlobal('fetch', async (path: string) => {
    history.asked.push(path);
    const picture = { at: T, seq: 1, fromSeq: null, figures: { at: T }, cases: [aCase('then')], gone: [], ticker: [], units: [], frames: [] };
    return new Response(JSON.stringify(history.status === 200 ? picture : { code: 'ACTION_FORBIDDEN' }), { status: history.status });
  });
  await at(T);
});

afterEach(() => {
  scope.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a frozen wall', () => {
  it('[ST8] holds what it showed, boards too, and asks for the present when it is lifted', async () => {
    const freezing = open();
    await presentComes('a');
    await at(T + 1_000);
    await freeze(T + 1_000);
    const link = useLinkStatusStore();
    expect([freezing.standing.value, link.heldAt, link.lastWordAt, seen(), history.asked]).toEqual(['holds', T + 1_000, T + 1_000, ['a'], []]);
    await freeze(null);
    expect([link.isReturning, freezing.standing.value]).toEqual([true, 'holds']);
    await presentComes('b');
    expect([freezing.standing.value, link.heldAt, seen()]).toEqual(['follows', null, ['b']]);
  });

  it('[ST9] lives again when the freeze has lasted its longest', async () => {
    const freezing = open();
    await presentComes('a');
    await freeze(T);
    await at(T + FREEZE_MOST_MS - 1);
    expect(freezing.standing.value).toBe('holds');
    await at(T + FREEZE_MOST_MS);
    await presentComes('b');
    expect([freezing.standing.value, seen()]).toEqual(['follows', ['b']]);
  });

  it('[ST10] shows the present while something takes it over, and the frozen moment after that', async () => {
    const freezing = open();
    await presentComes('a');
    await freeze(T);
    isElsewhere.value = true;
    await settle();
    await presentComes('a', 'urgent');
    expect([freezing.standing.value, seen()]).toEqual(['follows', ['a', 'urgent']]);
    isElsewhere.value = false;
    await settle();
    expect([freezing.standing.value, seen(), history.asked]).toEqual(['holds', ['a'], []]);
  });

  it('[ST11] asks the history when it opens frozen, and says so where it may not', async () => {
    await freeze(T - 60_000);
    const freezing = open();
    await presentComes('now');
    expect(history.asked).toEqual([`/api/v1/replay/at?t=${T - 60_000}`]);
    expect([freezing.standing.value, seen(), useBoardsStore().picture().size]).toEqual(['holds', ['then'], 0]);
    scope.stop();
    await presentComes('now');
    history.status = 403;
    const refused = open();
    await settle();
    expect([refused.standing.value, seen()]).toEqual(['gone', ['now']]);
  });

  it('[ST11] shows nothing under a mask that was frozen without it', async () => {
    const freezing = open();
    await presentComes('a');
    await freeze(T);
    history.status = 403;
    isMasked.value = true;
    await nextTick();
    expect(seen()).toEqual([]);
    await settle();
    await presentComes('masked');
    expect([freezing.standing.value, seen()]).toEqual(['gone', ['masked']]);
  });
});
