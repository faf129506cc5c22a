export { CASE_STATES, isClosedState, isOpenState } from './case-states.ts';
export type { CaseState } from './case-states.ts';
export { LEVELS, PLATFORMS, URGENCIES } from './case-type.ts';
export type { CaseType, Level, Platform, Urgency } from './case-type.ts';
export type { District } from './district.ts';
export type { Department, Grid, Person, Team, Town, Unit, Village } from './organisation.ts';
export type { CaseRules } from './rules.ts';
export { districtIn, servesArea, townCodeOf } from './scope.ts';
