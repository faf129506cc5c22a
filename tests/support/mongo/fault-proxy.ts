import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/**
 * What befalls the next request that writes a commit, an audit entry or a track: its answer is lost; it is lost itself; it is
 * lost to the client, whose connection breaks, and reaches the server only later.
 */
export type Fault = 'answer lost' | 'request lost' | { readonly arrivesAfterMs: number };

/** A wire between driver and server that a test can cut. */
export interface FaultProxy {
  /** The address of a database behind the wire. */
  through(url: string): string;
  /** Lets this befall the next write, once. */
  befall(fault: Fault): void;
  /** Faults that came to pass. */
  readonly count: number;
  /** Takes no connections and cuts those there are, until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

const isWrite = (chunk: Buffer): boolean => (chunk.includes('insert\0') && (chunk.includes('commits\0') || chunk.includes('audit\0'))) || (chunk.includes('update\0') && chunk.includes('tracks\0'));

/** Starts a wire to the server on this port of the machine. */
export async function startFaultProxy(port: number): Promise<FaultProxy> {
  const sockets = new Set<Socket>();
  const timers = new Set<NodeJS.Timeout>();
  let next: Fault | undefined;
  let [count, isCut] = [0, false];

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
  }

  function strike(fault: Fault, chunk: Buffer, client: Socket, server: Socket): void {
    count += 1;
    if (fault === 'request lost') {
      client.destroy();
      server.destroy();
      return;
    }
    client.unpipe();
    server.removeAllListeners('data').once('data', () => {
      server.destroy();
      client.destroy();
    });
    if (fault === 'answer lost') return void server.write(chunk);
    client.destroy();
    timers.add(setTimeout(() => server.write(chunk), fault.arrivesAfterMs));
  }

  const wire = createServer((client) => {
    if (isCut) return void client.destroy();
    const server = connect(port, '127.0.0.1');
    let isStruck = false;
    keep(client);
    keep(server);
    client.on('data', (chunk: Buffer) => {
      if (next === undefined || !isWrite(chunk)) return void server.write(chunk);
      const fault = next;
      next = undefined;
      isStruck = true;
      strike(fault, chunk, client, server);
    });
    client.on('close', () => isStruck || server.destroy());
    server.on('data', (chunk: Buffer) => client.write(chunk));
    server.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const wirePort = (wire.address() as AddressInfo).port;

  function cut(): void {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  }

  return {
    through: (url) => url.replace(`:${port}/`, `:${wirePort}/`),
    befall: (fault) => void (next = fault),
    get count() {
      return count;
    },
    cut,
    mend: () => void (isCut = false),
    async close() {
      for (const timer of timers) clearTimeout(timer);
      cut();
      await new Promise((resolve) => wire.close(resolve));
    },
  };
}
