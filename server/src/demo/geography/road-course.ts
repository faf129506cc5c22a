import type { RoadClass } from '@wangge/shared/roads';
import type { Course } from './curve.ts';

/** A road while it is being laid. One that is grade separated (高速) meets trunk roads only. */
export interface RoadCourse {
  readonly course: Course;
  readonly roadClass: RoadClass;
  readonly name?: string;
  readonly isGradeSeparated?: boolean;
}

/** Half the width kept free for a road, metres. */
export function roadHalfWidthM(road: Pick<RoadCourse, 'roadClass' | 'isGradeSeparated'>): number {
  if (road.isGradeSeparated === true) return 24;
  return { 1: 18, 2: 8, 3: 4.5 }[road.roadClass];
}
