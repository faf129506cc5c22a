import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { asId } from '@wangge/shared/base';
import type { UnitId } from '@wangge/shared/base';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import type { Clock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createGatedSink } from '../gated-sink.ts';
import { createAllowListRegistry } from './allow-list-registry.ts';
import { createReplyReader, createTerminalEncoder } from './encode-terminal.ts';
import type { PlatformReply, TerminalEncoder } from './encode-terminal.ts';
import { createJt808Gateway } from './gateway.ts';
import type { Jt808Gateway } from './gateway.ts';
import type { Jt808Limits } from './limits.ts';

const now = Date.UTC(2026, 2, 15, 1, 30);
const phone = '13957001234';
const unitId = asId<UnitId>('u1');
const position = { lng: 120.54, lat: 31.79, at: now, speedKmh: 30, headingDeg: 90 };
const registration = { provinceId: 32, countyId: 281, makerId: '70111', model: 'M-1', terminalId: 'T000001', plateColour: 2, plate: '苏B12345' };

type Passed = { secondsAgo: number; verdict: string };
type Running = { gateway: Jt808Gateway; address: AddressInfo; passed: Passed[]; logged: string[] };

const toClose: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function start(limits: Partial<Jt808Limits> = {}, after: Clock['after'] = systemClock.after): Promise<Running> {
  const passed: Passed[] = [];
  const logged: string[] = [];
  const newest = new Map<UnitId, number>();
  const write = (_fields: object, message: string): void => { logged.push(message); };
  const log = { info: write, warn: write, error: write };
  const sink = createGatedSink({
    kept: async () => undefined,
    clock: { now: () => now },
    newestAtOf: (unit) => newest.get(unit),
    isDelivered: () => true,
    deliver: (fix, verdict) => {
      passed.push({ secondsAgo: (now - fix.at) / 1_000, verdict });
      if (verdict === 'live') newest.set(fix.unitId, fix.at);
    },
    log,
  });
  const registry = createAllowListRegistry([{ phone, unitId }], () => 'AUTH0001');
  const gateway = createJt808Gateway({ registry, sink, clock: { ...systemClock, now: () => now, after }, log, limits });
  const address = await gateway.listen(0, '127.0.0.1');
  toClose.push(() => gateway.close());
  return { gateway, address, passed, logged };
}

type Client = { socket: Socket; replies: PlatformReply[]; ask(message: Uint8Array): Promise<PlatformReply>; isClosed(): boolean };

async function open(address: AddressInfo): Promise<Client> {
  const socket = connect(address.port, address.address);
  toClose.push(() => { socket.destroy(); });
  const replies: PlatformReply[] = [];
  let isClosed = false;
  const reader = createReplyReader((reply) => replies.push(reply));
  socket.on('data', (chunk) => reader.push(chunk));
  socket.on('error', () => undefined);
  socket.on('close', () => { isClosed = true; });
  await vi.waitFor(() => expect(socket.readyState).toBe('open'));

  async function ask(message: Uint8Array): Promise<PlatformReply> {
    const before = replies.length;
    socket.write(message);
    await vi.waitFor(() => expect(replies.length).toBeGreaterThan(before));
    return replies[before] as PlatformReply;
  }

  return { socket, replies, ask, isClosed: () => isClosed };
}

async function signIn(client: Client): Promise<TerminalEncoder> {
  const terminal = createTerminalEncoder(phone, '2013');
  await client.ask(terminal.register(registration));
  await client.ask(terminal.authenticate('AUTH0001'));
  return terminal;
}

