import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asId, type UnitId } from '@wangge/shared/base';
import { systemClock } from '../../platform/clock.ts';
import { silentLogger } from '../../platform/logger.ts';
import type { RawFix } from '../raw-fix.ts';
import { createAllowListRegistry } from './allow-list-registry.ts';
import { createReplyReader, createTerminalEncoder, type PlatformOrder, type PlatformReply } from './encode-terminal.ts';
import { createJt808Gateway } from './gateway.ts';
import type { Jt808Limits } from './limits.ts';

const PHONE = '13957001234';
const position = { lng: 120.54, lat: 31.79, at: Date.UTC(2026, 2, 15, 1, 30), speedKmh: 30 };
const registration = { provinceId: 32, countyId: 281, makerId: '70111', model: 'M-1', terminalId: 'T000001', plateColour: 2, plate: '苏B12345' };

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

async function start(limits: Partial<Jt808Limits> = {}, after = systemClock.after) {
  const fixes: RawFix[] = [];
  const registry = createAllowListRegistry([{ phone: PHONE, unitId: asId<UnitId>('u1') }], () => 'AUTH0001');
  const gateway = createJt808Gateway({ registry, sink: { accept: (fix) => void fixes.push(fix), kept: async () => undefined }, clock: { ...systemClock, after }, log: silentLogger, limits });
  const address = await gateway.listen(0, '127.0.0.1');
  toClose.push(() => gateway.close());
  return { gateway, address, fixes };
}

/** A terminal that speaks in datagrams: each message is one, or what the caller makes of it. */
async function dial({ port, address }: AddressInfo) {
  const socket: Socket = createSocket('udp4');
  const [replies, orders] = [[] as PlatformReply[], [] as PlatformOrder[]];
  const reader = createReplyReader((reply) => void replies.push(reply), (order) => void orders.push(order));
  socket.on('message', (bytes) => reader.push(bytes));
  await new Promise<void>((resolve) => socket.connect(port, address, resolve));
  toClose.push(() => socket.close());
  async function ask(datagram: Uint8Array): Promise<PlatformReply> {
    const before = replies.length;
    socket.send(datagram);
    await vi.waitFor(() => expect(replies.length).toBeGreaterThan(before));
    return replies[before]!;
  }
  async function signIn() {
    const terminal = createTerminalEncoder(PHONE, '2013');
    await ask(terminal.register(registration));
    expect(await ask(terminal.authenticate('AUTH0001'))).toMatchObject({ result: 0 });
    return terminal;
  }
  return { socket, replies, orders, ask, signIn };
}

describe('[TM5] JT/T 808 over UDP, on the port of TCP and by the same rules', () => {
  it('lets a terminal register, authenticate, report and hear an order', async () => {
    const { gateway, address, fixes } = await start();
    const client = await dial(address);
    const terminal = await client.signIn();
    expect(await client.ask(terminal.position(position))).toMatchObject({ ackId: 0x0200, result: 0 });
    expect(fixes).toMatchObject([{ unitId: 'u1', lng: 120.54 }]);
    expect(gateway.terminals.lines()).toMatchObject([{ phone: PHONE, carrier: 'udp', hasLeft: false }]);

    const told = gateway.terminals.order(PHONE, { kind: 'text', text: '去东村', isUrgent: false, isSpoken: true });
    await vi.waitFor(() => expect(client.orders).toMatchObject([{ text: '去东村' }]));
    client.socket.send(terminal.reply({ ackSerial: client.orders[0]!.serial, ackId: 0x8300, result: 0 }));
    expect(await told).toEqual({ kind: 'done' });
  });

  it('refuses who did not authenticate, and forgets them after their time', async () => {
    const timers: (() => void)[] = [];
    const { gateway, address, fixes } = await start({}, (ms, fn) => {
      if (ms === 30_000) timers.push(fn);
      return () => undefined;
    });
    const client = await dial(address);
    expect(await client.ask(createTerminalEncoder(PHONE, '2013').position(position))).toMatchObject({ result: 1 });
    expect(fixes).toEqual([]);
    timers[0]?.();
    expect(gateway.counters.sessions.open).toBe(0);
    expect(gateway.counters.closed.authTimeout).toBe(1);
  });

  it('does not let what one datagram left unfinished run into the next', async () => {
    const { gateway, address } = await start();
    const client = await dial(address);
    const terminal = await client.signIn();
    const heartbeat = terminal.heartbeat();
    client.socket.send(heartbeat.subarray(0, 9));
    client.socket.send(Buffer.from('no frame at all'));
    expect(await client.ask(heartbeat)).toMatchObject({ ackId: 0x0002, result: 0 });
    expect(await client.ask(Buffer.concat([terminal.heartbeat(), terminal.heartbeat()]))).toMatchObject({ ackId: 0x0002 });
    await vi.waitFor(() => expect(client.replies).toHaveLength(5));
    expect(gateway.counters.refused.short).toBe(1);
    expect(gateway.counters.skippedBytes).toBe('no frame at all'.length);
  });

  it('takes the newer of two for the terminal, whatever carries them', async () => {
    const { gateway, address } = await start();
    const first = await dial(address);
    const former = await first.signIn();
    const second = await dial(address);
    await second.signIn();
    expect(gateway.counters.sessions).toMatchObject({ open: 1, online: 1, replaced: 1 });
    expect(gateway.terminals.lines()).toMatchObject([{ phone: PHONE, doubles: 1, doubledAt: expect.any(Number) }]);
    expect(await first.ask(former.position(position)), 'the older has to authenticate again').toMatchObject({ result: 1 });
  });

  it('drops and counts what comes above the ceiling', async () => {
    const { gateway, address } = await start({ framesPerSecond: 4 });
    const client = await dial(address);
    const terminal = await client.signIn();
    for (let n = 0; n < 50; n += 1) client.socket.send(terminal.heartbeat());
    await vi.waitFor(() => expect(gateway.counters.sessions.throttled).toBeGreaterThan(30));
    expect(client.replies.length).toBeLessThan(20);
  });
});
