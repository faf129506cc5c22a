import { computed, inject, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import { PALETTES, type Light, type Palette } from './tokens.ts';

const LIGHT: InjectionKey<Readonly<Ref<Light>>> = Symbol('light');

/** Tells everything below which light the room has. */
export function provideLight(light: Readonly<Ref<Light>>): void {
  provide(LIGHT, light);
}

/** The colours of the present light, for what is drawn and not styled. Night where nobody told. */
export function usePalette(): ComputedRef<Palette> {
  const light = inject(LIGHT, null);
  return computed(() => PALETTES[light?.value ?? 'night']);
}