describe('JT/T 808 over TCP', () => {
  it.each(['2011', '2013', '2019'] as const)('lets a %s terminal register, authenticate, report, catch up and leave', async (edition) => {
    const { gateway, address, passed } = await start();
    const client = await open(address);
    const terminal = createTerminalEncoder(phone, edition, 65_534);

    expect(await client.ask(terminal.register(registration))).toEqual({ messageId: 0x8100, serial: 0, ackSerial: 65_534, result: 0, authCode: 'AUTH0001' });
    expect(await client.ask(terminal.authenticate('AUTH0001'))).toEqual({ messageId: 0x8001, serial: 1, ackSerial: 65_535, ackId: 0x0102, result: 0 });
    expect(await client.ask(terminal.position(position))).toEqual({ messageId: 0x8001, serial: 2, ackSerial: 0, ackId: 0x0200, result: 0 });
    expect(await client.ask(terminal.batch([{ ...position, at: now - 60_000 }, { ...position, at: now - 30_000 }], true))).toMatchObject({ ackId: 0x0704, result: 0 });
    expect(await client.ask(terminal.position({ ...position, lng: 0, lat: 0, hasFix: false, at: now + 1_000 }))).toMatchObject({ ackId: 0x0200, result: 0 });
    expect(await client.ask(terminal.heartbeat())).toMatchObject({ ackId: 0x0002, result: 0 });
    expect(gateway.counters.sessions.online).toBe(1);
    expect(await client.ask(terminal.logout())).toMatchObject({ ackId: 0x0003, result: 0 });

    expect(passed).toEqual([
      { secondsAgo: 0, verdict: 'live' },
      { secondsAgo: 60, verdict: 'track-only' },
      { secondsAgo: 30, verdict: 'track-only' },
    ]);
    expect(gateway.counters.frames).toEqual({ '0x0100': 1, '0x0102': 1, '0x0200': 2, '0x0704': 1, '0x0002': 1, '0x0003': 1 });
    expect(gateway.counters.sessions).toMatchObject({ open: 1, online: 0, opened: 1 });
    expect(Object.values(gateway.counters.refused).every((count) => count === 0)).toBe(true);
  });

  it('refuses the positions of a terminal that did not authenticate', async () => {
    const { gateway, address, passed } = await start();
    const client = await open(address);
    expect(await client.ask(createTerminalEncoder(phone, '2013').position(position))).toMatchObject({ result: 1 });
    expect(passed).toEqual([]);
    expect(gateway.counters.fixes.unauthenticated).toBe(1);
  });

  it('answers a terminal that is not on the list with 4', async () => {
    const { address } = await start();
    const client = await open(address);
    expect(await client.ask(createTerminalEncoder('13957009999', '2019').register(registration))).toMatchObject({ messageId: 0x8100, result: 4 });
  });

  it('keeps the newer of two connections of one terminal', async () => {
    const { gateway, address, passed, logged } = await start();
    const first = await open(address);
    await signIn(first);
    const second = await open(address);
    const terminal = await signIn(second);
    await vi.waitFor(() => expect(first.isClosed()).toBe(true));

    expect(await second.ask(terminal.position(position))).toMatchObject({ result: 0 });
    expect(passed).toHaveLength(1);
    expect(gateway.counters.sessions).toMatchObject({ open: 1, online: 1, replaced: 1 });
    expect(gateway.counters.closed.replaced).toBe(1);
    expect(logged).toContain('terminal connected twice, the newer connection stays');
    expect(logged).not.toContain('terminal is offline');
  });

  it('keeps the connection through garbage, broken frames and every cut', async () => {
    const { gateway, address } = await start();
    const client = await open(address);
    const terminal = await signIn(client);
    const heartbeat = terminal.heartbeat();
    const broken = Uint8Array.from(heartbeat);
    broken[5] = (broken[5] as number) ^ 1;
    client.socket.write(Buffer.concat([Buffer.from('not a frame'), broken, Buffer.alloc(3_000, 0x55)]));
    expect(await client.ask(heartbeat)).toMatchObject({ ackId: 0x0002, result: 0 });
    for (const byte of terminal.position(position)) client.socket.write(Uint8Array.of(byte));
    await vi.waitFor(() => expect(client.replies.at(-1)).toMatchObject({ ackId: 0x0200, result: 0 }));
    expect(gateway.counters.refused).toMatchObject({ checksum: 1, oversize: 1 });
    expect(client.isClosed()).toBe(false);
  });

  it('turns away more connections from one address than it may', async () => {
    const { gateway, address } = await start({ connectionsPerAddress: 1 });
    const first = await open(address);
    const second = connect(address.port, address.address);
    await new Promise((resolve) => second.once('close', resolve));
    expect(gateway.counters.sessions.turnedAway).toBe(1);

    first.socket.destroy();
    await vi.waitFor(() => expect(gateway.counters.sessions.open).toBe(0));
    const third = await open(address);
    expect(await third.ask(createTerminalEncoder(phone, '2013').heartbeat())).toMatchObject({ result: 1 });
  });

  it('reads a terminal above its ceiling more slowly and loses nothing', async () => {
    const pauses: { ms: number; resume: () => void }[] = [];
    const { gateway, address } = await start({ framesPerSecond: 4 }, (ms, resume) => {
      if (ms <= 2_000) pauses.push({ ms, resume });
      return () => undefined;
    });
    const client = await open(address);
    const terminal = await signIn(client);
    client.socket.write(Buffer.concat(Array.from({ length: 6 }, () => terminal.heartbeat())));
    await vi.waitFor(() => expect(client.replies).toHaveLength(8));
    expect(pauses.map((pause) => pause.ms)).toEqual([1_000]);
    expect(gateway.counters.sessions.throttled).toBe(1);

    client.socket.write(terminal.heartbeat());
    pauses[0]?.resume();
    await vi.waitFor(() => expect(client.replies).toHaveLength(9));
  });

  it('closes a terminal that reads no answers before they fill the memory', async () => {
    const { gateway, address } = await start({ maxUnsentBytes: 100, framesPerSecond: 1e9, bytesPerSecond: 1e9 });
    const client = await open(address);
    client.socket.pause();
    const terminal = createTerminalEncoder(phone, '2013');
    const many = Buffer.concat(Array.from({ length: 1_000 }, () => terminal.heartbeat()));
    const flood = (): void => {
      if (!client.socket.destroyed) client.socket.write(many, () => setImmediate(flood));
    };
    flood();
    await vi.waitFor(() => expect(gateway.counters.closed.slowReader).toBe(1), { timeout: 10_000 });
  }, 15_000);

  it('closes what did not authenticate in time', async () => {
    const timers: (() => void)[] = [];
    const { gateway, address } = await start({}, (ms, fn) => {
      if (ms === 30_000) timers.push(fn);
      return () => undefined;
    });
    const client = await open(address);
    await vi.waitFor(() => expect(timers).toHaveLength(1));
    timers[0]?.();
    await vi.waitFor(() => expect(client.isClosed()).toBe(true));
    expect(gateway.counters.closed.authTimeout).toBe(1);
  });

  it('ends every connection when it closes, and says no to a port that is taken', async () => {
    const { gateway, address } = await start();
    const client = await open(address);
    const other = createJt808Gateway({
      registry: createAllowListRegistry([], () => ''), sink: { accept: () => undefined, kept: async () => undefined }, clock: systemClock, log: silentLogger,
    });
    await expect(other.listen(address.port, address.address)).rejects.toThrow('EADDRINUSE');
    await gateway.close();
    await vi.waitFor(() => expect(client.isClosed()).toBe(true));
    expect(gateway.counters.closed.shutdown).toBe(1);
    expect(gateway.counters.sessions.open).toBe(0);
  });
});
