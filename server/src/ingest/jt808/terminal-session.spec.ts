import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import type { RawFix } from '../raw-fix.ts';
import { zeroCounters } from './counters.ts';
import { encodeMessage } from './encode-frame.ts';
import { createReplyReader, createTerminalEncoder } from './encode-terminal.ts';
import type { PlatformReply } from './encode-terminal.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import type { TerminalRegistry } from './ports.ts';
import { TerminalSession } from './terminal-session.ts';

const phone = '13957001234';
const unitId = asId<UnitId>('u1');
const now = Date.UTC(2026, 2, 15, 1, 30, 5);
const registration = { provinceId: 33, countyId: 802, makerId: 'TESTM', model: 'MODEL-A', terminalId: 'ZF00001', plateColour: 1, plate: '浙H12345' };
const position = { lng: 118.8735, lat: 28.9358, at: now, speedKmh: 23.4, headingDeg: 180, altitudeM: 66, isSos: true };

const registry: TerminalRegistry = {
  register: (terminal) => (terminal.phone === phone ? { result: 0, authCode: 'AUTH0001' } : { result: 4 }),
  authenticate: (caller, code) => caller === phone && code === 'AUTH0001',
  unitOf: (caller) => (caller === phone ? unitId : undefined),
};

/** A session whose wire, sink and log are plain lists. */
function openSession(accept: (fix: RawFix) => void = () => undefined, ownRegistry = registry, kept: () => Promise<void> = async () => undefined) {
  const sent: Uint8Array[] = [];
  const replies: PlatformReply[] = [];
  const fixes: RawFix[] = [];
  const events: string[] = [];
  const logged: string[] = [];
  const counters = zeroCounters();
  const write = (_fields: object, message: string): void => { logged.push(message); };
  const log = { info: write, warn: write, error: write };
  const sink = { accept: (fix: RawFix) => { fixes.push(fix); events.push('sink'); accept(fix); }, kept };
  const reader = createReplyReader((reply) => { replies.push(reply); events.push('reply'); });
  const session = new TerminalSession(
    {
      registry: ownRegistry, outlet: new FixOutlet(ownRegistry, sink, counters, log), clock: systemClock,
      log, limits: defaultLimits, counters,
    },
    {
      send: (bytes) => { sent.push(bytes); reader.push(bytes); },
      close: (reason) => events.push(`close ${reason}`),
      cameOnline: (caller) => events.push(`online ${caller}`),
      wentOffline: (caller) => events.push(`offline ${caller}`),
      reported: () => undefined,
    },
  );
  const lastHex = (): string => Buffer.from(sent.at(-1) ?? []).toString('hex');
  return { session, replies, fixes, events, logged, counters, lastHex };
}

function openAuthenticated(accept?: (fix: RawFix) => void, kept?: () => Promise<void>) {
  const open = openSession(accept, registry, kept);
  const terminal = createTerminalEncoder(phone, '2013');
  open.session.receive(terminal.authenticate('AUTH0001'));
  open.events.length = 0;
  open.replies.length = 0;
  return { ...open, terminal };
}

beforeEach(() => { vi.useFakeTimers({ now }); });
afterEach(() => { vi.useRealTimers(); });

