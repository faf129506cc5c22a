import { connect, type Socket } from 'node:net';
import { createReplyReader, createTerminalEncoder, type PlatformReply, type TerminalEncoder } from '@wangge/server/ingest/jt808';
import type { Promises } from './promises.ts';

const GENERAL_REPLY = 0x8001;
const REGISTER_REPLY = 0x8100;
const LOCATION = 0x0200;
const ANSWER_WITHIN_MS = 3_000;
const PAUSE_MS = 40;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * A vehicle terminal as the standard has it: it keeps a position until that was answered with success, and sends it again on the next line
 * after a broken one. One position a second of its own clock, which runs behind so that none lies in the future.
 */
export class Terminal {
  readonly #phone: string;
  readonly #unitId: string;
  readonly #promises: Promises;
  readonly #place: readonly [number, number];
  #code = '';
  #at: number;
  #isStopped = false;

  constructor(phone: string, unitId: string, place: readonly [number, number], startAt: number, promises: Promises) {
    this.#phone = phone;
    this.#unitId = unitId;
    this.#place = place;
    this.#at = startAt;
    this.#promises = promises;
  }

  /** Drives until told to stop, over as many lines as it takes. */
  async drive(port: number): Promise<void> {
    while (!this.#isStopped) {
      await this.#line(port).catch(() => undefined);
      await wait(PAUSE_MS);
    }
  }

  stop(): void {
    this.#isStopped = true;
  }

  async #line(port: number): Promise<void> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.on('error', () => undefined);
    try {
      const encoder = createTerminalEncoder(this.#phone, '2013');
      const ask = asker(socket);
      if (this.#code === '') await this.#register(encoder, ask);
      const admitted = await ask(encoder.authenticate(this.#code), (reply) => reply.messageId === GENERAL_REPLY);
      if (admitted.result !== 0) this.#code = '';
      while (!this.#isStopped && this.#code !== '') {
        const taken = await ask(encoder.position({ lng: this.#place[0], lat: this.#place[1], at: this.#at, speedKmh: 12 }), (reply) => reply.messageId === GENERAL_REPLY && reply.ackId === LOCATION);
        if (taken.result === 0) {
          this.#promises.fixes.push({ unitId: this.#unitId, at: this.#at });
          this.#at += 1_000;
        }
        await wait(PAUSE_MS);
      }
    } finally {
      socket.destroy();
    }
  }

  async #register(encoder: TerminalEncoder, ask: Ask): Promise<void> {
    const registered = await ask(encoder.register({ provinceId: 0, countyId: 0, makerId: 'PROVE', model: 'P', terminalId: '1', plateColour: 0, plate: 'P' }), (reply) => reply.messageId === REGISTER_REPLY);
    if ('authCode' in registered && registered.authCode !== undefined) this.#code = registered.authCode;
  }
}

type Ask = (bytes: Uint8Array, isAnswer: (reply: PlatformReply) => boolean) => Promise<PlatformReply>;

/** Sends a frame and waits for its answer; rejects when the line breaks or stays silent. */
function asker(socket: Socket): Ask {
  let waiting: { isAnswer: (reply: PlatformReply) => boolean; resolve: (reply: PlatformReply) => void; reject: (error: Error) => void } | null = null;
  const reader = createReplyReader((reply) => {
    if (waiting?.isAnswer(reply)) waiting.resolve(reply);
  });
  socket.on('data', (chunk: Buffer) => reader.push(chunk));
  socket.on('close', () => waiting?.reject(new Error('the line broke')));
  return async (bytes, isAnswer) => {
    const { promise, resolve, reject } = Promise.withResolvers<PlatformReply>();
    const timer = setTimeout(() => reject(new Error('no answer')), ANSWER_WITHIN_MS);
    waiting = { isAnswer, resolve, reject };
    if (socket.destroyed) reject(new Error('the line broke'));
    else socket.write(bytes);
    return promise.finally(() => clearTimeout(timer));
  };
}
