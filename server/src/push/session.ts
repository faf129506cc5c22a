import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient } from '@wangge/shared/wire';
import { audienceKey } from './audience-key.ts';
import { FrameCredits } from './frame-credits.ts';
import type { Audience } from './operations-source.ts';

export type PushSocket = Socket<ClientToServer, ServerToClient>;

/**
 * One connected surface. `rowSeq` and `frameTick` say what it was last sent while it was in step with the others; null: it
 * has not begun.
 */
export class Session {
  readonly socket: PushSocket;
  readonly audience: Audience;
  readonly key: string;
  readonly credits = new FrameCredits();
  rowSeq: number | null = null;
  isInStepWithRows = false;
  frameTick: number | null = null;
  isInStepWithFrames = false;

  constructor(socket: PushSocket, audience: Audience) {
    this.socket = socket;
    this.audience = audience;
    this.key = audienceKey(audience);
  }

  /** Bytes handed to the socket that the system has not taken yet. */
  get waitingBytes(): number {
    const { socket } = this.socket.conn.transport as unknown as { readonly socket?: { readonly bufferedAmount: number } };
    return socket?.bufferedAmount ?? 0;
  }

  /** Whether what is sent now leaves at once: nothing waits in the process, and the client keeps up. */
  get isReady(): boolean {
    return this.socket.conn.transport.writable && !this.credits.isExhausted;
  }
}
