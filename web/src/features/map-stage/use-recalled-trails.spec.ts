import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import { FRAME_KINDS, type FrameBatch } from '@wangge/shared/frames';
import type { UnitRow } from '@wangge/shared/wire';
import { useAccessStore } from '../access/access.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import { UnitTracker } from './units.layer.ts';
import { useRecalledTrails } from './use-recalled-trails.ts';

const squad = (id: string, index: number): UnitRow => ({ id, index, kind: 'vehicle', name: id, teamId: 't', gridCode: null, onDuty: true, caseId: null }) as unknown as UnitRow;
const SQUADS = [squad('near', 0), squad('beyond', 1)];
let asked: string[] = [];

/** A frame with the positions of these units, as the server sends those of the reader's area. */
function frame(...indexes: readonly number[]): FrameBatch {
  const column = (value: number): Float64Array => Float64Array.from(indexes, () => value);
  return {
    kind: FRAME_KINDS.delta, count: indexes.length, index: Uint32Array.from(indexes), fixAt: column(Date.now()), lng: column(120), lat: column(31), headingDeg: column(0), speedKmh: column(20),
  } as unknown as FrameBatch;
}

beforeEach(() => {
  setActivePinia(createPinia());
  useAccessStore().session = { person: { id: 'p', name: '甲' }, roles: ['department'], role: 'department', unitId: null, tile: null, boards: [] };
  asked = [];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify({ fixes: [] }));
  });
});
afterEach(() => vi.unstubAllGlobals());

describe('[AR2] the trails of squads', () => {
  it('are asked for of those whose position the reader sees, and once', async () => {
    const scope = effectScope();
    scope.run(() => useRecalledTrails(shallowRef(new UnitTracker(300_000)), shallowRef(SQUADS)));
    useUnitsStore().takeFrame(frame(), 1);
    await nextTick();
    expect(asked).toEqual([]);
    useUnitsStore().takeFrame(frame(0), 2_000);
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    useUnitsStore().takeFrame(frame(0), 4_000);
    await nextTick();
    expect(asked).toEqual([expect.stringContaining('/units/near/track?')]);
    scope.stop();
  });
});