describe('answers', () => {
  it('answers a registration with a code, byte by byte', () => {
    const { session, lastHex } = openSession();
    session.receive(createTerminalEncoder(phone, '2013', 6).register(registration));
    expect(lastHex()).toBe('7e8100000b01395700123400000006004155544830303031cc7e');
    expect(session.state).toBe('registered');
  });

  it('answers in the layout and under the number it was asked in, with its own serial numbers', async () => {
    const { session, lastHex } = openSession();
    session.receive(createTerminalEncoder(phone, '2013', 1).authenticate('AUTH0001'));
    expect(lastHex()).toBe('7e80010005013957001234000000010102' + '00cf7e');
    session.receive(createTerminalEncoder(phone, '2019', 7).position(position));
    await Promise.resolve();
    expect(lastHex()).toBe('7e8001400501000000000139570012340001000702' + '0000887e');
  });

  it('answers a terminal nobody knows with 4 and no code', () => {
    const { session, replies, counters } = openSession();
    session.receive(createTerminalEncoder('13957009999', '2011').register({ ...registration, model: 'M' }));
    expect(replies).toEqual([{ messageId: 0x8100, serial: 0, ackSerial: 0, result: 4 }]);
    expect(session.state).toBe('connected');
    expect(counters.registrations).toEqual({ accepted: 0, refused: 1 });
  });

  it('answers a wrong code with 1 and stays closed to positions', () => {
    const { session, replies, fixes, counters } = openSession();
    const terminal = createTerminalEncoder(phone, '2019');
    session.receive(terminal.authenticate('WRONG'));
    session.receive(terminal.position(position));
    session.receive(terminal.batch([position, position], true));
    session.receive(terminal.heartbeat());
    expect(replies.map((reply) => reply.result)).toEqual([1, 1, 1, 1]);
    expect(fixes).toEqual([]);
    expect(counters.fixes.unauthenticated).toBe(3);
  });

  it('answers what it does not handle with 3, encrypted or not', () => {
    const { session, replies, counters } = openSession();
    session.receive(encodeMessage({ messageId: 0x0900, layout: '2013', phone, serial: 1 }, new Uint8Array(3)));
    session.receive(Buffer.from('7e00020400013957001234000f407e', 'hex'));
    expect(replies.map((reply) => reply.result)).toEqual([3, 3]);
    expect(counters.frames).toEqual({ other: 1, '0x0002': 1 });
    expect(counters.refused.encrypted).toBe(1);
  });

  it('answers a body shorter than its layout with 2', () => {
    const { session, replies, terminal, counters } = openAuthenticated();
    for (const messageId of [0x0100, 0x0200, 0x0704]) session.receive(encodeMessage({ messageId, layout: '2013', phone, serial: 1 }, new Uint8Array(2)));
    expect(replies.map((reply) => reply.result)).toEqual([2, 2, 2]);
    expect(counters.refused.body).toBe(3);
    session.receive(terminal.heartbeat());
    expect(replies.at(-1)?.result).toBe(0);
  });

  it('does not answer answers, neither a terminal’s nor a platform’s', () => {
    const { session, replies, counters } = openSession();
    session.receive(encodeMessage({ messageId: 0x0001, layout: '2013', phone, serial: 1 }, new Uint8Array(5)));
    session.receive(encodeMessage({ messageId: 0x8001, layout: '2013', phone, serial: 1 }, new Uint8Array(5)));
    expect(replies).toEqual([]);
    expect(counters.refused.direction).toBe(1);
  });

  it('answers another number on an authenticated connection with 1', () => {
    const { session, replies, fixes, counters } = openAuthenticated();
    session.receive(createTerminalEncoder('13957009999', '2013').position(position));
    expect(replies.map((reply) => reply.result)).toEqual([1]);
    expect(fixes).toEqual([]);
    expect(counters.refused.foreignPhone).toBe(1);
  });
});

describe('positions', () => {
  it('hands on what the terminal stated', () => {
    const { session, terminal, fixes } = openAuthenticated();
    session.receive(terminal.position({ ...position, mileageKm: 1234.5, satellites: 14 }));
    expect(fixes).toEqual([{
      unitId, terminalPhone: phone, at: now, lng: 118.8735, lat: 28.9358, hasFix: true, speedKmh: 23.4, headingDeg: 180, accuracyM: null, altitudeM: 66,
      alarmBits: 1, statusBits: 2, isSos: true, mileageKm: 1234.5, satellites: 14, source: 'jt808', isCatchUp: false,
    }]);
  });

  it('marks the items of a blind-area batch as catch-up', () => {
    const { session, terminal, fixes } = openAuthenticated();
    session.receive(terminal.batch([position, { ...position, at: now + 1_000 }], true));
    session.receive(terminal.batch([position], false));
    expect(fixes.map((fix) => fix.isCatchUp)).toEqual([true, true, false]);
  });

  it('answers with success when the position is durable, and not before', async () => {
    const disk = Promise.withResolvers<void>();
    const { session, terminal, events, replies } = openAuthenticated(undefined, () => disk.promise);
    session.receive(terminal.position(position));
    await Promise.resolve();
    expect(events).toEqual(['sink']);
    disk.resolve();
    await vi.waitFor(() => expect(replies).toMatchObject([{ ackId: 0x0200, result: 0 }]));
  });

  it('answers with failure what could not be kept, so that the terminal sends it again', async () => {
    const { session, terminal, replies } = openAuthenticated(undefined, async () => { throw new Error('disk full'); });
    session.receive(terminal.batch([position], false));
    await vi.waitFor(() => expect(replies).toMatchObject([{ ackId: 0x0704, result: 1 }]));
  });

  it('outlives a sink that throws, and logs it once', () => {
    const { session, terminal, replies, logged, counters } = openAuthenticated(() => { throw new Error('full'); });
    session.receive(terminal.position(position));
    session.receive(terminal.position(position));
    expect(replies.map((reply) => reply.result)).toEqual([1, 1]);
    expect(logged.filter((message) => message === 'position could not be handed on')).toHaveLength(1);
    expect(counters.fixes).toMatchObject({ passed: 0, sinkFailed: 2 });
  });

  it('keeps positions of a terminal no unit carries to itself', () => {
    const { session, fixes, counters } = openSession(undefined, { ...registry, unitOf: () => undefined });
    const terminal = createTerminalEncoder(phone, '2013');
    session.receive(terminal.authenticate('AUTH0001'));
    session.receive(terminal.position(position));
    expect(fixes).toEqual([]);
    expect(counters.fixes.withoutUnit).toBe(1);
  });

  it('reads a batch that takes several frames, answering each of them', async () => {
    const { session, terminal, replies, fixes } = openAuthenticated();
    const many = Array.from({ length: 100 }, (_, index) => ({ ...position, at: now + index * 1_000 }));
    session.receive(terminal.batch(many, true));
    await vi.waitFor(() => expect(replies.map((reply) => reply.result)).toEqual([0, 0, 0]));
    expect(fixes.map((fix) => fix.at)).toEqual(many.map((item) => item.at));
  });

  it('holds no parts for a terminal that did not authenticate', () => {
    const { session, replies } = openSession();
    session.receive(createTerminalEncoder(phone, '2013').batch(Array.from({ length: 100 }, () => position), true));
    expect(replies.map((reply) => reply.result)).toEqual([1, 1, 1]);
  });
});

