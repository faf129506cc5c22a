import type { DistrictApi } from '../../features/district/district.api.ts';
import type { DrawsApi } from '../../features/draws/draws.api.ts';
import { enforcementPowersKind } from '../../features/enforcement/enforcement-kinds.api.ts';
import type { EnforcementApi } from '../../features/enforcement/enforcement.api.ts';
import type { ListsApi } from '../../features/lists/lists.api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import { castEnforcement } from './cast.ts';
import { seedDraws } from './seed-draws.ts';
import { seedPenalties, seedRaids } from './seed-penalties.ts';

export interface EnforcementDemoDeps {
  readonly draws: DrawsApi;
  readonly enforcement: EnforcementApi;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Fills a demo that has neither draws nor penalty cases yet; does nothing to any other district. */
export function createEnforcementDemo({ draws, enforcement, lists, district, clock, log }: EnforcementDemoDeps): Feature {
  async function seed(): Promise<void> {
    const { isDemo, villages } = district.current();
    const isFresh = draws.all().next().done === true && enforcement.penalties.all().next().done === true;
    const cast = isDemo && isFresh ? castEnforcement(district.current()) : null;
    if (!cast) return;
    const now = clock.now();
    await seedDraws(draws, lists, cast, villages, now);
    await seedPenalties(enforcement, lists.inForce(enforcementPowersKind, now).content, cast, villages, now);
    await seedRaids(enforcement, cast, now);
  }
  return {
    start() {
      seed().catch((error: unknown) => log.error({ err: error }, 'the demo of enforcement could not be filled'));
      return () => undefined;
    },
  };
}
