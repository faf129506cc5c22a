import type { Story } from '../story.ts';
import { APPLICATION_STORIES } from './applications.ts';
import { CALL_STORIES } from './calls.ts';
import { CHECK_STORIES } from './checks.ts';
import { CLIMB_STORIES } from './climb.ts';
import { DRAW_STORIES } from './draws.ts';
import { DUTY_STORIES } from './duties.ts';
import { FIGURE_STORIES } from './figures.ts';
import { LADDER_STORIES } from './ladder.ts';
import { LATE_STORIES } from './late.ts';
import { LIST_STORIES } from './lists.ts';
import { PENALTY_STORIES } from './penalties.ts';
import { REPORT_STORIES } from './reports.ts';
import { RETURN_STORIES } from './returns.ts';
import { ROOM_STORIES } from './room.ts';
import { SIGHT_STORIES } from './sight.ts';
import { SITE_STORIES } from './sites.ts';
import { SUPPORT_STORIES } from './support.ts';
import { TIME_STORIES } from './time.ts';

/** Every story, by what it is about. */
export const STORIES: readonly Story[] = [
  ...ROOM_STORIES, ...SIGHT_STORIES, ...TIME_STORIES, ...RETURN_STORIES, ...APPLICATION_STORIES, ...CHECK_STORIES, ...REPORT_STORIES, ...SUPPORT_STORIES,
  ...SITE_STORIES, ...CALL_STORIES, ...CLIMB_STORIES, ...LATE_STORIES, ...FIGURE_STORIES, ...DUTY_STORIES, ...DRAW_STORIES, ...PENALTY_STORIES, ...LIST_STORIES, ...LADDER_STORIES,
];