describe('bad frames', () => {
  it('are counted by reason, sampled once in the log, and change nothing', () => {
    const { session, terminal, replies, logged, counters } = openAuthenticated();
    const bad = Buffer.from('7e0200001c013957001234000a000000000000000301b986780715dd9c004200ea00b42603150930050e7e', 'hex');
    expect(session.receive(Buffer.concat([bad, bad, Buffer.from('7effff7e', 'hex')]))).toBe(3);
    session.receive(terminal.heartbeat());
    expect(counters.refused).toMatchObject({ checksum: 2, short: 1 });
    expect(logged).toEqual(['frame was refused', 'frame was refused']);
    expect(replies.map((reply) => reply.result)).toEqual([0]);
    expect(session.state).toBe('authenticated');
  });
});

describe('time', () => {
  it('closes a connection that did not authenticate within 30 s, whatever else it sent', () => {
    const { session, events } = openSession();
    const terminal = createTerminalEncoder(phone, '2013');
    vi.advanceTimersByTime(29_999);
    session.receive(terminal.heartbeat());
    expect(events).toEqual(['reply']);
    vi.advanceTimersByTime(1);
    expect(events).toEqual(['reply', 'close authTimeout']);
  });

  it('closes an authenticated one after three missed heartbeats and not before', () => {
    const { session, terminal, events } = openAuthenticated();
    vi.advanceTimersByTime(100_000);
    session.receive(terminal.heartbeat());
    vi.advanceTimersByTime(179_999);
    expect(events).toEqual(['reply']);
    vi.advanceTimersByTime(1);
    expect(events).toEqual(['reply', 'close idle']);
  });

  it('takes garbage for no sign of life', () => {
    const { session, events } = openAuthenticated();
    vi.advanceTimersByTime(170_000);
    session.receive(Buffer.from('7e00112233445566778899aabbccddeeff7e', 'hex'));
    vi.advanceTimersByTime(10_000);
    expect(events).toEqual(['close idle']);
  });

  it('runs no timer after the end', () => {
    const { session, events } = openAuthenticated();
    session.ended();
    vi.advanceTimersByTime(1_000_000);
    expect(events).toEqual([`offline ${phone}`]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('states', () => {
  it('goes from connected over registered to authenticated, and back at logout under a fresh deadline', () => {
    const { session, events } = openSession();
    const terminal = createTerminalEncoder(phone, '2013');
    const states = [session.state];
    for (const message of [terminal.register(registration), terminal.authenticate('AUTH0001'), terminal.logout()]) {
      session.receive(message);
      states.push(session.state);
    }
    expect(states).toEqual(['connected', 'registered', 'authenticated', 'connected']);
    vi.advanceTimersByTime(30_000);
    expect(events).toEqual(['reply', 'reply', `online ${phone}`, 'reply', `offline ${phone}`, 'close authTimeout']);
  });

  it('starts anew when an authenticated terminal registers again', () => {
    const { session, terminal, events, fixes } = openAuthenticated();
    session.receive(terminal.register(registration));
    session.receive(terminal.position(position));
    expect(session.state).toBe('registered');
    expect(fixes).toEqual([]);
    expect(events).toEqual(['reply', `offline ${phone}`, 'reply']);
  });
});
