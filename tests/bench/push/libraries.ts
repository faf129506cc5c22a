import type { Server as HttpServer } from 'node:http';
import type { Socket } from 'node:net';
import { createRequire } from 'node:module';

/** The parts of Socket.IO that the naive ways use. */
export interface PlainServer {
  emit(event: string, payload: unknown): boolean;
}

/** The parts of `ws` that are used: a server with sockets, and a client. */
export interface PlainWebSocket {
  readonly _socket: Socket;
  readonly _sender: { sendFrame(parts: readonly Uint8Array[], done: () => void): void };
  send(text: string): void;
  close(): void;
  on(event: 'open' | 'close', listener: () => void): void;
  on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

interface WsLibrary {
  new (url: string, options: object): PlainWebSocket;
  readonly WebSocketServer: new (options: object) => { readonly clients: Iterable<PlainWebSocket> };
}

// The very copies the product runs on, so that the ways differ in nothing but what is compared.
const fromServer = createRequire(import.meta.resolve('@wangge/server/app').replace(/src\/app\.ts$/, 'package.json'));
const fromSocketIo = createRequire(fromServer.resolve('socket.io'));
const fromEngineIo = createRequire(fromSocketIo.resolve('engine.io'));

export const ws = fromEngineIo('ws') as WsLibrary;

/** Socket.IO as most people set it up, with WebSocket as the only transport and no compression, as ours. */
export function createPlainServer(httpServer: HttpServer): PlainServer {
  const { Server } = fromServer('socket.io') as { Server: new (server: HttpServer, options: object) => PlainServer };
  return new Server(httpServer, { transports: ['websocket'], perMessageDeflate: false });
}
