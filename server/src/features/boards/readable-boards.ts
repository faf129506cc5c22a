import { can, type ActorRole } from '@wangge/shared/access';
import type { Board } from '../../platform/feature.ts';

/** The boards a role may read. */
export function readableBoards(boards: readonly Board[], role: ActorRole): readonly Board[] {
  return boards.filter(({ access }) => can(role, access));
}
