import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { systemClock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { RawFix } from '../raw-fix.ts';
import { zeroCounters } from './counters.ts';
import { createReplyReader, createTerminalEncoder, type PlatformOrder, type PlatformReply } from './encode-terminal.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import { TerminalSession } from './terminal-session.ts';

const PHONE = '13957001234';
const NOW = Date.UTC(2026, 2, 15, 1, 30, 5);
const registry = { register: () => ({ result: 0 as const, authCode: 'A' }), authenticate: () => true, unitOf: () => asId<UnitId>('u1') };
const position = { lng: 118.8735, lat: 28.9358, at: NOW, speedKmh: 23.4 };

/** An authenticated terminal; `sent` are the frames it was sent since, as hex. */
function openTerminal(edition: '2013' | '2019' = '2013') {
  const [sent, orders, replies, fixes, counters] = [[] as string[], [] as PlatformOrder[], [] as PlatformReply[], [] as RawFix[], zeroCounters()];
  const reader = createReplyReader((reply) => void replies.push(reply), (order) => void orders.push(order));
  const session = new TerminalSession(
    { registry, outlet: new FixOutlet(registry, { accept: (fix) => void fixes.push(fix), kept: async () => undefined }, counters, silentLogger), clock: systemClock, log: silentLogger, limits: defaultLimits, counters },
    { send: (bytes) => { sent.push(Buffer.from(bytes).toString('hex')); reader.push(bytes); }, close: () => undefined, cameOnline: () => undefined, wentOffline: () => undefined, reported: () => undefined },
  );
  const terminal = createTerminalEncoder(PHONE, edition);
  session.receive(terminal.authenticate('A'));
  [sent.length, replies.length] = [0, 0];
  return { session, terminal, sent, orders, replies, fixes, counters };
}

beforeEach(() => { vi.useFakeTimers({ now: NOW }); });
afterEach(() => { vi.useRealTimers(); });

describe('[TM2] orders to a terminal, byte by byte', () => {
  it('0x8300 text: shown and spoken, urgent by bit 0 in 2013 and by the number 2 with a type in 2019', () => {
    const text = { kind: 'text', text: '去东村', isUrgent: true, isSpoken: true } as const;
    const old = openTerminal();
    void old.session.order(text);
    // Flags 0d: urgent, display, TTS; the text is GBK.
    expect(old.sent).toEqual(['7e8300000701395700123400010dc8a5b6abb4e5e07e']);
    expect(old.orders).toEqual([{ messageId: 0x8300, serial: 1, text: '去东村', isUrgent: true, isSpoken: true }]);
    const recent = openTerminal('2019');
    void recent.session.order(text);
    void recent.session.order({ ...text, isUrgent: false, isSpoken: false });
    expect(recent.sent[0]).toBe('7e83004008010000000001395700123400010e01c8a5b6abb4e5ac7e');
    expect(recent.orders[1]).toMatchObject({ serial: 2, isUrgent: false, isSpoken: false });
  });

  it('0x8201 and 0x8104 have no body, 0x8103 its items', () => {
    const { session, sent } = openTerminal();
    void session.order({ kind: 'locate' });
    void session.order({ kind: 'read-parameters' });
    void session.order({ kind: 'set-parameters', values: { reportS: 30, topSpeedKmh: 60 } });
    expect(sent).toEqual(['7e820100000139570012340001cb7e', '7e810400000139570012340002ce7e', '7e8103001301395700123400030200000029040000001e00000055040000003c877e']);
  });
});

describe('[TM3] what came of an order', () => {
  it('is what the terminal answers under its serial number, and nothing else', async () => {
    const { session, terminal, orders, replies } = openTerminal();
    const told = vi.fn();
    void session.order({ kind: 'text', text: '甲', isUrgent: false, isSpoken: true }).then(told);
    const serial = orders[0]?.serial ?? NaN;
    session.receive(terminal.reply({ ackSerial: serial + 1, ackId: 0x8300, result: 0 }));
    session.receive(terminal.reply({ ackSerial: serial, ackId: 0x8201, result: 0 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).not.toHaveBeenCalled();
    session.receive(terminal.reply({ ackSerial: serial, ackId: 0x8300, result: 0 }));
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledExactlyOnceWith({ kind: 'done' });
    expect(replies, 'an answer is not answered').toEqual([]);
  });

  it('is the terminal’s refusal with its number', async () => {
    const { session, terminal, orders } = openTerminal();
    const told = session.order({ kind: 'locate' });
    session.receive(terminal.reply({ ackSerial: orders[0]!.serial, ackId: 0x8201, result: 3 }));
    expect(await told).toEqual({ kind: 'refused', result: 3 });
  });

  it('of 0x8201 is the position of 0x0201, which also counts as one', async () => {
    const { session, terminal, orders, fixes, replies } = openTerminal();
    const told = session.order({ kind: 'locate' });
    session.receive(terminal.reply({ ackSerial: orders[0]!.serial, ackId: 0x8201, result: 0 }));
    session.receive(terminal.answerLocation(orders[0]!.serial, { ...position, isSos: true }));
    expect(await told).toEqual({ kind: 'fix', at: NOW, hasFix: true, lng: 118.8735, lat: 28.9358, speedKmh: 23.4 });
    expect(fixes).toMatchObject([{ unitId: 'u1', at: NOW, isSos: true, isCatchUp: false }]);
    expect(replies).toEqual([]);
  });

  it('of 0x8104 are the parameters of 0x0104', async () => {
    const { session, terminal, orders } = openTerminal('2019');
    const told = session.order({ kind: 'read-parameters' });
    session.receive(terminal.answerParameters(orders[0]!.serial, { heartbeatS: 60, reportS: 30 }));
    expect(await told).toEqual({ kind: 'parameters', values: { heartbeatS: 60, reportS: 30 } });
  });

  it('is silence after ten seconds, and offline when the terminal goes', async () => {
    const { session, terminal } = openTerminal();
    const silent = session.order({ kind: 'locate' });
    await vi.advanceTimersByTimeAsync(defaultLimits.answerWithinMs);
    expect(await silent).toEqual({ kind: 'silent' });
    const gone = session.order({ kind: 'locate' });
    session.receive(terminal.logout());
    expect(await gone).toEqual({ kind: 'offline' });
    expect(await session.order({ kind: 'locate' })).toEqual({ kind: 'offline' });
  });

  it('is not decided by answers that are cut short', async () => {
    const { session, terminal, orders, replies, counters } = openTerminal();
    const told = vi.fn();
    void session.order({ kind: 'read-parameters' }).then(told);
    const whole = terminal.answerParameters(orders[0]!.serial, { reportS: 30 });
    // One item too many stated: the count lies behind delimiter, header and serial number.
    const short = Uint8Array.from(whole);
    short[15] = 2;
    short[short.length - 2]! ^= 1 ^ 2;
    session.receive(short);
    await vi.advanceTimersByTimeAsync(0);
    expect(told).not.toHaveBeenCalled();
    expect(replies).toMatchObject([{ ackId: 0x0104, result: 2 }]);
    expect(counters.refused.body).toBe(1);
  });
});

describe('[TM4] recordings', () => {
  const head = { mediaId: 7, kind: 'image', format: 0, event: 2, channel: 1 } as const;

  it('0x0800 is answered and counted by kind', () => {
    const { session, terminal, replies, counters } = openTerminal();
    session.receive(terminal.mediaEvent(head));
    session.receive(terminal.mediaEvent({ ...head, kind: 'audio' }));
    expect(replies).toMatchObject([{ ackId: 0x0800, result: 0 }, { ackId: 0x0800, result: 0 }]);
    expect(counters.media.events).toEqual({ image: 1, audio: 1, video: 0, other: 0 });
  });

  it('0x0801 is answered with 0x8800 that wants nothing again, in one frame or in many, and none of it is held', () => {
    const { session, terminal, sent, orders, counters } = openTerminal();
    session.receive(terminal.mediaData(head, position, new Uint8Array(100)));
    expect(sent).toEqual(['7e88000004013957001234000100000007c37e']);
    session.receive(terminal.mediaData({ ...head, mediaId: 8 }, position, new Uint8Array(200_000)));
    expect(orders).toMatchObject([{ messageId: 0x8800, mediaId: 7, missing: [] }, { messageId: 0x8800, mediaId: 8, missing: [] }]);
    expect(counters.media).toMatchObject({ uploads: { image: 2 }, bytes: 36 + 100 + 36 + 200_000 });
    expect(counters.refused.subPackage).toBe(0);
  });

  it('names the parts of a recording that did not come, and is content once they do', () => {
    const { session, terminal, orders } = openTerminal();
    const wire = Buffer.from(terminal.mediaData(head, position, new Uint8Array(4_000).fill(0x55)));
    const frames = wire.toString('hex').split('7e7e').map((hex) => Buffer.from(`7e${hex.replace(/^7e|7e$/g, '')}7e`, 'hex'));
    expect(frames).toHaveLength(4);
    for (const index of [0, 2, 3]) session.receive(frames[index]!);
    expect(orders).toMatchObject([{ mediaId: 7, missing: [2] }]);
    session.receive(frames[1]!);
    expect(orders.at(-1)).toMatchObject({ mediaId: 7, missing: [] });
  });
});
