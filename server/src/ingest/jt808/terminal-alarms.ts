import { TERMINAL_ALARM_NAMES, type TerminalAlarm, type TerminalAlarmName } from '@wangge/shared/wire';
import type { Location } from './messages/0200-location.ts';

/** Bits of the alarm word of 0x0200, JT/T 808-2013 table 24; the same in 2019. */
const bitOf: Readonly<Record<TerminalAlarmName, number>> = {
  sos: 0, overspeed: 1, fatigue: 2, 'gnss-fault': 4, 'power-low': 7, 'power-cut': 8, area: 20, route: 21, 'route-time': 22, 'off-route': 23,
  stolen: 26, moved: 28, collision: 29, rollover: 30,
};
const ofBorder: ReadonlySet<TerminalAlarmName> = new Set(['area', 'route']);
const shapes = ['unknown', 'circle', 'rectangle', 'polygon', 'route'] as const;

/** The alarms of a position (JT/T 808-2013 table 24), each since when it is on: as before where it was on before, else since `now`. */
export function alarmsOf({ alarmBits, extras: { border } }: Location, before: readonly TerminalAlarm[], now: number): readonly TerminalAlarm[] {
  if (alarmBits === 0) return before.length === 0 ? before : [];
  return TERMINAL_ALARM_NAMES.filter((name) => (alarmBits & (1 << bitOf[name])) !== 0).map((name) => ({
    name, since: before.find((alarm) => alarm.name === name)?.since ?? now,
    ...(border !== undefined && ofBorder.has(name) ? { border: { shape: shapes[border.shape] ?? 'unknown', id: border.id, isExit: border.isExit } } : {}),
  }));
}
