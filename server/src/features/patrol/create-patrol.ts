import type { Actor } from '@wangge/shared/access';
import type { Feature } from '../../platform/feature.ts';
import type { PatrolBook, PatrolNeeds } from './patrol-book.ts';
import { gridDutiesKind } from './patrol-kinds.api.ts';
import { patrolFigures, patrolPage, type PatrolGround } from './patrol-sheet.ts';
import { patrolRoutes } from './patrol.routes.ts';
import { createStandings } from './standings.queries.ts';

/** Tasks run out by themselves: surfaces look again this often. */
const LOOK_AGAIN_MS = 300_000;

/** 网格日常: recurring tasks per grid, visits, and how far they cover, on the board `patrol`. */
export function createPatrol(needs: PatrolNeeds & { readonly visits: PatrolBook }): Feature {
  const book = needs.visits;
  const standings = createStandings(needs, book);
  const dutyName = (code: string, now: number): string => needs.lists.inForce(gridDutiesKind, now).content.find((duty) => duty.code === code)?.name ?? code;
  const groundOf = (actor: Actor, now: number): PatrolGround => ({ standings, book, district: needs.district, dutyName, actor, now });
  let editions = 0;
  needs.lists.onPublished(() => void (editions += 1));
  return {
    boards: [{
      name: 'patrol', access: 'figures.view', version: () => book.version() + editions + Math.floor(needs.clock.now() / LOOK_AGAIN_MS),
      read: (actor, now) => standings.board(actor, now), figures: (actor, now) => patrolFigures(groundOf(actor, now)),
      object: (kind, id, actor, now) => patrolPage(kind, id, groundOf(actor, now)),
    }],
    routes: (http) => patrolRoutes(http, needs, book, standings),
  };
}
