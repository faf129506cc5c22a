import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { RateCeiling } from './rate-ceiling.ts';
import type { SessionContext } from './session-context.ts';
import type { SessionDesk } from './session-desk.ts';

export type TerminalDoor = {
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes nobody in any more; resolves when the last connection is gone. */
  close(): Promise<void>;
};

/** Terminals over TCP: one connection, one conversation. Above its ceiling a connection is read more slowly; nothing is dropped. */
export function createTcpDoor(desk: SessionDesk, { clock, log, limits, counters }: SessionContext): TerminalDoor {
  const server = createServer({ noDelay: true }, converse);

  function converse(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const frameCeiling = new RateCeiling(limits.framesPerSecond, clock.now());
    const byteCeiling = new RateCeiling(limits.bytesPerSecond, clock.now());
    let cancelPause: () => void = () => undefined;
    const conversation = desk.admit(address, {
      carrier: 'tcp', address,
      send: (bytes) => {
        if (!socket.destroyed) socket.write(bytes);
      },
      drop: () => {
        cancelPause();
        socket.destroy();
      },
    });
    socket.on('error', (error) => log.info({ address, error: error.message }, 'terminal connection broke'));
    if (conversation === undefined) return void socket.destroy();
    const { receive, close, isOver } = conversation;
    socket.on('data', read);
    socket.once('close', () => close('peer'));

    function read(chunk: Buffer): void {
      socket.cork();
      const frameCount = receive(chunk);
      if (!isOver()) slowDown(frameCount, chunk.length);
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
  }

  return {
    listen: (port, host) => new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        server.removeListener('error', reject);
        server.on('error', (error) => log.error({ err: error }, 'JT/T 808 port failed'));
        resolve(server.address() as AddressInfo);
      });
    }),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
    }),
  };
}
