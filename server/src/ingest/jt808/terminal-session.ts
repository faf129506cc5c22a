import type { TerminalAnswer, TerminalOrder } from '../../features/terminals/terminals.api.ts';
import type { FrameHeader } from './header.ts';
import { terminalReplyId } from './messages/0001-terminal-reply.ts';
import { heartbeatId } from './messages/0002-heartbeat.ts';
import { logoutId } from './messages/0003-logout.ts';
import { registerId } from './messages/0100-register.ts';
import { authenticateId } from './messages/0102-authenticate.ts';
import { parametersId } from './messages/0104-parameters.ts';
import { locationId } from './messages/0200-location.ts';
import { locationAnswerId } from './messages/0201-location-answer.ts';
import { batchId } from './messages/0704-batch.ts';
import { mediaDataId, mediaEventId } from './messages/0800-media-event.ts';
import { generalResult } from './replies/8001-general-reply.ts';
import { RequestReader } from './request-reader.ts';
import { SessionAdmission, type SessionState } from './session-admission.ts';
import type { SessionContext, SessionLink } from './session-context.ts';
import { SessionMedia } from './session-media.ts';
import { SessionOrders } from './session-orders.ts';
import { SessionPositions } from './session-positions.ts';
import { SessionTalk } from './session-talk.ts';
import { SessionWatch } from './session-watch.ts';
import { SubPackages } from './sub-packages.ts';

/** Messages that may come in parts. */
const partedIds: ReadonlySet<number> = new Set([batchId, parametersId, mediaDataId]);

/**
 * One terminal's conversation (终端会话). Every request is answered in the layout it came in. Nothing a terminal sends ends the
 * conversation.
 */
export class TerminalSession {
  readonly #context: SessionContext;
  readonly #reader: RequestReader;
  readonly #subPackages: SubPackages;
  readonly #watch: SessionWatch;
  readonly #talk: SessionTalk;
  readonly #admission: SessionAdmission;
  readonly #positions: SessionPositions;
  readonly #orders: SessionOrders;
  readonly #media: SessionMedia;

  constructor(context: SessionContext, link: SessionLink) {
    this.#context = context;
    this.#reader = new RequestReader(context.counters, context.log, (header, bytes) => this.#answer(header, bytes));
    this.#subPackages = new SubPackages(context.limits.subPackages);
    this.#watch = new SessionWatch(context.clock);
    this.#talk = new SessionTalk(link, this.#reader, context.log);
    this.#orders = new SessionOrders(context.clock, context.limits.answerWithinMs, (messageId, body) => this.#talk.send({ layout: this.#admission.layout, phone: this.#admission.phone ?? '' }, messageId, body));
    this.#admission = new SessionAdmission(context, link, this.#talk, this.#watch, () => this.#orders.end());
    this.#positions = new SessionPositions(context, link, this.#talk);
    this.#media = new SessionMedia(context, this.#talk);
  }

  get state(): SessionState {
    return this.#admission.state;
  }

  /** When the terminal last said something well formed, epoch ms. */
  get heardAt(): number {
    return this.#watch.lastSignAt;
  }

  /** Gives the terminal an order (下行指令) and resolves with what it said. */
  order(order: TerminalOrder): Promise<TerminalAnswer> {
    return this.#admission.phone === undefined ? Promise.resolve({ kind: 'offline' }) : this.#orders.give(order, this.#admission.layout);
  }

  /** Reads what arrived and answers it; returns how many frames, good or bad, it completed. */
  receive(chunk: Uint8Array): number {
    return this.#reader.push(chunk);
  }

  /** Call once when the connection is gone: no timer of this session runs afterwards. */
  ended(): void {
    this.#watch.stop();
    this.#admission.leave(false);
  }

  #answer(header: FrameHeader, bytes: Uint8Array): void {
    this.#watch.sign();
    const { phone } = this.#admission;
    if (header.messageId === terminalReplyId) return this.#hearReply(header, bytes);
    if (phone !== undefined && phone !== header.phone) return this.#talk.refuse('foreignPhone', generalResult.failed, header, bytes);
    if (header.isEncrypted) return this.#talk.refuse('encrypted', generalResult.unsupported, header, bytes);
    if (header.partCount > 0) return this.#readPart(header, bytes);
    this.#handle(header, bytes, header.bodyStart, header.bodyEnd);
  }

  /** Only authenticated terminals may make us hold parts. Each part is answered, the last one with the result. */
  #readPart(header: FrameHeader, bytes: Uint8Array): void {
    if (!partedIds.has(header.messageId)) return this.#talk.reply(header, generalResult.unsupported);
    if (this.state !== 'authenticated') return this.#talk.reply(header, generalResult.failed);
    if (header.messageId === mediaDataId) return this.#media.readPart(header, bytes);
    const expiredBefore = this.#subPackages.expired;
    const outcome = this.#subPackages.add(header, bytes, this.#context.clock.now());
    this.#context.counters.expiredMessages += this.#subPackages.expired - expiredBefore;
    if (outcome === 'waiting') return this.#talk.reply(header, generalResult.ok);
    if (outcome === 'refused') return this.#talk.refuse('subPackage', generalResult.badMessage, header, bytes);
    this.#handle(header, outcome, 0, outcome.length);
  }

  #handle(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const isAuthenticated = this.state === 'authenticated';
    switch (header.messageId) {
      case locationId: case batchId: return this.#positions.read(header, bytes, start, end, isAuthenticated);
      case heartbeatId: return this.#talk.reply(header, isAuthenticated ? generalResult.ok : generalResult.failed);
      case registerId: return this.#admission.register(header, bytes, start, end);
      case authenticateId: return this.#admission.authenticate(header, bytes, start, end);
      case logoutId: return this.#admission.logout(header);
      case parametersId: case locationAnswerId: return isAuthenticated ? this.#readAnswer(header, bytes, start, end) : this.#talk.reply(header, generalResult.failed);
      case mediaEventId: case mediaDataId: return isAuthenticated ? this.#media.read(header, bytes, start, end) : this.#talk.reply(header, generalResult.failed);
      default: return this.#talk.reply(header, generalResult.unsupported);
    }
  }

  /** Its answers to us are not answered, nor is what they are not. */
  #hearReply({ bodyStart, bodyEnd, phone, isEncrypted, partCount }: FrameHeader, bytes: Uint8Array): void {
    if (phone === this.#admission.phone && !isEncrypted && partCount === 0) this.#orders.hearReply(bytes, bodyStart, bodyEnd);
  }

  /** What answers an order gets no reply of its own, unless it can't be read. */
  #readAnswer(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const location = header.messageId === locationAnswerId ? this.#orders.hearLocation(bytes, start, end) : undefined;
    const isWhole = location !== undefined || (header.messageId === parametersId && this.#orders.hearParameters(bytes, start, end));
    if (!isWhole) return this.#talk.refuse('body', generalResult.badMessage, header, bytes);
    if (location !== undefined) this.#positions.takeAnswer(header, location);
  }
}
