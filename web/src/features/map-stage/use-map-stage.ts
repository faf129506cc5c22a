import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { isInArea } from '@wangge/shared/access';
import type { Ribbon } from '../../map/fx/ribbon.ts';
import { MAP_THEMES } from '../../map/map-theme.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel, MapMark } from '../../map/scene.ts';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { caseScene } from './cases.layer.ts';
import { candidateScene, dispatchScene, type WayScene } from './dispatch.layer.ts';
import { gridLoads } from './grid-load.layer.ts';
import { heatScene } from './heat.layer.ts';
import { lineNames, placeLabels } from './names.layer.ts';
import { onlyChanged } from './only-changed.ts';
import type { StageWish } from './stage-wish.ts';
import { trackRibbons } from './tracks.layer.ts';
import { squadLabels } from './units.layer.ts';
import { useAnnouncements } from './use-announcements.ts';
import { useFleet } from './use-fleet.ts';
import { useHighlight } from './use-highlight.ts';
import { useMapWords } from './use-map-words.ts';

/** What a surface may tell beside its map. */
export interface MapStage {
  /** Number of cases marked. */
  readonly markCount: ComputedRef<number>;
}

const HEAT_EVERY_MS = 10_000;
const NOTHING: WayScene = { ribbons: [], labels: [] };

/** Fills one map from the stores and keeps it true: each second for what the time alone changes, at once for the rest. */
export function useMapStage(view: Ref<MapView | null>, wish: Ref<StageWish>): MapStage {
  const cases = useCasesStore();
  const district = useDistrictStore();
  const link = useLinkStatusStore();
  const now = useNow();
  const words = useMapWords();
  const fleet = useFleet(view, wish);
  useAnnouncements(view);
  const pointed = useHighlight(view, computed(() => wish.value.highlight ?? null));

  const theme = computed(() => MAP_THEMES[wish.value.light]);
  /** The cases the map is about. */
  const rows = computed(() => {
    const { filter } = wish.value;
    const all = [...cases.rows.values()];
    return filter === null ? all : all.filter(({ villageCode, platform }) => isInArea(villageCode, filter.areaCode ?? '') && (filter.platform === null || platform === filter.platform));
  });
  /** Those that shade grids and warm the heat: not the ones of a drill (演练). */
  const counted = computed(() => rows.value.filter(({ drillId }) => drillId === undefined));
  const scene = computed(() => caseScene({
    rows: wish.value.shows.cases ? rows.value : [], now: now.value, scope: wish.value.scope, chosenId: wish.value.chosenId, pointedId: pointed.value?.caseId ?? null, isTakeover: wish.value.isTakeover ?? false,
    labelled: wish.value.labelled, isStale: link.isLost, words,
  }));
  const candidates = computed(() => candidateScene(wish.value.candidates, wish.value.chosenTeamId, fleet.squadOf, { theme: theme.value, words }));
  const ways = computed(() => (link.isLost || !wish.value.shows.squads ? NOTHING
    : dispatchScene(rows.value, fleet.squadOf, { now: now.value, theme: theme.value, words })));
  const places = computed(() => (district.map === null ? [] : placeLabels(district.map)));
  const squads = computed(() => {
    const isStale = (unit: number): boolean => now.value > 0 && fleet.tracker.value.placeOf(unit) === undefined;
    const { unit = null } = pointed.value ?? {};
    const leftOut = unit === null ? candidates.value.units : new Set([...candidates.value.units, unit]);
    return wish.value.shows.squads ? squadLabels(fleet.squads.value, isStale, leftOut) : [];
  });
  const labels = computed(() => [...(pointed.value?.labels ?? []), ...scene.value.labels, ...candidates.value.labels, ...ways.value.labels, ...squads.value, ...places.value]);
  const ribbons = computed(() => [...trackRibbons(wish.value.tracks ?? [], theme.value), ...fleet.tracker.value.trails(now.value, theme.value), ...ways.value.ribbons, ...candidates.value.ribbons]);
  const loads = computed(() => (wish.value.shows.grids ? gridLoads(counted.value) : new Map<string, number>()));
  const heatStep = computed(() => Math.floor(now.value / HEAT_EVERY_MS));
  const heat = computed(() => {
    const { map } = district;
    const warm = map === null || wish.value.heat === null ? [] : counted.value;
    return map === null ? undefined : heatScene(warm, wish.value.heat ?? 'day', { now: heatStep.value * HEAT_EVERY_MS, town: map.outline.geometry });
  });

  const setMarks = onlyChanged((marks: readonly MapMark[]) => view.value?.setMarks(marks));
  const setLabels = onlyChanged((next: readonly MapLabel[]) => view.value?.setLabels(next));
  const setRibbons = onlyChanged((next: readonly Ribbon[]) => view.value?.setRibbons(next));
  const setHeat = onlyChanged((bands: NonNullable<typeof heat.value>) => view.value?.base.setHeat(bands));
  watch(view, () => [setMarks, setLabels, setRibbons, setHeat].forEach(({ forget }) => forget()), { flush: 'sync' });
  watch([view, () => scene.value.marks], ([, marks]) => setMarks(marks), { immediate: true });
  watch([view, labels], ([, next]) => setLabels(next), { immediate: true });
  watch([view, ribbons], ([, next]) => setRibbons(next), { immediate: true });
  watch([view, loads], ([map, next]) => map?.base.setGridLoads(next), { immediate: true });
  watch([view, heat], ([, next]) => next && setHeat(next), { immediate: true });
  watch([view, () => district.map], ([map, geography]) => geography && map?.setLineNames(lineNames(geography)), { immediate: true });

  return { markCount: computed(() => scene.value.marks.length) };
}
