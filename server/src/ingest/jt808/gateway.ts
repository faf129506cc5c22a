import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { PositionSink } from '../raw-fix.ts';
import { zeroCounters } from './counters.ts';
import type { CloseReason, Jt808Counters } from './counters.ts';
import { FixOutlet } from './fix-outlet.ts';
import { defaultLimits } from './limits.ts';
import type { Jt808Limits } from './limits.ts';
import type { TerminalRegistry } from './ports.ts';
import { RateCeiling } from './rate-ceiling.ts';
import { TerminalSession } from './terminal-session.ts';
import type { SessionContext } from './terminal-session.ts';

export type Jt808GatewayOptions = {
  readonly registry: TerminalRegistry;
  readonly sink: PositionSink;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits?: Partial<Jt808Limits>;
};

export type Jt808Gateway = {
  /** Resolves with the bound address; rejects when the port can't be had. Port 0 takes a free one. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes no more connections, ends those there are, and resolves when all are gone. */
  close(): Promise<void>;
  readonly counters: Readonly<Jt808Counters>;
};

/** 部标网关: takes vehicle terminals' connections by JT/T 808 (2011, 2013, 2019) over TCP and hands on their positions. */
export function createJt808Gateway(options: Jt808GatewayOptions): Jt808Gateway {
  const { registry, sink, clock, log } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const counters = zeroCounters();
  const context: SessionContext = { registry, outlet: new FixOutlet(registry, sink, counters, log), clock, log, limits, counters };
  const closers = new Set<(reason: CloseReason) => void>();
  const closerByPhone = new Map<string, (reason: CloseReason) => void>();
  const connectionsByAddress = new Map<string, number>();
  const server = createServer({ noDelay: true }, admit);

  function admit(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const fromAddress = connectionsByAddress.get(address) ?? 0;
    if (fromAddress >= limits.connectionsPerAddress || closers.size >= limits.connections) {
      counters.sessions.turnedAway += 1;
      socket.destroy();
      return;
    }
    connectionsByAddress.set(address, fromAddress + 1);
    socket.once('close', () => leaveAddress(address));
    converse(socket, address);
  }

  function leaveAddress(address: string): void {
    const left = (connectionsByAddress.get(address) ?? 1) - 1;
    if (left > 0) connectionsByAddress.set(address, left);
    else connectionsByAddress.delete(address);
  }

  function converse(socket: Socket, address: string): void {
    const frameCeiling = new RateCeiling(limits.framesPerSecond, clock.now());
    const byteCeiling = new RateCeiling(limits.bytesPerSecond, clock.now());
    let cancelPause: () => void = () => undefined;

    const session = new TerminalSession(context, {
      send: (bytes) => {
        if (!socket.destroyed) socket.write(bytes);
      },
      close,
      cameOnline,
      wentOffline,
    });
    closers.add(close);
    counters.sessions.opened += 1;
    counters.sessions.open += 1;
    socket.on('data', read);
    socket.on('error', (error) => log.info({ address, error: error.message }, 'terminal connection broke'));
    socket.once('close', () => close('peer'));

    function read(chunk: Buffer): void {
      socket.cork();
      try {
        const frameCount = session.receive(chunk);
        if (closers.has(close)) slowDown(frameCount, chunk.length);
      } catch (error) {
        log.error({ address, err: error }, 'terminal session failed');
        close('fault');
      }
      socket.uncork();
      if (socket.writableLength > limits.maxUnsentBytes) close('slowReader');
    }

    function slowDown(frameCount: number, byteCount: number): void {
      const now = clock.now();
      const pauseMs = Math.max(frameCeiling.spend(frameCount, now), byteCeiling.spend(byteCount, now));
      if (pauseMs === 0) return;
      counters.sessions.throttled += 1;
      socket.pause();
      cancelPause = clock.after(pauseMs, () => socket.resume());
    }

    function close(reason: CloseReason): void {
      if (!closers.delete(close)) return;
      counters.sessions.open -= 1;
      counters.closed[reason] += 1;
      cancelPause();
      session.ended();
      socket.destroy();
    }

    function cameOnline(phone: string): void {
      const previous = closerByPhone.get(phone);
      closerByPhone.set(phone, close);
      counters.sessions.online = closerByPhone.size;
      log.info({ terminal: phone, address }, 'terminal is online');
      if (previous === undefined || previous === close) return;
      counters.sessions.replaced += 1;
      log.warn({ terminal: phone, address }, 'terminal connected twice, the newer connection stays');
      previous('replaced');
    }

    function wentOffline(phone: string): void {
      if (closerByPhone.get(phone) !== close) return;
      closerByPhone.delete(phone);
      counters.sessions.online = closerByPhone.size;
      log.info({ terminal: phone, address }, 'terminal is offline');
    }
  }

  function listen(port: number, host: string): Promise<AddressInfo> {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.removeListener('error', reject);
        server.on('error', (error) => log.error({ err: error }, 'JT/T 808 port failed'));
        resolve(server.address() as AddressInfo);
      });
    });
  }

  function close(): Promise<void> {
    return new Promise((resolve) => {
      server.close(() => resolve());
      for (const closeSession of [...closers]) closeSession('shutdown');
    });
  }

  return { listen, close, counters };
}
