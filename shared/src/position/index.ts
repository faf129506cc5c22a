export { asKept } from './fix.ts';
export type { PositionFix } from './fix.ts';
export { NO_MILEAGE, addToMileage, mileageOf } from './mileage.ts';
export type { Mileage } from './mileage.ts';
export { MIN_STOP_MS, stopsOf } from './stops.ts';
export type { Stop } from './stops.ts';
export { MAX_SPACING_MS, THIN_TOLERANCE_M, thinTrack } from './thin-track.ts';
export { TERMINAL_ALARM_NAMES } from './terminal-alarms.ts';
export type { TerminalAlarmName } from './terminal-alarms.ts';
