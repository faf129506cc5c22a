import { isInArea, type Actor } from '@wangge/shared/access';
import { DAY_MS, MINUTE_MS, startOfDay, type UnitId } from '@wangge/shared/base';
import type { GridWalked, Round, RoundRow, RoundsBoard } from '@wangge/shared/patrol';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import { maskName } from '../cases/mask.api.ts';
import { patrolRulesKind } from './patrol-kinds.api.ts';
import { createRoundBook, type RoundNeeds } from './round-book.ts';
import { roundRoutes } from './round.routes.ts';
import { startRoundWatch } from './round-watch.ts';

const LOOK_AGAIN_MS = MINUTE_MS;

/** 巡查: rounds that workers begin and end, their way on foot and driving, and which grids they covered, on the board `rounds`. On a wall names are masked. */
export function createRounds(needs: RoundNeeds & { readonly log: Logger }): Feature {
  const { lists, district, clock } = needs;
  const book = createRoundBook(needs);
  let onFix: ((unitId: UnitId, at: number) => void) | null = null;
  needs.positions.onHeard(({ unitId, at }) => onFix?.(unitId, at));

  function rowOf(round: Round, isMasked: boolean): RoundRow {
    const { id, personName, unitId, startedAt, toldAt, endedAt, reason, revision } = round;
    const { footM, driveM, grids } = book.figuresOf(round);
    return {
      id, personName: isMasked ? maskName(personName) : personName, unitId, startedAt, toldAt, endedAt, reason, revision, footM, driveM,
      gridsCovered: grids.filter(({ isCovered }) => isCovered).map(({ gridCode }) => gridCode), gridsTouched: grids.map(({ gridCode }) => gridCode),
    };
  }

  function read(actor: Actor, now: number): RoundsBoard {
    const { coverDays, coverMin, coverFootM } = lists.inForce(patrolRulesKind, now).content;
    const from = startOfDay(now) - (coverDays - 1) * DAY_MS;
    const rounds = book.since(from).filter(({ areaCode }) => isInArea(areaCode, actor.areaCode));
    const lastAt = new Map<string, number>();
    for (const round of rounds) {
      for (const { gridCode, isCovered } of book.figuresOf(round).grids) if (isCovered) lastAt.set(gridCode, Math.max(lastAt.get(gridCode) ?? 0, round.endedAt ?? now));
    }
    const grids = district.current().grids.filter(({ villageCode }) => isInArea(villageCode, actor.areaCode)).map(({ code }): GridWalked => ({ gridCode: code, lastAt: lastAt.get(code) ?? null }));
    const today = rounds.filter(({ startedAt, endedAt }) => startedAt >= startOfDay(now) || endedAt === null)
      .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || b.startedAt - a.startedAt).map((round) => rowOf(round, actor.role === 'wall'));
    const own = new Set(grids.map(({ gridCode }) => gridCode));
    return {
      days: coverDays, coverMin, coverFootM, grids, covered: grids.filter((grid) => grid.lastAt !== null).length, rounds: today,
      today: {
        rounds: today.length, running: today.filter(({ endedAt }) => endedAt === null).length, footM: today.reduce((sum, { footM }) => sum + footM, 0), driveM: today.reduce((sum, { driveM }) => sum + driveM, 0),
        covered: new Set(today.flatMap(({ gridsCovered }) => gridsCovered).filter((code) => own.has(code))).size,
      },
    };
  }

  return {
    boards: [{ name: 'rounds', access: ['figures.view', 'patrol.view'], version: () => book.version() + Math.floor(clock.now() / LOOK_AGAIN_MS), read }],
    routes: (http) => roundRoutes(http, book, rowOf),
    start: () => startRoundWatch(needs, book, (listen) => { onFix = listen; }),
  };
}
