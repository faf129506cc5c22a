import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CloseReason, FrameRefusal, Jt808Counters } from './counters.ts';
import { encodeMessage } from './encode-frame.ts';
import type { FixOutlet } from './fix-outlet.ts';
import type { FrameHeader } from './header.ts';
import type { Jt808Limits } from './limits.ts';
import { heartbeatId } from './messages/0002-heartbeat.ts';
import { logoutId } from './messages/0003-logout.ts';
import { decodeRegister, registerId } from './messages/0100-register.ts';
import { authenticateId, decodeAuthenticate } from './messages/0102-authenticate.ts';
import { decodeLocation, locationId, type Location } from './messages/0200-location.ts';
import { batchId, decodeBatch } from './messages/0704-batch.ts';
import type { TerminalRegistry } from './ports.ts';
import { encodeGeneralReply, generalReplyId, generalResult } from './replies/8001-general-reply.ts';
import type { GeneralResult } from './replies/8001-general-reply.ts';
import { encodeRegisterReply, registerReplyId, registerResult } from './replies/8100-register-reply.ts';
import { RequestReader } from './request-reader.ts';
import { SessionWatch } from './session-watch.ts';
import { SubPackages } from './sub-packages.ts';

/** connected → registered → authenticated; a terminal that kept its code authenticates without registering again. */
export type SessionState = 'connected' | 'registered' | 'authenticated';

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
  wentOffline(phone: string): void;
};

const missedHeartbeats = 3;

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
  #state: SessionState = 'connected';
  #phone: string | undefined;
  #replySerial = 0;
  #hasWarned = false;

  constructor(context: SessionContext, link: SessionLink) {
    this.#context = context;
    this.#link = link;
    this.#reader = new RequestReader(context.counters, context.log, (header, bytes) => this.#answer(header, bytes));
    this.#subPackages = new SubPackages(context.limits.subPackages);
    this.#watch = new SessionWatch(context.clock);
    this.#awaitAuthentication();
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Reads what arrived and answers it; returns how many frames, good or bad, it completed. */
  receive(chunk: Uint8Array): number {
    return this.#reader.push(chunk);
  }

  /** Call once when the connection is gone: no timer of this session runs afterwards. */
  ended(): void {
    this.#watch.stop();
    this.#leave();
  }

  #answer(header: FrameHeader, bytes: Uint8Array): void {
    this.#watch.sign();
    if (this.#phone !== undefined && this.#phone !== header.phone) return this.#refuse('foreignPhone', generalResult.failed, header, bytes);
    if (header.isEncrypted) return this.#refuse('encrypted', generalResult.unsupported, header, bytes);
    if (header.partCount > 0) return this.#readPart(header, bytes);
    this.#handle(header, bytes, header.bodyStart, header.bodyEnd);
  }

  /** Only authenticated terminals may make us hold parts. Each part is answered, the last one with the result. */
  #readPart(header: FrameHeader, bytes: Uint8Array): void {
    if (header.messageId !== batchId) return this.#reply(header, generalResult.unsupported);
    if (this.#state !== 'authenticated') return this.#reply(header, generalResult.failed);
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
    this.#leave();
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
    this.#watch.silence(limits.heartbeatMs * missedHeartbeats, () => this.#link.close('idle'));
    this.#link.cameOnline(header.phone);
  }

  /** The connection stays for a terminal that registers anew, under the same deadline as a fresh one. */
  #readLogout(header: FrameHeader): void {
    this.#reply(header, generalResult.ok);
    if (this.#state === 'connected') return;
    this.#leave();
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
    const isTaken = locations.map((location) => outlet.pass(location, header.phone, isCatchUp)).every(Boolean);
    if (!isTaken) return this.#reply(header, generalResult.failed);
    outlet.kept().then(() => this.#reply(header, generalResult.ok), () => this.#reply(header, generalResult.failed));
  }

  #awaitAuthentication(): void {
    this.#watch.deadline(this.#context.limits.authenticateWithinMs, () => this.#link.close('authTimeout'));
  }

  #leave(): void {
    const phone = this.#phone;
    this.#state = 'connected';
    this.#phone = undefined;
    if (phone !== undefined) this.#link.wentOffline(phone);
  }

  #reply(header: FrameHeader, result: GeneralResult): void {
    this.#send(header, generalReplyId, encodeGeneralReply({ ackSerial: header.serial, ackId: header.messageId, result }));
  }

  #send(header: FrameHeader, messageId: number, body: Uint8Array): void {
    const envelope = { messageId, layout: header.layout, phone: header.phone, serial: this.#replySerial };
    this.#replySerial = (this.#replySerial + 1) & 0xffff;
    this.#link.send(encodeMessage(envelope, body));
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
