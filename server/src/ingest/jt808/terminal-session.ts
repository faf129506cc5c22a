import type { TerminalAnswer, TerminalOrder } from '../../features/terminals/terminals.api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CloseReason, FrameRefusal, Jt808Counters } from './counters.ts';
import { encodeMessage, partsOf } from './encode-frame.ts';
import type { FixOutlet } from './fix-outlet.ts';
import type { FrameHeader, HeaderLayout } from './header.ts';
import type { Jt808Limits } from './limits.ts';
import { MediaUploads } from './media-uploads.ts';
import { terminalReplyId } from './messages/0001-terminal-reply.ts';
import { heartbeatId } from './messages/0002-heartbeat.ts';
import { logoutId } from './messages/0003-logout.ts';
import { decodeRegister, registerId } from './messages/0100-register.ts';
import { authenticateId, decodeAuthenticate } from './messages/0102-authenticate.ts';
import { parametersId } from './messages/0104-parameters.ts';
import { decodeLocation, locationId, type Location } from './messages/0200-location.ts';
import { locationAnswerId } from './messages/0201-location-answer.ts';
import { batchId, decodeBatch } from './messages/0704-batch.ts';
import { decodeMediaHead, mediaDataId, mediaEventId } from './messages/0800-media-event.ts';
import type { TerminalRegistry } from './ports.ts';
import { encodeGeneralReply, generalReplyId, generalResult } from './replies/8001-general-reply.ts';
import type { GeneralResult } from './replies/8001-general-reply.ts';
import { encodeRegisterReply, registerReplyId, registerResult } from './replies/8100-register-reply.ts';
import { encodeMediaReply, mediaReplyId } from './replies/8800-media-reply.ts';
import { RequestReader } from './request-reader.ts';
import { SessionOrders } from './session-orders.ts';
import { SessionWatch } from './session-watch.ts';
import { SubPackages } from './sub-packages.ts';

/** connected → registered → authenticated; a terminal that kept its code authenticates without registering again. */
export type SessionState = 'connected' | 'registered' | 'authenticated';

/** Messages that may come in parts. */
const partedIds: ReadonlySet<number> = new Set([batchId, parametersId, mediaDataId]);

/** What all sessions of one gateway share. */
export type SessionContext = {
  readonly registry: TerminalRegistry;
  readonly outlet: FixOutlet;
  readonly clock: Clock;
  readonly log: Logger;
  readonly limits: Jt808Limits;
  readonly counters: Jt808Counters;
};

/** The session's way back to its connection and to the gateway. */
export type SessionLink = {
  send(bytes: Uint8Array): void;
  close(reason: CloseReason): void;
  /** From now on this session speaks for `phone`. */
  cameOnline(phone: string): void;
  /** `hasLeft`: it said goodbye. */
  wentOffline(phone: string, hasLeft: boolean): void;
  /** What an authenticated terminal said of itself now, not of a time without a network. */
  reported(phone: string, location: Location): void;
};

/**
 * One terminal's conversation (终端会话). Every request is answered in the layout it came in; positions when they are
 * durable, for a terminal forgets what was answered with success. Nothing a terminal sends ends the conversation.
 */
export class TerminalSession {
  readonly #context: SessionContext;
  readonly #link: SessionLink;
  readonly #reader: RequestReader;
  readonly #subPackages: SubPackages;
  readonly #watch: SessionWatch;
  readonly #orders: SessionOrders;
  readonly #uploads: MediaUploads;
  #state: SessionState = 'connected';
  #phone: string | undefined;
  #layout: HeaderLayout = '2013';
  #serial = 0;
  #hasWarned = false;

  constructor(context: SessionContext, link: SessionLink) {
    this.#context = context;
    this.#link = link;
    this.#reader = new RequestReader(context.counters, context.log, (header, bytes) => this.#answer(header, bytes));
    this.#subPackages = new SubPackages(context.limits.subPackages);
    this.#watch = new SessionWatch(context.clock);
    this.#orders = new SessionOrders(context.clock, context.limits.answerWithinMs, (messageId, body) => this.#sendOrder(messageId, body));
    this.#uploads = new MediaUploads(context.limits.uploads, context.counters.media);
    this.#awaitAuthentication();
  }

  get state(): SessionState {
    return this.#state;
  }

  /** When the terminal last said something well formed, epoch ms. */
  get heardAt(): number {
    return this.#watch.lastSignAt;
  }

  /** Gives the terminal an order (下行指令) and resolves with what it said. */
  order(order: TerminalOrder): Promise<TerminalAnswer> {
    return this.#phone === undefined ? Promise.resolve({ kind: 'offline' }) : this.#orders.give(order, this.#layout);
  }

