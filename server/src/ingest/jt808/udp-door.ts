import { createSocket, type RemoteInfo } from 'node:dgram';
import { isIPv6, type AddressInfo } from 'node:net';
import { delimiter } from './frame-splitter.ts';
import { RateCeiling } from './rate-ceiling.ts';
import type { SessionContext } from './session-context.ts';
import type { Conversation, SessionDesk } from './session-desk.ts';
import type { TerminalDoor } from './tcp-door.ts';

type Sender = { readonly conversation: Conversation; readonly frames: RateCeiling; readonly bytes: RateCeiling };

/**
 * Terminals over UDP (JT/T 808-2013 §4.1): one address and port, one conversation, under the same rules as over TCP. What comes
 * above the ceiling is dropped and counted: nothing can be read more slowly here, and a terminal sends again what was not answered.
 */
export function createUdpDoor(desk: SessionDesk, { clock, log, limits, counters }: SessionContext): TerminalDoor {
  let socket: ReturnType<typeof createSocket> | undefined;
  const senders = new Map<string, Sender>();

  function senderOf({ address, port }: RemoteInfo): Sender | undefined {
    const key = `${address} ${port}`;
    const known = senders.get(key);
    if (known !== undefined) return known;
    const conversation = desk.admit(address, {
      carrier: 'udp', address,
      send: (bytes) => socket?.send(bytes, port, address),
      drop: () => void senders.delete(key),
    });
    if (conversation === undefined) return undefined;
    const sender = { conversation, frames: new RateCeiling(limits.framesPerSecond, clock.now()), bytes: new RateCeiling(limits.bytesPerSecond, clock.now()) };
    senders.set(key, sender);
    return sender;
  }

  function read(datagram: Buffer, from: RemoteInfo): void {
    // A datagram holds whole frames: its first byte ends whatever one before it left unfinished.
    if (datagram[0] !== delimiter) {
      counters.skippedBytes += datagram.length;
      return;
    }
    const sender = senderOf(from);
    if (sender === undefined) return;
    const now = clock.now();
    if (sender.bytes.spend(datagram.length, now) > 0 || sender.frames.spend(1, now) > 0) {
      counters.sessions.throttled += 1;
      return;
    }
    const more = sender.conversation.receive(datagram) - 1;
    if (more > 0) sender.frames.spend(more, now);
  }

  return {
    listen: (port, host) => new Promise((resolve, reject) => {
      const bound = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
      bound.once('error', reject);
      bound.bind(port, host, () => {
        bound.removeListener('error', reject);
        bound.on('error', (error) => log.error({ err: error }, 'JT/T 808 UDP port failed'));
        bound.on('message', read);
        socket = bound;
        resolve(bound.address() as AddressInfo);
      });
    }),
    close: () => new Promise((resolve) => {
      if (socket === undefined) return resolve();
      socket.close(() => resolve());
      socket = undefined;
    }),
  };
}
