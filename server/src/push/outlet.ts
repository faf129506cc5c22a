import type { Server } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@wangge/shared/wire';
import { shareFraming } from './shared-framing.ts';
import type { WireBytesOf } from './shared-framing.ts';

export type PushServer = Server<ClientToServer, ServerToClient>;

/** Sends to a room, or to one session by its socket's id. The same payload object is put into bytes once. */
export class Outlet {
  readonly #server: PushServer;
  readonly #bytesOf: WireBytesOf;

  constructor(server: PushServer) {
    this.#server = server;
    this.#bytesOf = shareFraming(server.of('/').adapter);
  }

  send<E extends keyof ServerToClient>(room: string, event: E, payload: Parameters<ServerToClient[E]>[0]): void {
    const target: { emit(event: string, payload: unknown): boolean } = this.#server.to(room);
    target.emit(event, payload);
  }

  /** Bytes one receiver was sent for a payload. */
  bytesOf(payload: object): number {
    return this.#bytesOf(payload);
  }
}