  /** Reads what arrived and answers it; returns how many frames, good or bad, it completed. */
  receive(chunk: Uint8Array): number {
    return this.#reader.push(chunk);
  }

  /** Call once when the connection is gone: no timer of this session runs afterwards. */
  ended(): void {
    this.#watch.stop();
    this.#leave(false);
  }

  #answer(header: FrameHeader, bytes: Uint8Array): void {
    this.#watch.sign();
    if (header.messageId === terminalReplyId) return this.#hearReply(header, bytes);
    if (this.#phone !== undefined && this.#phone !== header.phone) return this.#refuse('foreignPhone', generalResult.failed, header, bytes);
    if (header.isEncrypted) return this.#refuse('encrypted', generalResult.unsupported, header, bytes);
    if (header.partCount > 0) return this.#readPart(header, bytes);
    this.#handle(header, bytes, header.bodyStart, header.bodyEnd);
  }

  /** Only authenticated terminals may make us hold parts. Each part is answered, the last one with the result. */
  #readPart(header: FrameHeader, bytes: Uint8Array): void {
    if (!partedIds.has(header.messageId)) return this.#reply(header, generalResult.unsupported);
    if (this.#state !== 'authenticated') return this.#reply(header, generalResult.failed);
    if (header.messageId === mediaDataId) return this.#readUpload(header, bytes);
    const expiredBefore = this.#subPackages.expired;
    const outcome = this.#subPackages.add(header, bytes, this.#context.clock.now());
    this.#context.counters.expiredMessages += this.#subPackages.expired - expiredBefore;
    if (outcome === 'waiting') return this.#reply(header, generalResult.ok);
    if (outcome === 'refused') return this.#refuse('subPackage', generalResult.badMessage, header, bytes);
    this.#handle(header, outcome, 0, outcome.length);
  }

