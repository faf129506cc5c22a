import { AREA_FIGURES, HEAT_KERNELS, RELIEFS, type Choropleth, type HeatWindow, type Layers, type Scene } from '@wangge/shared/stage';
import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue';

const HEATS = ['day', 'week', 'hour', null] as const;
const CASES = ['overview', 'all', 'none'] as const;
/** The figures by village that a key runs through, and none. */
const CHOROPLETHS: readonly (Choropleth | null)[] = [...AREA_FIGURES.map((figure): Choropleth => ({ level: 'village', figure })), null];

/** The map of a wall while no scene says anything else. */
export const USUAL_LAYERS: Layers = { heat: 'day', kernel: 'severity', hex: false, choropleth: null, cases: 'overview', squads: true, people: false, grids: true, fences: false, cameras: false, relief: 'flat' };

function after<T>(all: readonly T[], now: T): T {
  const told = JSON.stringify(now);
  const at = all.findIndex((one) => JSON.stringify(one) === told);
  const [next = now] = all.slice((at + 1) % all.length);
  return next;
}

/**
 * The layers after a key 0–9 was pressed: 0 cameras, 1 window of the heat, 2 its kernel, 3 hexagons, 4 figure by village, 5 cases, 6 squads, 7 people, 8 fences,
 * 9 relief. The ground keeps one shade: hexagons and figures take the place of each other and of the grids, which come back when both are gone.
 */
export function turnLayer(layers: Layers, number: number): Layers {
  switch (number) {
    case 1: return { ...layers, heat: after(HEATS, layers.heat) };
    case 2: return { ...layers, kernel: after(HEAT_KERNELS, layers.kernel) };
    case 3: return { ...layers, hex: !layers.hex, choropleth: null, grids: layers.hex };
    case 4: {
      const choropleth = after(CHOROPLETHS, layers.choropleth);
      return { ...layers, choropleth, hex: false, grids: choropleth === null };
    }
    case 5: return { ...layers, cases: after(CASES, layers.cases) };
    case 6: return { ...layers, squads: !layers.squads };
    case 7: return { ...layers, people: !layers.people };
    case 8: return { ...layers, fences: !layers.fences };
    case 0: return { ...layers, cameras: !layers.cameras };
    case 9: return { ...layers, relief: after(RELIEFS, layers.relief) };
    default: return layers;
  }
}

/** What the map shows: the scene's layers and what somebody at the wall changed by key, until the next scene brings its own or `reset`. */
export interface WallLayers {
  readonly layers: ComputedRef<Layers>;
  turn(number: number): void;
  reset(): void;
}

/** `heat`: the window of the address, which holds in every scene; null for that of the scene. */
export function useWallLayers(scene: Ref<Scene | null>, heat: HeatWindow | 'off' | null): WallLayers {
  const chosen = shallowRef<Layers | null>(null);
  const own = computed(() => scene.value?.layers ?? USUAL_LAYERS);
  const layers = computed(() => chosen.value ?? (heat === null ? own.value : { ...own.value, heat: heat === 'off' ? null : heat }));
  watch(() => scene.value?.id, () => { chosen.value = null; });
  return { layers, turn: (number) => { chosen.value = turnLayer(layers.value, number); }, reset: () => { chosen.value = null; } };
}
