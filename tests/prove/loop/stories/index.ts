import type { Story } from '../story.ts';
import { APPLICATION_STORIES } from './applications.ts';
import { CHECK_STORIES } from './checks.ts';
import { LADDER_STORIES } from './ladder.ts';
import { REPORT_STORIES } from './reports.ts';
import { RETURN_STORIES } from './returns.ts';
import { ROOM_STORIES } from './room.ts';
import { SIGHT_STORIES } from './sight.ts';
import { TIME_STORIES } from './time.ts';

/** Every story, by what it is about. */
export const STORIES: readonly Story[] = [
  ...ROOM_STORIES, ...SIGHT_STORIES, ...TIME_STORIES, ...RETURN_STORIES, ...APPLICATION_STORIES, ...CHECK_STORIES, ...REPORT_STORIES, ...LADDER_STORIES,
];
