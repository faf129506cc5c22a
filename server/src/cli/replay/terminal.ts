import { createTerminalEncoder, type PlatformReply, type TerminalEncoder, type TerminalPosition } from '../../ingest/jt808.ts';
import { LineBroken, TerminalLine, type TerminalAddress } from './terminal-line.ts';

export type Edition = '2011' | '2013' | '2019';

const REGISTER_REPLY = 0x8100;
const AUTHENTICATE = 0x0102;
const LOCATION = 0x0200;
const RECONNECT_MS = 500;
/** A platform that is away is called again for this long. */
const PATIENCE_MS = 60_000;
const SILENCE_MS = 10_000;
/** Positions under way that the platform has not answered. */
const WINDOW = 32;

/** The platform does not let this terminal in. */
export class TerminalRefused extends Error {}

/**
 * One terminal (终端): registers, authenticates, says its positions and counts the answers. A broken line is opened anew,
 * and what was not answered is said again.
 */
export class Terminal {
  readonly #address: TerminalAddress;
  readonly #phone: string;
  readonly #encoder: TerminalEncoder;
  /** Every message of ours is one frame, so serial numbers go up by one. */
  #serial = -1;
  #line: TerminalLine | null = null;
  #unanswered = new Map<number, TerminalPosition>();
  #wake: () => void = () => {};
  #taken = 0;
  #turnedDown = 0;

  constructor(address: TerminalAddress, phone: string, edition: Edition) {
    this.#address = address;
    this.#phone = phone;
    this.#encoder = createTerminalEncoder(phone, edition);
  }

  /** Positions the platform took, and those it answered with a failure. */
  get counts(): { readonly taken: number; readonly turnedDown: number } {
    return { taken: this.#taken, turnedDown: this.#turnedDown };
  }

  /** Comes online. Throws TerminalRefused when turned away, LineBroken when nobody can be reached. */
  async open(): Promise<void> {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (this.#line === null) {
      try {
        this.#line = await this.#signOn();
      } catch (error) {
        if (!(error instanceof LineBroken) || Date.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
      }
    }
    const again = [...this.#unanswered.values()];
    this.#unanswered = new Map();
    for (const position of again) this.#write(position);
  }

  /** Says one position; waits while too many are unanswered. */
  async say(position: TerminalPosition): Promise<void> {
    while (this.#line === null || this.#line.isBroken || this.#unanswered.size >= WINDOW) await this.#settle();
    this.#write(position);
  }

  /** Waits for the last answers and hangs up. */
  async close(): Promise<void> {
    while (this.#unanswered.size > 0) await this.#settle();
    this.hangUp();
  }

  hangUp(): void {
    this.#line?.close();
    this.#line = null;
  }

  /** Waits until an answer came or the line broke; a broken or silent line is opened anew. */
  async #settle(): Promise<void> {
    if (this.#line === null || this.#line.isBroken) {
      this.hangUp();
      return this.open();
    }
    const isSilent = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), SILENCE_MS);
      this.#wake = () => {
        clearTimeout(timer);
        resolve(false);
      };
    });
    if (isSilent) this.hangUp();
  }

  async #signOn(): Promise<TerminalLine> {
    const line = await TerminalLine.open(this.#address);
    const registered = await line.ask(this.#next((encoder) => encoder.register({
      provinceId: 0, countyId: 0, makerId: 'WGREP', model: 'REPLAY', terminalId: this.#phone.slice(-7), plateColour: 0, plate: this.#phone,
    })), ({ messageId }) => messageId === REGISTER_REPLY);
    const code = registered.messageId === REGISTER_REPLY && registered.result === 0 ? registered.authCode : undefined;
    if (code === undefined) return this.#giveUp(line, `终端号 ${this.#phone} 不在服务的白名单里`);
    const admitted = await line.ask(this.#next((encoder) => encoder.authenticate(code)), (reply) => reply.messageId !== REGISTER_REPLY && reply.ackId === AUTHENTICATE);
    if (admitted.result !== 0) return this.#giveUp(line, `终端号 ${this.#phone} 鉴权失败`);
    line.listen((reply) => this.#take(reply), () => this.#wake());
    return line;
  }

  #giveUp(line: TerminalLine, sentence: string): never {
    line.close();
    throw new TerminalRefused(sentence);
  }

  #next(encode: (encoder: TerminalEncoder) => Uint8Array): Uint8Array {
    this.#serial = (this.#serial + 1) & 0xffff;
    return encode(this.#encoder);
  }

  #write(position: TerminalPosition): void {
    const bytes = this.#next((encoder) => encoder.position(position));
    this.#unanswered.set(this.#serial, position);
    this.#line?.write(bytes);
  }

  #take(reply: PlatformReply): void {
    if (reply.messageId === REGISTER_REPLY || reply.ackId !== LOCATION || !this.#unanswered.delete(reply.ackSerial)) return;
    if (reply.result === 0) this.#taken += 1;
    else this.#turnedDown += 1;
    this.#wake();
  }
}
