import { applicationStory } from './application-story.ts';
import { attendanceStory } from './attendance-story.ts';
import { rightStory } from './right-story.ts';
import { writeTold, type DailyDeps } from './told.ts';
import { visitStory } from './visit-story.ts';

/** Counts the fillings, so that a later start adds nothing. */
const FILLED = 'demo/daily';

/** The demo's grids day by day and applications at the windows (示意), told once through the same rules as live input; the same seed tells the same. */
export async function seedDaily(deps: DailyDeps, now: number): Promise<void> {
  if ((await deps.ledger.takeSerials(FILLED)) > 1) return;
  await writeTold(deps.ledger, [...visitStory(deps, now), ...attendanceStory(deps, now), ...rightStory(deps, now), ...await applicationStory(deps, now)]);
}
