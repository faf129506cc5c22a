import type { UnitId } from '../base/index.ts';

/** 终端报警 known by name; 进出区域, 进出路线, 路段行驶时间不足或过长 and 路线偏离 are `area`, `route`, `route-time` and `off-route`. */
export const TERMINAL_ALARM_NAMES = ['sos', 'overspeed', 'fatigue', 'gnss-fault', 'power-low', 'power-cut', 'area', 'route', 'route-time', 'off-route', 'stolen', 'moved', 'collision', 'rollover'] as const;
export type TerminalAlarmName = (typeof TERMINAL_ALARM_NAMES)[number];

export interface TerminalAlarm {
  readonly name: TerminalAlarmName;
  /** When the server first heard of it, epoch ms. */
  readonly since: number;
  /** 进出区域/路线报警附加信息: which area or route, as the terminal numbers it, and whether it was left. */
  readonly border?: { readonly shape: 'circle' | 'rectangle' | 'polygon' | 'route' | 'unknown'; readonly id: number; readonly isExit: boolean };
}

/** 终端参数 that are read and set, in seconds and km/h. */
export const TERMINAL_PARAMETERS = ['heartbeatS', 'reportS', 'sleepReportS', 'sosReportS', 'topSpeedKmh', 'overspeedS'] as const;
export type TerminalParameters = Partial<Readonly<Record<(typeof TERMINAL_PARAMETERS)[number], number>>>;

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
}

/** 终端 of the reader's area. */
export interface TerminalsBoard {
  readonly terminals: readonly TerminalRow[];
}

/** What a terminal on a vehicle can show and say (文本信息下发): printable characters of GBK in daily use, at most 200. */
export const TERMINAL_TEXT = /^[ -~·—‘’“”…℃、。〃々〇-】！-～\u4e00-\u9fa5]{1,200}$/;
