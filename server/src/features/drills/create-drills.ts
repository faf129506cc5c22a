import { can, type Actor } from '@wangge/shared/access';
import { SECOND_MS } from '@wangge/shared/base';
import { isOpenState } from '@wangge/shared/district';
import { allowedOnDrill, areasMeet, isRunningAt, type Drill, type DrillsBoard, type ShownDrill } from '@wangge/shared/drill';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DrillsApi } from './drills.api.ts';
import { drillRoutes } from './drills.routes.ts';

export interface DrillsFeatureNeeds {
  readonly drills: DrillsApi;
  readonly clock: Clock;
  readonly log: Logger;
}

const SWEEP_MS = SECOND_MS;
/** A board shows the last of them; all are kept. */
const MOST_SHOWN = 50;

/** A drill for one reader: who opened and ended it is said at desks only. */
function shownDrill(drills: DrillsApi, drill: Drill, actor: Actor, now: number): ShownDrill {
  const { id, revision, state, name, areaCode, from, until, endedAt, openedBy, endedBy } = drill;
  const isDesk = can(actor.role, 'desk.watch');
  const made = drills.casesOf(id);
  return {
    id, revision, state, name, areaCode, from, until, endedAt, openedBy: isDesk ? openedBy.name : null, endedBy: isDesk ? endedBy?.name ?? null : null,
    cases: made.length, open: made.filter((item) => isOpenState(item.state)).length, allowed: allowedOnDrill(drill, actor, now),
  };
}

/** 演练: the board `drills`, opening and ending, and the end of what nobody ended. */
export function createDrills({ drills, clock, log }: DrillsFeatureNeeds): Feature {
  let version = 0;
  const urgent: (() => void)[] = [];
  drills.onChanges(() => {
    version += 1;
    urgent.forEach((tell) => tell());
  });

  function read(actor: Actor, now: number): DrillsBoard {
    const here = [...drills.all()].filter(({ areaCode }) => areasMeet(areaCode, actor.areaCode)).sort((a, b) => b.from - a.from);
    const isBusy = here.some((drill) => drill.state === 'open' && isRunningAt(drill, now));
    return { drills: here.slice(0, MOST_SHOWN).map((drill) => shownDrill(drills, drill, actor, now)), mayOpen: can(actor.role, 'drill.command') && !isBusy };
  }

  return {
    boards: [{ name: 'drills', access: 'case.view', version: () => version, onUrgent: (tell) => void urgent.push(tell), read }],
    routes: (http) => drillRoutes(http, { drills, clock, shown: (drill, actor, now) => shownDrill(drills, drill, actor, now) }),
    start() {
      let isSweeping = false;
      return clock.every(SWEEP_MS, () => {
        if (isSweeping) return;
        isSweeping = true;
        drills.sweep(clock.now()).catch((error: unknown) => log.error({ err: error }, 'drills could not be looked after')).finally(() => (isSweeping = false));
      });
    },
  };
}
