import type { Choropleth, HeatWindow } from '@wangge/shared/stage';
import type { CaseRow, ReportedRow } from '@wangge/shared/wire';
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';
import type { AreaShades } from '../../map/base/area-loads.ts';
import type { LiveShapes } from '../../map/base/live-sources.ts';
import type { Breaks } from '../../map/ground/classes.ts';
import type { MapView } from '../../map/map-view.ts';
import type { MapLabel } from '../../map/scene.ts';
import { useNow } from '../../ui/use-now.ts';
import { useDistrictStore } from '../district/district.store.ts';
import { useFiguresStore } from '../figures/figures.store.ts';
import { gridShades, hexScene, shadedAreas, type GroundTold, type ShadedAreas } from './ground.layer.ts';
import { heatScene } from './heat.layer.ts';
import type { AreaValues } from './names.layer.ts';
import { onlyChanged } from './only-changed.ts';
import type { StageWish } from './stage-wish.ts';
import { useTally } from './use-tally.ts';
import { useWarmCases } from './use-warm-cases.ts';

/** What shades and warms the ground, for labels and for the foot of the map. */
export interface Ground {
  readonly labels: ComputedRef<readonly MapLabel[]>;
  readonly values: ComputedRef<AreaValues>;
  readonly told: ComputedRef<GroundTold>;
  /** Whether heat and shades count what ended as well as what is open. */
  readonly isWhole: ComputedRef<boolean>;
}

/** The clock moves heat and shades in steps: nobody sees a week grow by a second. */
const EVERY_MS = 10_000;
const NOTHING: LiveShapes = { type: 'FeatureCollection', features: [] };

/** Keeps the ground of one map true: shades of areas, hexagons, bands of heat. `rows` are the cases that the map is about, `isAbout` asks that of those without a row. */
export function useGround(view: Ref<MapView | null>, wish: Ref<StageWish>, rows: Ref<readonly CaseRow[]>, isAbout: Ref<(item: ReportedRow) => boolean>): Ground {
  const district = useDistrictStore();
  const figures = useFiguresStore();
  const now = useNow();
  const step = computed(() => Math.floor(now.value / EVERY_MS) * EVERY_MS);
  const isBackward = computed(() => wish.value.heat !== null || wish.value.shows.hex || wish.value.choropleth?.figure === 'reported');
  const warm = useWarmCases(rows, isAbout, () => isBackward.value && wish.value.isMasked !== true);
  const window = computed((): HeatWindow => wish.value.heat ?? 'day');
  /** Scales in use: they stay until counts outgrow them. */
  const scales = shallowRef<{ areas?: Breaks; hex?: Breaks }>({});

  /** One who went into a township sees its villages, into a village its grids. */
  const choropleth = computed((): Choropleth | null => {
    const wanted = wish.value.choropleth;
    const level = wish.value.drill.at(-1)?.level;
    // Of what is drawn the village is known and no more.
    if (wanted?.figure === 'drawn' && (level !== undefined || wanted.level === 'grid')) return { level: 'village', figure: 'drawn' };
    if (wanted === null || level === undefined) return wanted;
    if (level === 'town') return { ...wanted, level: wanted.level === 'town' ? 'village' : wanted.level };
    return { level: 'grid', figure: wanted.figure === 'on-time' ? 'open' : wanted.figure };
  });
  const tally = useTally(() => choropleth.value?.figure ?? null, () => wish.value.isMasked !== true);
  const moment = computed(() => ({ now: step.value, window: window.value, figures: figures.figures, ...(tally.value === undefined ? {} : { tally: tally.value }) }));
  const areas = computed((): ShadedAreas | null => (district.map === null || choropleth.value === null ? null
    : shadedAreas(warm.cases.value, district.map, choropleth.value, { ...moment.value, before: scales.value.areas })));
  const hexes = computed(() => (district.map === null || !wish.value.shows.hex ? null
    : hexScene(warm.cases.value, district.map, { ...moment.value, before: scales.value.hex })));
  const given = computed((): AreaShades | null => (wish.value.gridSteps ? { source: 'grids', steps: wish.value.gridSteps } : null));
  const loads = computed((): AreaShades | null => given.value ?? areas.value?.shades ?? (wish.value.shows.grids ? gridShades(rows.value) : null));
  const heat = computed((): LiveShapes => (district.map === null || wish.value.heat === null ? NOTHING
    : heatScene(warm.cases.value, { window: wish.value.heat, kernel: wish.value.kernel }, { now: step.value, town: district.map.outline.geometry })));

  watch(() => JSON.stringify([choropleth.value, window.value]), () => { scales.value = {}; });
  watch([areas, hexes], ([ofAreas, ofHexes]) => {
    const next = { ...(ofAreas?.told.kind === 'counts' ? { areas: ofAreas.told.breaks } : {}), ...(ofHexes === null ? {} : { hex: ofHexes.breaks }) };
    if (JSON.stringify(next) !== JSON.stringify(scales.value)) scales.value = next;
  });

  const setHeat = onlyChanged((shapes: LiveShapes) => view.value?.base.setShapes('heat', shapes));
  const setHexes = onlyChanged((shapes: LiveShapes) => view.value?.base.setShapes('hexes', shapes));
  watch(view, () => [setHeat, setHexes].forEach(({ forget }) => forget()), { flush: 'sync' });
  watch([view, heat], ([, next]) => setHeat(next), { immediate: true });
  watch([view, () => hexes.value?.areas ?? NOTHING], ([, next]) => setHexes(next), { immediate: true });
  watch([view, loads], ([map, next]) => map?.base.setShades(next), { immediate: true });

  return {
    labels: computed(() => hexes.value?.labels ?? []),
    values: computed(() => areas.value?.values ?? new Map<string, string>()),
    told: computed((): GroundTold => {
      if (areas.value !== null) return areas.value.told;
      if (hexes.value !== null) return { kind: 'hex', sideM: hexes.value.sideM };
      return { kind: wish.value.shows.grids ? 'grids' : 'none' };
    }),
    isWhole: warm.isWhole,
  };
}
