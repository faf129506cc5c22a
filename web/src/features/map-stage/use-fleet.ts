import type { TeamId } from '@wangge/shared/base';
import type { UnitRow } from '@wangge/shared/wire';
import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { MapView } from '../../map/map-view.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { useUnitsStore } from '../units/units.store.ts';
import type { SquadPlace } from './dispatch.layer.ts';
import type { StageWish } from './stage-wish.ts';
import { UnitTracker } from './units.layer.ts';
import { useRecalledTrails } from './use-recalled-trails.ts';

/** Positions come in frames of a tenth of a second at most; nobody sees the map look for them more often. */
const READ_EACH_MS = 100;
const LOOK_AGAIN_MS = 1_000;
const DEFAULT_STALE_MS = 300_000;

/** The moving things of one map, outside Vue's sight except for what labels need. */
export interface FleetStage {
  readonly tracker: Ref<UnitTracker>;
  /** The squad rows that are to be seen. */
  readonly squads: Ref<readonly UnitRow[]>;
  squadOf(teamId: TeamId): SquadPlace | undefined;
}

/** Keeps a view's squads where the table of positions has them. */
export function useFleet(view: Ref<MapView | null>, wish: Ref<StageWish>): FleetStage {
  const units = useUnitsStore();
  const link = useLinkStatusStore();
  const district = useDistrictStore();
  const staleFixMs = computed(() => district.district?.rules.staleFixMs ?? DEFAULT_STALE_MS);
  const tracker = shallowRef(new UnitTracker(staleFixMs.value));
  const squads = computed(() => [...units.rows.values()].filter(({ teamId, onDuty }) => teamId !== null && onDuty));
  const vehicles = computed(() => new Map(squads.value.map((row) => [row.teamId, row])));
  const rows = computed(() => [...units.rows.values()].filter(({ teamId }) => (teamId === null ? wish.value.shows.people : wish.value.shows.squads)));
  let readVersion = -1;
  let readAt = 0;
  let isAnew = false;

  function read(): void {
    const { positions } = units;
    const now = link.roomNow();
    if (view.value === null || (positions.version === readVersion && now - readAt < LOOK_AGAIN_MS)) return;
    readVersion = positions.version;
    readAt = now;
    const news = tracker.value.read(rows.value, positions.columns, now);
    if (news.fixes.length > 0) view.value.moveUnits(news.fixes);
    if (news.hasGone || isAnew) view.value.keepUnits(news.isSeen);
    isAnew = false;
  }

  watch([view, staleFixMs, () => link.leaps], () => {
    tracker.value = new UnitTracker(staleFixMs.value);
    readVersion = -1;
    isAnew = true;
  });
  watch(rows, () => { readVersion = -1; });
  useRecalledTrails(tracker, squads);
  const timer = setInterval(read, READ_EACH_MS);
  onScopeDispose(() => clearInterval(timer));

  return {
    tracker, squads,
    squadOf(teamId) {
      const row = vehicles.value.get(teamId);
      if (row === undefined) return undefined;
      const { columns } = units.positions;
      const hasFix = (columns.fixAt[row.index] ?? 0) > 0;
      return { unit: row.index, lngLat: hasFix ? [columns.lng[row.index] ?? 0, columns.lat[row.index] ?? 0] : undefined };
    },
  };
}
