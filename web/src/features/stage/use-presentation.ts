import { computed, type ComputedRef, type Ref } from 'vue';
import type { Presentation, WallState } from '@wangge/shared/stage';
import { turnWallPage } from './stage.commands.ts';

/** 汇报 as the wall itself sees it: what it presents, and how its own keys turn pages. Every browser of the wall follows. */
export interface WallPresentation {
  readonly present: ComputedRef<Presentation | null>;
  turn(by: 1 | -1): void;
  end(): void;
}

export function usePresentation(state: Readonly<Ref<WallState | null>>): WallPresentation {
  const present = computed(() => state.value?.present ?? null);

  function turn(by: 1 | -1): void {
    if (state.value?.present && state.value.present.page + by >= 0) void turnWallPage(state.value.wallId, state.value.present.page + by);
  }

  function end(): void {
    if (state.value) void turnWallPage(state.value.wallId, null);
  }

  return { present, turn, end };
}
