import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

/** The area that a wall is about: a township, village or grid that somebody went into or that the director filters by. */
export interface AreaInView {
  readonly level: 'town' | 'village' | 'grid';
  readonly code: string;
  readonly name: string;
}

const AREA: InjectionKey<ComputedRef<AreaInView | null>> = Symbol('area in view');

/** Tells all tiles of a page which area it is about; null for the whole district. */
export function provideAreaInView(area: ComputedRef<AreaInView | null>): void {
  provide(AREA, area);
}

/** The area a tile narrows to, if it can; it then names it in its title. */
export function useAreaInView(): ComputedRef<AreaInView | null> {
  return inject(AREA, () => computed(() => null), true);
}

/** A title that says of which area its tile is: 今日事件 · 璜塘村. */
export function titleOf(title: string, area: AreaInView | null): string {
  return area === null ? title : `${title} · ${area.name}`;
}
