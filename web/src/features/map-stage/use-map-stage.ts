import { computed, watch, type ComputedRef, type Ref } from 'vue';
import { isInArea } from '@wangge/shared/access';
import { isInStep } from '@wangge/shared/district-map';
import type { Ribbon } from '../../map/fx/ribbon.ts';
import { MAP_THEMES } from '../../map/map-theme.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel, MapMark } from '../../map/scene.ts';
import type { CaseRow, ReportedRow } from '@wangge/shared/wire';
import { useNow } from '../../ui/use-now.ts';
import { useCasesStore } from '../cases/cases.store.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { caseScene } from './cases.layer.ts';
import { candidateScene, dispatchScene, type WayScene } from './dispatch.layer.ts';
import { gridLabels, lineNames, placeLabels } from './names.layer.ts';
import { FLY_MS, flightMs } from './flight.ts';
import { onlyChanged } from './only-changed.ts';
import type { StageWish } from './stage-wish.ts';
import { trackRibbons } from './tracks.layer.ts';
import { squadLabels } from './units.layer.ts';
import { useAnnouncements } from './use-announcements.ts';
import { useComplaints } from './use-complaints.ts';
import { useCameraMarks } from './use-camera-marks.ts';
import { useFences } from './use-fences.ts';
import { useFleet } from './use-fleet.ts';
import { useGround, type Ground } from './use-ground.ts';
import { useHighlight } from './use-highlight.ts';
import { useOuterBase, type OuterTold } from './use-outer-base.ts';
import { useRings, type Rings } from './use-rings.ts';
import { useMapWords } from './use-map-words.ts';

/** What a surface may tell beside its map. */
export interface MapStage {
  /** Number of cases marked. */
  readonly markCount: ComputedRef<number>;
  readonly ground: Ground;
  /** The base map from outside, where one is set. */
  readonly outer: Ref<OuterTold>;
  readonly rings: Rings['told'];
  /** The cases the map is about that count: those of a drill (演练) do not. */
  readonly rows: ComputedRef<readonly CaseRow[]>;
}

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
  /** Whether the map is about a case: of the area and platform asked for, and of the area one went into. */
  const isAbout = computed(() => {
    const { filter, drill } = wish.value;
    const step = drill.at(-1);
    return (item: ReportedRow): boolean => (step === undefined || isInStep(step, item))
      && (filter === null || (isInArea(item.villageCode, filter.areaCode ?? '') && (filter.platform === null || item.platform === filter.platform)));
  });
  const rows = computed(() => [...cases.rows.values()].filter(isAbout.value));
  /** Those that shade grids and warm the heat: not the ones of a drill (演练). */
  const counted = computed(() => rows.value.filter(({ drillId }) => drillId === undefined));
  const scene = computed(() => caseScene({
    rows: wish.value.shows.cases ? rows.value : [], now: now.value, scope: wish.value.scope, chosenId: wish.value.chosenId, pointedId: pointed.value?.caseId ?? null, isTakeover: wish.value.isTakeover ?? false,
    labelled: wish.value.labelled, isStale: link.isLost, words,
  }));
  const goal = computed(() => wish.value.ringsAround ?? rows.value.find(({ id }) => id === wish.value.chosenId)?.lngLat ?? null);
  const candidates = computed(() => candidateScene(link.isLost ? [] : wish.value.candidates, wish.value.chosenTeamId, fleet.squadOf, { goal: goal.value, theme: theme.value, words }));
  const ways = computed(() => (link.isLost || !wish.value.shows.squads ? NOTHING
    : dispatchScene(rows.value, fleet.squadOf, { now: now.value, theme: theme.value, words })));
  const outer = useOuterBase(view);
  const fences = useFences(view, () => wish.value, () => wish.value.isMasked !== true && link.pastAt === null);
  const complaints = useComplaints();
  useCameraMarks(view, wish);
  const rings = useRings(view, () => wish.value.ringsAround ?? null);
  const ground = useGround(view, wish, counted, isAbout);
  const places = computed(() => {
    const village = wish.value.drill.find(({ level }) => level === 'village');
    if (district.map === null) return [];
    return [...placeLabels(district.map, ground.values.value), ...(village === undefined ? [] : gridLabels(district.map, village.code, ground.values.value))];
  });
  const squads = computed(() => {
    const isStale = (unit: number): boolean => now.value > 0 && fleet.tracker.value.placeOf(unit) === undefined;
    const { unit = null } = pointed.value ?? {};
    const leftOut = unit === null ? candidates.value.units : new Set([...candidates.value.units, unit]);
    return wish.value.shows.squads ? squadLabels(fleet.squads.value, isStale, leftOut, complaints.value) : [];
  });
  const labels = computed(() => [...(pointed.value?.labels ?? []), ...scene.value.labels, ...candidates.value.labels, ...ways.value.labels, ...squads.value, ...places.value, ...ground.labels.value, ...fences.value, ...rings.labels.value]);
  const ribbons = computed(() => [...trackRibbons(wish.value.tracks ?? [], theme.value), ...fleet.tracker.value.trails(now.value, theme.value), ...ways.value.ribbons, ...candidates.value.ribbons]);
  const setMarks = onlyChanged((marks: readonly MapMark[]) => view.value?.setMarks(marks));
  const setLabels = onlyChanged((next: readonly MapLabel[]) => view.value?.setLabels(next));
  const setRibbons = onlyChanged((next: readonly Ribbon[]) => view.value?.setRibbons(next));
  watch(view, () => [setMarks, setLabels, setRibbons].forEach(({ forget }) => forget()), { flush: 'sync' });
  watch([view, () => scene.value.marks], ([, marks]) => setMarks(marks), { immediate: true });
  watch([view, labels], ([, next]) => setLabels(next), { immediate: true });
  watch([view, ribbons], ([, next]) => setRibbons(next), { immediate: true });
  watch([view, () => wish.value.drill.at(-1)?.area ?? null], ([map, area]) => map?.base.setFocus(area), { immediate: true });
  const subject = computed(() => (!wish.value.gridSteps && (ground.told.value.kind === 'none' || ground.told.value.kind === 'grids') ? 'marks' as const : 'ground' as const));
  watch([view, subject], ([map, next]) => map?.base.setSubject(next), { immediate: true });
  watch([view, () => wish.value.relief], ([map, relief], [before]) => map?.base.setRelief(relief, map === before ? flightMs(FLY_MS) : 0), { immediate: true });
  watch([view, () => district.map], ([map, geography]) => geography && map?.setLineNames(lineNames(geography)), { immediate: true });

  return { markCount: computed(() => scene.value.marks.length), ground, outer, rings: rings.told, rows: counted };
}
