import { DAY_MS, SECOND_MS, type UnitId } from '@wangge/shared/base';
import { roundByItself, type Round } from '@wangge/shared/patrol';
import type { Logger } from '../../platform/logger.ts';
import { holdsFix, type RoundBook, type RoundNeeds } from './round-book.ts';

const SWEEP_MS = 10 * SECOND_MS;
/** A phone without a signal may tell of a round this much later. */
const LATE_MS = 2 * DAY_MS;

/**
 * Looks after rounds on the node that leads: ends those that nobody ends, lets those go on that were only silent, and counts those that are over,
 * again when a position of theirs comes late. What it did not keep it does at the next look.
 */
export function startRoundWatch({ positions, teams, clock, log }: Pick<RoundNeeds, 'positions' | 'teams' | 'clock'> & { readonly log: Logger }, book: RoundBook, onFix: (listen: ((unitId: UnitId, at: number) => void) | null) => void): () => void {
  const uncounted = new Set<string>();
  let recent = new Map<UnitId, Round[]>();
  let isLooking = false;

  function gather(now: number): readonly Round[] {
    const rounds = book.since(now - LATE_MS);
    recent = Map.groupBy(rounds, ({ unitId }) => unitId);
    return rounds;
  }

  async function look(): Promise<void> {
    const now = clock.now();
    for (const round of gather(now)) {
      const { unitId } = round;
      const outcome = book.latestOf(round.personId)?.id === round.id ? roundByItself(round, { now, isOnDuty: teams.isOnDuty(unitId, now), lastFixAt: positions.newestAtOf(unitId) ?? null }) : null;
      if (outcome === 'resumed') await book.note(round, { type: 'resumed' });
      else if (outcome) await book.note(round, { type: 'ended', ...outcome });
      const current = book.get(round.id)!;
      if (current.endedAt === null || (current.figures !== null && !uncounted.has(round.id))) continue;
      uncounted.delete(round.id);
      const figures = await book.count(current);
      if (JSON.stringify(figures) !== JSON.stringify(current.figures)) await book.note(current, { type: 'counted', figures });
    }
  }

  function lookQuietly(): void {
    if (isLooking) return;
    isLooking = true;
    look().catch((error: unknown) => log.warn({ err: error }, 'rounds could not be looked after and are looked at again')).finally(() => (isLooking = false));
  }

  for (const round of gather(clock.now())) if (round.endedAt !== null) uncounted.add(round.id);
  onFix((unitId, at) => {
    for (const round of recent.get(unitId) ?? []) if (round.endedAt !== null && holdsFix(round, { unitId, at })) uncounted.add(round.id);
  });
  const stop = clock.every(SWEEP_MS, lookQuietly);
  lookQuietly();
  return () => {
    onFix(null);
    stop();
  };
}
