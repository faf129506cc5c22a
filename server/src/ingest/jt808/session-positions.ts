import type { FrameHeader } from './header.ts';
import { decodeLocation, locationId, type Location } from './messages/0200-location.ts';
import { decodeBatch } from './messages/0704-batch.ts';
import { generalResult } from './replies/8001-general-reply.ts';
import type { SessionContext, SessionLink } from './session-context.ts';
import type { SessionTalk } from './session-talk.ts';

/** Positions of one session, single and in batches; answered when they are durable, for a terminal forgets what was answered with success. */
export class SessionPositions {
  readonly #context: SessionContext;
  readonly #link: Pick<SessionLink, 'reported'>;
  readonly #talk: SessionTalk;

  constructor(context: SessionContext, link: Pick<SessionLink, 'reported'>, talk: SessionTalk) {
    this.#context = context;
    this.#link = link;
    this.#talk = talk;
  }

  read(header: FrameHeader, bytes: Uint8Array, start: number, end: number, isAuthenticated: boolean): void {
    const batch = header.messageId === locationId ? undefined : decodeBatch(bytes, start, end);
    const location = header.messageId === locationId ? decodeLocation(bytes, start, end) : undefined;
    if (batch !== undefined) return this.#take(header, batch.items, batch.isCatchUp, isAuthenticated);
    if (location !== undefined) return this.#take(header, [location], false, isAuthenticated);
    this.#talk.refuse('body', generalResult.badMessage, header, bytes);
  }

  /** A position with which a terminal answers a query: it is kept like any other, and not answered. */
  takeAnswer(header: FrameHeader, location: Location): void {
    this.#link.reported(header.phone, location);
    this.#context.outlet.pass(location, header.phone, false);
  }

  #take(header: FrameHeader, locations: readonly Location[], isCatchUp: boolean, isAuthenticated: boolean): void {
    const { counters, outlet } = this.#context;
    if (!isAuthenticated) {
      counters.fixes.unauthenticated += locations.length;
      return this.#talk.reply(header, generalResult.failed);
    }
    if (!isCatchUp) for (const location of locations) this.#link.reported(header.phone, location);
    const isTaken = locations.map((location) => outlet.pass(location, header.phone, isCatchUp)).every(Boolean);
    if (!isTaken) return this.#talk.reply(header, generalResult.failed);
    outlet.kept().then(() => this.#talk.reply(header, generalResult.ok), () => this.#talk.reply(header, generalResult.failed));
  }
}
