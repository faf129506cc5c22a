import { countClosings } from './closings.ts';
import { countHands, countTeams } from './handling.ts';
import type { History } from './history.ts';
import { countReports, gridOf } from './reports.ts';
import { countSteps } from './steps.ts';
import { adder, type Tally, type Window, type World } from './tally.ts';

/** Counts every indicator for everybody in one window, case by case, straight from the events. */
export function recount(histories: Iterable<History>, window: Window, world: World): Tally {
  const tally: Tally = new Map();
  for (const history of histories) {
    const add = adder(tally, history.id, history.events[0]!.facts!.villageCode, gridOf(history));
    countReports(history, window, world, add);
    countSteps(history, window, world, add);
    countHands(history, window, world, add);
    countTeams(history, window, world, add);
    countClosings(history, window, world, add);
  }
  return tally;
}