  #handle(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    switch (header.messageId) {
      case locationId: return this.#readLocation(header, bytes, start, end);
      case batchId: return this.#readBatch(header, bytes, start, end);
      case heartbeatId: return this.#reply(header, this.#state === 'authenticated' ? generalResult.ok : generalResult.failed);
      case registerId: return this.#readRegister(header, bytes, start, end);
      case authenticateId: return this.#readAuthenticate(header, bytes, start, end);
      case logoutId: return this.#readLogout(header);
      case parametersId: case locationAnswerId: return this.#readAnswer(header, bytes, start, end);
      case mediaEventId: case mediaDataId: return this.#readMedia(header, bytes, start, end);
      default: return this.#reply(header, generalResult.unsupported);
    }
  }

  /** A registration starts the conversation anew, whatever its state was. */
  #readRegister(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const registration = decodeRegister(bytes, start, end, header.layout);
    if (registration === undefined) return this.#refuse('body', generalResult.badMessage, header, bytes);
    const answer = this.#context.registry.register({ ...registration, phone: header.phone });
    const isAccepted = answer.result === registerResult.ok;
    this.#context.counters.registrations[isAccepted ? 'accepted' : 'refused'] += 1;
    this.#send(header, registerReplyId, encodeRegisterReply({ ackSerial: header.serial, ...answer }));
    if (!isAccepted) return this.#warnOnce(header, 'terminal was refused at registration');
    this.#leave(false);
    this.#state = 'registered';
    this.#awaitAuthentication();
  }

  #readAuthenticate(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const authentication = decodeAuthenticate(bytes, start, end, header.layout);
    if (authentication === undefined) return this.#refuse('body', generalResult.badMessage, header, bytes);
    const { registry, counters, limits } = this.#context;
    const isAccepted = registry.authenticate(header.phone, authentication.code);
    counters.authentications[isAccepted ? 'accepted' : 'refused'] += 1;
    this.#reply(header, isAccepted ? generalResult.ok : generalResult.failed);
    if (!isAccepted) return this.#warnOnce(header, 'terminal was refused at authentication');
    if (this.#state === 'authenticated') return;
    this.#state = 'authenticated';
    this.#phone = header.phone;
    this.#layout = header.layout;
    this.#watch.silence(limits.offlineAfterMs, () => this.#link.close('idle'));
    this.#link.cameOnline(header.phone);
  }

  /** The connection stays for a terminal that registers anew, under the same deadline as a fresh one. */
  #readLogout(header: FrameHeader): void {
    this.#reply(header, generalResult.ok);
    if (this.#state === 'connected') return;
    this.#leave(true);
    this.#awaitAuthentication();
  }

  #readLocation(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const location = decodeLocation(bytes, start, end);
    if (location === undefined) return this.#refuse('body', generalResult.badMessage, header, bytes);
    this.#take(header, [location], false);
  }

  #readBatch(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const batch = decodeBatch(bytes, start, end);
    if (batch === undefined) return this.#refuse('body', generalResult.badMessage, header, bytes);
    this.#take(header, batch.items, batch.isCatchUp);
  }

  #take(header: FrameHeader, locations: readonly Location[], isCatchUp: boolean): void {
    const { counters, outlet } = this.#context;
    if (this.#state !== 'authenticated') {
      counters.fixes.unauthenticated += locations.length;
      return this.#reply(header, generalResult.failed);
    }
    if (!isCatchUp) for (const location of locations) this.#link.reported(header.phone, location);
    const isTaken = locations.map((location) => outlet.pass(location, header.phone, isCatchUp)).every(Boolean);
    if (!isTaken) return this.#reply(header, generalResult.failed);
    outlet.kept().then(() => this.#reply(header, generalResult.ok), () => this.#reply(header, generalResult.failed));
  }

  /** Its answers to us are not answered, nor is what they are not. */
  #hearReply({ bodyStart, bodyEnd, phone, isEncrypted, partCount }: FrameHeader, bytes: Uint8Array): void {
    if (phone === this.#phone && !isEncrypted && partCount === 0) this.#orders.hearReply(bytes, bodyStart, bodyEnd);
  }

  /** What answers an order gets no reply of its own, unless it can't be read; a position in it is kept like any other. */
  #readAnswer(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    if (this.#state !== 'authenticated') return this.#reply(header, generalResult.failed);
    const location = header.messageId === locationAnswerId ? this.#orders.hearLocation(bytes, start, end) : undefined;
    const isWhole = location !== undefined || (header.messageId === parametersId && this.#orders.hearParameters(bytes, start, end));
    if (!isWhole) return this.#refuse('body', generalResult.badMessage, header, bytes);
    if (location === undefined) return;
    this.#link.reported(header.phone, location);
    this.#context.outlet.pass(location, header.phone, false);
  }

  /** 多媒体: what was recorded is counted by its head; the recording itself is let go. */
  #readMedia(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    if (this.#state !== 'authenticated') return this.#reply(header, generalResult.failed);
    const head = decodeMediaHead(bytes, start, end);
    if (head === undefined) return this.#refuse('body', generalResult.badMessage, header, bytes);
    const { media } = this.#context.counters;
    if (header.messageId === mediaEventId) {
      media.events[head.kind] += 1;
      return this.#reply(header, generalResult.ok);
    }
    media.uploads[head.kind] += 1;
    media.bytes += end - start;
    this.#send(header, mediaReplyId, encodeMediaReply({ mediaId: head.mediaId, missing: [] }));
  }

  #readUpload(header: FrameHeader, bytes: Uint8Array): void {
    const reply = this.#uploads.add(header, bytes, this.#context.clock.now());
    if (reply === 'refused') return this.#refuse('subPackage', generalResult.badMessage, header, bytes);
    if (reply === 'waiting') return this.#reply(header, generalResult.ok);
    this.#send(header, mediaReplyId, encodeMediaReply(reply));
  }

  #awaitAuthentication(): void {
    this.#watch.deadline(this.#context.limits.authenticateWithinMs, () => this.#link.close('authTimeout'));
  }

  #leave(hasLeft: boolean): void {
    const phone = this.#phone;
    this.#state = 'connected';
    this.#phone = undefined;
    this.#orders.end();
    if (phone !== undefined) this.#link.wentOffline(phone, hasLeft);
  }

  #reply(header: FrameHeader, result: GeneralResult): void {
    this.#send(header, generalReplyId, encodeGeneralReply({ ackSerial: header.serial, ackId: header.messageId, result }));
  }

  #send({ layout, phone }: Pick<FrameHeader, 'layout' | 'phone'>, messageId: number, body: Uint8Array): number {
    const serial = this.#serial;
    this.#serial = (serial + partsOf(body.length)) & 0xffff;
    this.#link.send(encodeMessage({ messageId, layout, phone, serial }, body));
    return serial;
  }

  #sendOrder(messageId: number, body: Uint8Array): number {
    return this.#send({ layout: this.#layout, phone: this.#phone ?? '' }, messageId, body);
  }

  #refuse(reason: FrameRefusal, result: GeneralResult, header: FrameHeader, bytes: Uint8Array): void {
    this.#reader.refuse(reason, bytes, header.bodyStart, header.bodyEnd);
    this.#reply(header, result);
  }

  #warnOnce(header: FrameHeader, message: string): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    this.#context.log.warn({ terminal: header.phone }, message);
  }
}
