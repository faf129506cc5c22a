export { BRIEFING_ACTIONS, BRIEFING_AUTHORS, BRIEFING_LIFE, BRIEFING_STATES } from './briefing-life.ts';
export type { BriefingAction, BriefingState } from './briefing-life.ts';
export { evolveBriefing } from './briefing.ts';
export type { BriefingPayload } from './briefing-payload.ts';
export type { Briefing, BriefingEvent, Signed } from './briefing.ts';
export { canonicalJson } from './canonical.ts';
export { briefingActions, decideBriefing, decideFreeze } from './decide-briefing.ts';
export type { HashContent } from './decide-briefing.ts';
export { BRIEFING_KINDS } from './frozen.ts';
export type {
  BriefingContent, BriefingKind, BriefingNote, FrozenCase, FrozenFigure, FrozenLamps, FrozenPicture, FrozenPlace, FrozenRanking, FrozenTrend,
} from './frozen.ts';
export type { FrozenArea, FrozenMap, FrozenPoint } from './frozen-map.ts';
export { PAPER, PAPERS, TONES, paperFor } from './marks.ts';
export type { Mark, Page, Paper, StagePaper, Tone, Weight } from './marks.ts';
export type { BriefingChoices, BriefingDetail, BriefingPlanRow, BriefingRow, BriefingsBoard } from './views.ts';
export { lastDueAt, nextDueAt } from './plan.ts';
export type { BriefingPlan } from './plan.ts';
export { CASES_A_PAGE, FIGURES_A_PAGE, briefingSteps } from './steps.ts';
export type { BriefingStep } from './steps.ts';
