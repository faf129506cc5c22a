/** 终端报警 known by name; 进出区域, 进出路线, 路段行驶时间不足或过长 and 路线偏离 are `area`, `route`, `route-time` and `off-route`. */
export const TERMINAL_ALARM_NAMES = [
  'sos', 'overspeed', 'fatigue', 'danger', 'gnss-fault', 'antenna-open', 'antenna-short', 'power-low', 'power-cut', 'driven-long', 'parked-long', 'area', 'route', 'route-time', 'off-route', 'stolen', 'ignition', 'moved', 'collision', 'rollover', 'door',
] as const;
export type TerminalAlarmName = (typeof TERMINAL_ALARM_NAMES)[number];
