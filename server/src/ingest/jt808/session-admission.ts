import type { FrameHeader, HeaderLayout } from './header.ts';
import { decodeRegister } from './messages/0100-register.ts';
import { decodeAuthenticate } from './messages/0102-authenticate.ts';
import { generalResult } from './replies/8001-general-reply.ts';
import { encodeRegisterReply, registerReplyId, registerResult } from './replies/8100-register-reply.ts';
import type { SessionContext, SessionLink } from './session-context.ts';
import type { SessionTalk } from './session-talk.ts';
import type { SessionWatch } from './session-watch.ts';

/** connected → registered → authenticated; a terminal that kept its code authenticates without registering again. */
export type SessionState = 'connected' | 'registered' | 'authenticated';

/** Who speaks on one line: 注册, 鉴权, 注销. `onLeave` is called before the line forgets whom it spoke for. */
export class SessionAdmission {
  readonly #context: SessionContext;
  readonly #link: SessionLink;
  readonly #talk: SessionTalk;
  readonly #watch: SessionWatch;
  readonly #onLeave: () => void;
  #state: SessionState = 'connected';
  #phone: string | undefined;
  #layout: HeaderLayout = '2013';

  constructor(context: SessionContext, link: SessionLink, talk: SessionTalk, watch: SessionWatch, onLeave: () => void) {
    this.#context = context;
    this.#link = link;
    this.#talk = talk;
    this.#watch = watch;
    this.#onLeave = onLeave;
    this.#awaitAuthentication();
  }

  get state(): SessionState {
    return this.#state;
  }

  /** The number it authenticated with. */
  get phone(): string | undefined {
    return this.#phone;
  }

  get layout(): HeaderLayout {
    return this.#layout;
  }

  /** A registration starts the conversation anew, whatever its state was. */
  register(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const registration = decodeRegister(bytes, start, end, header.layout);
    if (registration === undefined) return this.#talk.refuse('body', generalResult.badMessage, header, bytes);
    const answer = this.#context.registry.register({ ...registration, phone: header.phone });
    const isAccepted = answer.result === registerResult.ok;
    this.#context.counters.registrations[isAccepted ? 'accepted' : 'refused'] += 1;
    this.#talk.send(header, registerReplyId, encodeRegisterReply({ ackSerial: header.serial, ...answer }));
    if (!isAccepted) return this.#talk.warnOnce(header, 'terminal was refused at registration');
    this.leave(false);
    this.#state = 'registered';
    this.#awaitAuthentication();
  }

  authenticate(header: FrameHeader, bytes: Uint8Array, start: number, end: number): void {
    const authentication = decodeAuthenticate(bytes, start, end, header.layout);
    if (authentication === undefined) return this.#talk.refuse('body', generalResult.badMessage, header, bytes);
    const { registry, counters, limits } = this.#context;
    const isAccepted = registry.authenticate(header.phone, authentication.code);
    counters.authentications[isAccepted ? 'accepted' : 'refused'] += 1;
    this.#talk.reply(header, isAccepted ? generalResult.ok : generalResult.failed);
    if (!isAccepted) return this.#talk.warnOnce(header, 'terminal was refused at authentication');
    if (this.#state === 'authenticated') return;
    this.#state = 'authenticated';
    this.#phone = header.phone;
    this.#layout = header.layout;
    this.#watch.silence(limits.offlineAfterMs, () => this.#link.close('idle'));
    this.#link.cameOnline(header.phone);
  }

  /** The connection stays for a terminal that registers anew, under the same deadline as a fresh one. */
  logout(header: FrameHeader): void {
    this.#talk.reply(header, generalResult.ok);
    if (this.#state === 'connected') return;
    this.leave(true);
    this.#awaitAuthentication();
  }

  leave(hasLeft: boolean): void {
    const phone = this.#phone;
    this.#state = 'connected';
    this.#phone = undefined;
    this.#onLeave();
    if (phone !== undefined) this.#link.wentOffline(phone, hasLeft);
  }

  #awaitAuthentication(): void {
    this.#watch.deadline(this.#context.limits.authenticateWithinMs, () => this.#link.close('authTimeout'));
  }
}
