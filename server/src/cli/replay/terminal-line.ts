import { connect, type Socket } from 'node:net';
import { createReplyReader, type PlatformReply } from '../../ingest/jt808.ts';

export interface TerminalAddress {
  readonly host: string;
  readonly port: number;
}

/** The line broke, or nobody answered in time. */
export class LineBroken extends Error {}

const ANSWER_WITHIN_MS = 10_000;

/** One TCP connection of a terminal: bytes out, answers in. */
export class TerminalLine {
  readonly #socket: Socket;
  #onReply: (reply: PlatformReply) => void = () => {};
  #onBroken: () => void = () => {};
  #isBroken = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const reader = createReplyReader((reply) => this.#onReply(reply));
    socket.on('data', (chunk: Buffer) => reader.push(chunk));
    socket.on('close', () => {
      this.#isBroken = true;
      this.#onBroken();
    });
  }

  /** Resolves when connected; rejects with LineBroken. */
  static open({ host, port }: TerminalAddress): Promise<TerminalLine> {
    return new Promise((resolve, reject) => {
      const socket = connect({ host, port, noDelay: true });
      socket.on('error', (error) => reject(new LineBroken(error.message)));
      socket.once('connect', () => resolve(new TerminalLine(socket)));
    });
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  listen(onReply: (reply: PlatformReply) => void, onBroken: () => void): void {
    this.#onReply = onReply;
    this.#onBroken = onBroken;
  }

  write(bytes: Uint8Array): void {
    if (!this.#isBroken) this.#socket.write(bytes);
  }

  /** Sends and resolves to the first answer that `isAnswer` picks; rejects with LineBroken. */
  ask(bytes: Uint8Array, isAnswer: (reply: PlatformReply) => boolean): Promise<PlatformReply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new LineBroken('no answer')), ANSWER_WITHIN_MS);
      this.listen((reply) => {
        if (!isAnswer(reply)) return;
        clearTimeout(timer);
        resolve(reply);
      }, () => {
        clearTimeout(timer);
        reject(new LineBroken('closed'));
      });
      this.write(bytes);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
