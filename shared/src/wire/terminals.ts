import type { UnitId } from '../base/index.ts';
import type { TerminalAlarmName } from '../position/index.ts';

/** An area (区域), route (路线) or section of one (路段), by the number that the terminal knows it under. */
export interface TerminalZone {
  readonly shape: 'circle' | 'rectangle' | 'polygon' | 'route' | 'section' | 'unknown';
  readonly id: number;
  /** Of one that we gave it: 实验小学护学区. */
  readonly name?: string;
}

/** An area or route that a terminal was given and took. */
export interface KeptZone extends TerminalZone {
  readonly shape: 'circle' | 'rectangle' | 'polygon' | 'route';
  readonly name: string;
  readonly topSpeedKmh: number | null;
  readonly takenAt: number;
  readonly byName: string;
}

export interface TerminalAlarm {
  readonly name: TerminalAlarmName;
  /** When the server first heard of it, epoch ms. */
  readonly since: number;
  /** Where the terminal was when it first said so, WGS-84; null without a satellite. */
  readonly lngLat: readonly [number, number] | null;
  /** Which area or route it is about; of an area or a route, whether it was left. */
  readonly zone?: TerminalZone;
  readonly isExit?: boolean;
  /** Of `route-time`: how long the section took, s; too long, or else too short. */
  readonly took?: { readonly s: number; readonly isTooLong: boolean };
}

/** An alarm that is over: many of them, as 进出区域, last no longer than one position. */
export type PastAlarm = TerminalAlarm & { readonly until: number };

/** 终端参数 that are read and set, in seconds and km/h. */
export const TERMINAL_PARAMETERS = ['heartbeatS', 'reportS', 'sleepReportS', 'sosReportS', 'topSpeedKmh', 'overspeedS'] as const;
export type TerminalParameterName = (typeof TERMINAL_PARAMETERS)[number];
export type TerminalParameters = Partial<Readonly<Record<TerminalParameterName, number>>>;

/** What each may be set to: nothing that keeps a terminal from being heard within three heartbeats of a minute. */
export const TERMINAL_PARAMETER_RANGES: Readonly<Record<TerminalParameterName, readonly [least: number, most: number]>> = {
  heartbeatS: [5, 60], reportS: [5, 86_400], sleepReportS: [5, 86_400], sosReportS: [5, 86_400], topSpeedKmh: [10, 200], overspeedS: [5, 86_400],
};

/** The terminal (车载终端) of one unit. Times are epoch ms. */
export interface TerminalRow {
  readonly unitId: UnitId;
  readonly name: string;
  /** `awaited`: not heard since the server started, a moment ago; `never`: it never registered. */
  readonly standing: 'online' | 'offline' | 'awaited' | 'never';
  readonly heardAt: number | null;
  readonly carrier: 'tcp' | 'udp' | null;
  /** 同号双连: how often a second connection took the place of one that was alive, since the server started, and when last. */
  readonly doubles: number;
  readonly doubledAt: number | null;
  readonly alarms: readonly TerminalAlarm[];
  /** Those that are over, since the server started, the newest first. */
  readonly past: readonly PastAlarm[];
  readonly zones: readonly KeptZone[];
}

/** 终端 of the reader's area. */
export interface TerminalsBoard {
  readonly terminals: readonly TerminalRow[];
}

/** What a terminal on a vehicle can show and say (文本信息下发): printable characters of GBK in daily use, at most 200. */
export const TERMINAL_TEXT = /^[ -~·—‘’“”…℃、。〃々〇-】！-～\u4e00-\u9fa5]{1,200}$/;
