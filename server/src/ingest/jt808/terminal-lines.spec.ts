import { describe, expect, it } from 'vitest';
import { silentLogger } from '../../platform/logger.ts';
import { zeroCounters } from './counters.ts';
import { noExtras } from './messages/0200-location-extras.ts';
import type { Location } from './messages/0200-location.ts';
import { TerminalLines, type LineHandle } from './terminal-lines.ts';

const PHONE = '13957001234';
const place: Location = { alarmBits: 0, statusBits: 2, lng: 120.5, lat: 31.8, altitudeM: 0, speedKmh: 0, headingDeg: 0, at: 0, extras: noExtras };

function aDesk() {
  let now = 1_000_000;
  const counters = zeroCounters();
  const lines = new TerminalLines({ now: () => now, after: () => () => undefined, every: () => () => undefined }, silentLogger, counters);
  const closed: string[] = [];
  const dial = (name: string): LineHandle & { heard: number } => {
    const handle = { carrier: 'tcp' as const, address: name, heard: now, heardAt: () => handle.heard, close: (why: string) => { closed.push(`${name} ${why}`); lines.wentOffline(PHONE, handle, false); }, order: async () => ({ kind: 'done' as const }) };
    lines.cameOnline(PHONE, handle);
    return handle;
  };
  const say = (alarmBits: number, extras = noExtras): void => lines.reported(PHONE, { ...place, alarmBits, extras });
  return { lines, counters, closed, dial, say, pass: (ms: number) => { now += ms; }, line: () => lines.lines()[0], now: () => now };
}

describe('[TM6] two connections under one number', () => {
  it('the newer stays; it is told as a double where the older was alive', async () => {
    const desk = aDesk();
    desk.dial('first');
    desk.pass(59_000);
    desk.dial('second');
    expect(desk.closed).toEqual(['first replaced']);
    expect(desk.line()).toMatchObject({ doubles: 1, doubledAt: desk.now() });
    expect(await desk.lines.order(PHONE, { kind: 'locate' })).toEqual({ kind: 'done' });
  });

  it('is no double where the older had been silent: a terminal that lost its network dials again', () => {
    const desk = aDesk();
    desk.dial('first');
    desk.pass(60_000);
    desk.dial('second');
    expect(desk.counters.sessions.replaced).toBe(1);
    expect(desk.line()).toMatchObject({ doubles: 0, doubledAt: null, hasLeft: false });
  });
});

describe('[TM8] alarms of a terminal', () => {
  it('are on since the position that first said so, and off with the first that does not', () => {
    const desk = aDesk();
    desk.dial('first');
    const began = desk.now();
    desk.say(1 << 23 | 1 << 1);
    desk.pass(5_000);
    desk.say(1 << 23);
    expect(desk.line()?.alarms).toEqual([{ name: 'off-route', since: began, lngLat: [120.5, 31.8] }]);
    desk.say(0);
    expect(desk.line()?.alarms).toEqual([]);
    desk.say(1 << 23);
    expect(desk.counters.alarms).toEqual({ overspeed: 1, 'off-route': 2 });
  });

  it('say which area or route was entered or left', () => {
    const desk = aDesk();
    desk.dial('first');
    desk.say(1 << 20 | 1 << 21 | 1 << 13, { ...noExtras, border: { shape: 3, id: 12, isExit: true } });
    const left = { since: desk.now(), lngLat: [120.5, 31.8], zone: { shape: 'polygon', id: 12 }, isExit: true };
    expect(desk.line()?.alarms).toEqual([{ name: 'area', ...left }, { name: 'route', ...left }]);
    desk.say(1 << 20, { ...noExtras, border: { shape: 77, id: 1, isExit: false } });
    expect(desk.line()?.alarms).toMatchObject([{ zone: { shape: 'unknown', id: 1 }, isExit: false }]);
  });

  it('say where the limit was and how long a section took', () => {
    const desk = aDesk();
    desk.dial('first');
    desk.say(1 << 1, { ...noExtras, speeding: { shape: 4, id: 9 } });
    expect(desk.line()?.alarms).toMatchObject([{ name: 'overspeed', zone: { shape: 'section', id: 9 } }]);
    desk.say(1 << 1 | 1 << 22, { ...noExtras, speeding: { shape: 0, id: undefined }, section: { id: 9, tookS: 320, isTooLong: true } });
    expect(desk.line()?.alarms).toEqual([
      { name: 'overspeed', since: desk.now(), lngLat: [120.5, 31.8] },
      { name: 'route-time', since: desk.now(), lngLat: [120.5, 31.8], zone: { shape: 'section', id: 9 }, took: { s: 320, isTooLong: true } },
    ]);
  });

  it('are remembered when they are over, each crossing by itself, the newest first', () => {
    const desk = aDesk();
    desk.dial('first');
    const began = desk.now();
    const cross = (id: number, isExit: boolean): void => desk.say(1 << 20, { ...noExtras, border: { shape: 1, id, isExit } });
    cross(7, false);
    desk.pass(10_000);
    cross(7, true);
    desk.pass(10_000);
    desk.say(0);
    expect(desk.line()?.past).toEqual([
      { name: 'area', since: began + 10_000, until: began + 20_000, lngLat: [120.5, 31.8], zone: { shape: 'circle', id: 7 }, isExit: true },
      { name: 'area', since: began, until: began + 10_000, lngLat: [120.5, 31.8], zone: { shape: 'circle', id: 7 }, isExit: false },
    ]);
    for (let id = 0; id < 30; id += 1) cross(id, true);
    expect(desk.line()?.past).toHaveLength(20);
    expect(desk.counters.alarms).toEqual({ area: 32 });
  });
});
