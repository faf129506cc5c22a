import { can, type ActorRole } from '@wangge/shared/access';
import type { Board } from '../../platform/feature.ts';

/** Whether a role may read a board. */
export function mayReadBoard({ access }: Board, role: ActorRole): boolean {
  return [access].flat().some((permission) => can(role, permission));
}

/** The boards a role may read. */
export function readableBoards(boards: readonly Board[], role: ActorRole): readonly Board[] {
  return boards.filter((board) => mayReadBoard(board, role));
}
