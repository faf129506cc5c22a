import { connect } from 'node:net';
import { createReplyReader, createTerminalEncoder, type PlatformOrder, type PlatformReply, type TerminalEncoder } from '@wangge/server/ingest/jt808';

const GENERAL_REPLY = 0x8001;
const REGISTER_REPLY = 0x8100;

/** A vehicle terminal on the line: registered, admitted, ready to tell positions. */
export interface TerminalLine {
  /** The code it was admitted with (鉴权码). */
  readonly code: string;
  /** Tells one position; resolves when the platform has answered it. */
  tell(position: Parameters<TerminalEncoder['position']>[0]): Promise<void>;
  /** What the platform ordered so far. */
  readonly orders: readonly PlatformOrder[];
  /** Says something that is not answered. */
  say(message: (encoder: TerminalEncoder) => Uint8Array): void;
  hangUp(): void;
}

/** Connects a JT/T 808-2013 terminal to a platform at `host:port`; with a `code` it authenticates without registering. */
export async function openTerminal(address: string, phone: string, code?: string): Promise<TerminalLine> {
  const [host, port] = address.split(':');
  const socket = connect({ host: host ?? '127.0.0.1', port: Number(port), noDelay: true });
  const encoder = createTerminalEncoder(phone, '2013');
  let answered: ((reply: PlatformReply) => void) | null = null;
  let broke: (why: Error) => void = () => {};
  socket.once('close', () => broke(new Error('the line broke')));
  const orders: PlatformOrder[] = [];
  const reader = createReplyReader((reply) => answered?.(reply), (order) => void orders.push(order));
  socket.on('data', (chunk: Buffer) => reader.push(chunk));

  function ask(bytes: Uint8Array, messageId: number): Promise<PlatformReply> {
    const { promise, resolve, reject } = Promise.withResolvers<PlatformReply>();
    answered = (reply) => { if (reply.messageId === messageId) resolve(reply); };
    broke = reject;
    socket.write(bytes);
    return promise;
  }

  async function register(): Promise<string> {
    const registered = await ask(encoder.register({ provinceId: 0, countyId: 0, makerId: 'TEST', model: 'T', terminalId: '1', plateColour: 0, plate: 'T' }), REGISTER_REPLY);
    if (!('authCode' in registered) || registered.authCode === undefined) throw new Error('the terminal was not registered');
    return registered.authCode;
  }

  const own = code ?? (await register());
  const admitted = await ask(encoder.authenticate(own), GENERAL_REPLY);
  if (admitted.result !== 0) throw new Error(`the terminal was not admitted: ${admitted.result}`);
  return {
    code: own, orders,
    say: (message) => void socket.write(message(encoder)),
    tell: async (position) => void (await ask(encoder.position(position), GENERAL_REPLY)),
    hangUp: () => socket.destroy(),
  };
}
