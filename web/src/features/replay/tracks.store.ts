import { defineStore } from 'pinia';
import { computed, shallowRef, watch } from 'vue';
import { DAY_MS, startOfDay, type UnitId } from '@wangge/shared/base';
import { distanceM, type LngLat } from '@wangge/shared/geo';
import { NO_MILEAGE, addToMileage, stopsOf, type PositionFix, type Stop } from '@wangge/shared/position';
import type { RestRefusal } from '../../link/rest.ts';
import { useReplayStore } from './replay.store.ts';
import { readTrack } from './track.commands.ts';

/** The day of one unit: its fixes up to the present, what it drove by each of them, and where it stopped. */
export interface DayTrack {
  readonly unitId: UnitId;
  readonly fixes: readonly PositionFix[];
  readonly kmBy: readonly number[];
  readonly stops: readonly Stop[];
}

/** A press this near to a track, in metres, means it. */
const NEAR_M = 250;

/** Tracks (轨迹) of the units somebody chose, of the day that is replayed. */
export const useTracksStore = defineStore('tracks', () => {
  const replay = useReplayStore();
  const chosen = shallowRef<readonly UnitId[]>([]);
  const read = shallowRef<ReadonlyMap<UnitId, DayTrack>>(new Map());
  const refusal = shallowRef<RestRefusal | null>(null);
  /** Why tracks of units are looked at that are not one's own: kept in the audit log with each look. */
  const reason = shallowRef('');
  const day = computed(() => (replay.at === null ? null : startOfDay(replay.at)));
  const tracks = computed(() => chosen.value.flatMap((id) => read.value.get(id) ?? []));

  async function load(unitId: UnitId): Promise<void> {
    const from = day.value;
    if (from === null) return;
    const answer = await readTrack(unitId, from, from + DAY_MS, reason.value);
    if (day.value !== from) return;
    refusal.value = answer.ok ? null : answer;
    if (answer.ok) read.value = new Map(read.value).set(unitId, dayTrack(unitId, answer.value.fixes));
    else chosen.value = chosen.value.filter((id) => id !== unitId);
  }

  function toggle(unitId: UnitId): void {
    const isChosen = chosen.value.includes(unitId);
    chosen.value = isChosen ? chosen.value.filter((id) => id !== unitId) : [...chosen.value, unitId];
    if (!isChosen && !read.value.has(unitId)) void load(unitId);
  }

  /** The moment at which a chosen track, as far as it was driven by the cursor, passed nearest to a place; null where none came near. */
  function momentAt(place: LngLat): number | null {
    let best = { m: NEAR_M, at: null as number | null };
    for (const { fixes } of tracks.value) {
      for (const { at, lng, lat } of fixes) {
        if (at > (replay.at ?? 0)) break;
        const m = distanceM(place, [lng, lat]);
        if (m < best.m) best = { m, at };
      }
    }
    return best.at;
  }

  watch(day, () => {
    read.value = new Map();
    for (const id of chosen.value) void load(id);
  });
  return { chosen, tracks, refusal, reason, toggle, momentAt };
});

function dayTrack(unitId: UnitId, fixes: readonly PositionFix[]): DayTrack {
  let mileage = NO_MILEAGE;
  const kmBy = fixes.map((fix) => {
    mileage = addToMileage(mileage, fix);
    return mileage.distanceM / 1_000;
  });
  return { unitId, fixes, kmBy, stops: stopsOf(fixes) };
}
