import { TERMINAL_ALARM_NAMES, type TerminalAlarmName } from '@wangge/shared/position';
import type { PastAlarm, TerminalAlarm, TerminalZone } from '@wangge/shared/wire';
import { hasReadableFix, type Location } from './messages/0200-location.ts';

/** Bits of the alarm word of 0x0200, JT/T 808-2013 table 24; the same in 2019. */
const bitOf: Readonly<Record<TerminalAlarmName, number>> = {
  sos: 0, overspeed: 1, fatigue: 2, danger: 3, 'gnss-fault': 4, 'antenna-open': 5, 'antenna-short': 6, 'power-low': 7, 'power-cut': 8, 'driven-long': 18, 'parked-long': 19,
  area: 20, route: 21, 'route-time': 22, 'off-route': 23, stolen: 26, ignition: 27, moved: 28, collision: 29, rollover: 30, door: 31,
};
const shapes = ['unknown', 'circle', 'rectangle', 'polygon', 'route'] as const;
/** 超速 numbers sections where 进出 numbers routes. */
const sectionShape = 4;
/** What is over is kept of the newest so many. */
const PAST_KEPT = 20;

/** What the alarm words of one terminal said so far. */
export type Complaints = { readonly alarms: readonly TerminalAlarm[]; readonly past: readonly PastAlarm[] };

/**
 * Takes in the alarms of a position (JT/T 808-2013 table 24), each since when it is on: as before where the same was on before, else since
 * `now`. A terminal clears 进出区域 and its like once it was answered, so that what is over is kept for a while.
 */
export function hearAlarms({ alarms, past }: Complaints, location: Location, now: number): Complaints {
  const named = TERMINAL_ALARM_NAMES.filter((name) => (location.alarmBits & (1 << bitOf[name])) !== 0).map((name) => ({ name, ...detailOf(name, location) }));
  const on = named.map((one) => alarms.find((known) => isSame(known, one)) ?? { ...one, since: now, lngLat: placeOf(location) });
  const over = alarms.filter((known) => !named.some((one) => isSame(known, one))).map((alarm) => ({ ...alarm, until: now }));
  return { alarms: on, past: over.length === 0 ? past : [...over, ...past].slice(0, PAST_KEPT) };
}

type Detail = Pick<TerminalAlarm, 'zone' | 'isExit' | 'took'>;

/** Another area, or the other direction, is another alarm. */
function isSame(known: Detail & Pick<TerminalAlarm, 'name'>, one: Detail & Pick<TerminalAlarm, 'name'>): boolean {
  return known.name === one.name && known.zone?.shape === one.zone?.shape && known.zone?.id === one.zone?.id && known.isExit === one.isExit;
}

/** The item of a position that belongs to an alarm: 0x11 超速, 0x12 进出区域/路线, 0x13 路段行驶时间 (JT/T 808-2013 tables 28 to 30). */
function detailOf(name: TerminalAlarmName, { extras: { speeding, border, section } }: Location): Detail {
  if ((name === 'area' || name === 'route') && border !== undefined) return { zone: zoneOf(border.shape, border.id), isExit: border.isExit };
  if (name === 'overspeed' && speeding?.id !== undefined) return { zone: speeding.shape === sectionShape ? { shape: 'section', id: speeding.id } : zoneOf(speeding.shape, speeding.id) };
  if (name === 'route-time' && section !== undefined) return { zone: { shape: 'section', id: section.id }, took: { s: section.tookS, isTooLong: section.isTooLong } };
  return {};
}

function zoneOf(shape: number, id: number): TerminalZone {
  return { shape: shapes[shape] ?? 'unknown', id };
}

function placeOf({ statusBits, lng, lat }: Location): readonly [number, number] | null {
  return hasReadableFix(statusBits) ? [lng, lat] : null;
}
