import { inject, type InjectionKey, type ShallowRef } from 'vue';
import type { Light } from '../../ui/tokens.ts';
import type { DeskLink } from './use-desk-link.ts';

/** What all pages of the desk share. */
export interface DeskFrame {
  readonly link: DeskLink;
  readonly light: ShallowRef<Light>;
}

export const DESK_FRAME: InjectionKey<DeskFrame> = Symbol('desk-frame');

/** The place in the top bar where a page puts a tool of its own, such as its search: `<Teleport to="#desk-tools" defer>`. */
export const TOOLS_ID = 'desk-tools';

export function useDeskFrame(): DeskFrame {
  const frame = inject(DESK_FRAME);
  if (!frame) throw new Error('A page of the desk needs DeskSurface around it.');
  return frame;
}
