export { DRILL_LIFE, allowedOnDrill, areasMeet, decideDrill, openDrill } from './decide-drill.ts';
export { DRILL_STATES, evolveDrill, isRunningAt } from './drill.ts';
export type { Drill, DrillEvent, DrillFacts, DrillHand, DrillState } from './drill.ts';
export type { DrillsBoard, ShownDrill } from './views.ts';
