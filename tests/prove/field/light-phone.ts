import { createHash, randomUUID } from 'node:crypto';
import type { CaseDetail, CaseRow } from '@wangge/shared/wire';
import { callRest } from '@wangge/web/link/rest';
import { FixQueue } from '@wangge/web/features/orders/fix-queue';
import type { OutboxEntry } from '@wangge/web/features/orders/outbox-entry';
import { createRestTransport } from '@wangge/web/features/orders/outbox-transport';
import { Outbox } from '@wangge/web/features/orders/outbox';
import type { Person } from '../rest.ts';
import { Surface } from '../surface.ts';
import { placeIn, type FieldPerson } from './district.ts';
import type { Journal, Started } from './journal.ts';
import { Life, PhoneDisk } from './phone-disk.ts';
import { PhoneNet, type Faults, type Weather } from './phone-net.ts';
import { takePhoto } from './photo.ts';
import { between, wait } from './scale.ts';

/** As the page does it. */
const SEND_EACH_MS = 10_000;
const SHARE_EACH_MS = 5_000;
const LOCATE_EACH_MS = 4_000;
const MOST_PHOTO_ROWS = 180;

export interface PhoneNeeds {
  readonly url: string;
  readonly address: string;
  readonly random: () => number;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** An entry before the phone names it and says who pressed. */
type Wish<E> = E extends OutboxEntry ? Omit<E, 'id' | 'personId' | 'pressedAt' | 'attempts' | 'trouble' | 'photoIds'> : never;

/** What one life of the browser holds; all of it is gone when it is killed. */
interface Page {
  readonly life: Life;
  readonly net: PhoneNet;
  readonly outbox: Outbox;
  readonly queue: FixQueue;
  readonly surface: Surface;
  readonly details: Map<string, CaseDetail>;
  /** Orders that it has told of being seen, by their sending. */
  readonly shown: Set<string>;
}

/** Whether an order is a squad's, or was until it went on unsigned. */
export function hadOrder({ order }: CaseRow, teamId: string): boolean {
  return order?.teamId === teamId || (order?.ladder?.passedFrom.some((before) => before.teamId === teamId) ?? false);
}

/** A telephone without a screen: the pages' own outbox, transport and queue of positions, on a disk that outlives its browser. */
export class LightPhone {
  readonly who: FieldPerson;
  readonly disk = new PhoneDisk();
  readonly #person: Person;
  readonly #needs: PhoneNeeds;
  #page: Page | null = null;
  #weather: Weather = 'good';
  #isFlushing = false;

  constructor(who: FieldPerson, person: Person, needs: PhoneNeeds) {
    this.who = who;
    this.#person = person;
    this.#needs = needs;
  }

  get isAlive(): boolean {
    return this.#page !== null;
  }

  get random(): () => number {
    return this.#needs.random;
  }

  /** What the server has pushed and answered, the newer of the two. */
  rows(): CaseRow[] {
    const { surface, details } = this.#page ?? {};
    return [...surface?.rows.values() ?? []].map((row) => {
      const answered = details?.get(row.id)?.row;
      return answered && answered.revision > row.revision ? answered : row;
    });
  }

  /** Opens the page: takes up what the disk holds, sends it, and goes on duty where its person was. */
  async open(): Promise<void> {
    const { url, address, random, faults, journal } = this.#needs;
    const life = new Life(random);
    const net = new PhoneNet(url, { cookie: this.#person.cookie, 'x-forwarded-for': address }, random, faults);
    net.weather = this.#weather;
    const details = new Map<string, CaseDetail>();
    const outbox = new Outbox({
      storage: this.disk.outbox(life), transport: createRestTransport(), personId: this.who.account, unitId: this.who.teamId, now: Date.now, onChange: () => undefined,
      onDelivered: (delivered) => {
        if (delivered.detail) details.set(delivered.detail.row.id, delivered.detail);
        journal.note(delivered);
      },
    });
    const queue = new FixQueue({ storage: this.disk.fixes(life), send: (fixes) => callRest('POST', '/api/v1/positions', { fixes }) });
    const surface = new Surface(url, this.#person.cookie);
    surface.onRow = (row) => this.#look(row);
    if (this.#weather === 'off') surface.close();
    this.#page = { life, net, outbox, queue, surface, details, shown: new Set() };
    this.#isFlushing = false;
    await net.run(() => outbox.open());
    void this.#live(this.#page);
    void this.flush();
  }

  /** The browser is gone without a word. */
  kill(): void {
    const page = this.#page;
    if (!page) return;
    this.#page = null;
    this.#noteUnsaid(page.outbox);
    page.life.isOver = true;
    page.net.kill();
    page.surface.close();
    this.#needs.journal.kills += 1;
  }

  /** Kills the browser in the middle of what it sends next, and opens it again a while later. */
  dieSending(onDeath: () => void): void {
    const { net } = this.#page ?? {};
    if (net) net.dieAt = { death: net.drawDeath(), die: () => { this.kill(); onDeath(); } };
  }

  turn(weather: Weather): void {
    const before = this.#weather;
    this.#weather = weather;
    if (!this.#page || before === weather) return;
    this.#page.net.weather = weather;
    if (weather === 'off') this.#page.surface.close();
    else if (before === 'off') this.#page.surface.comeBack();
    if (weather !== 'off') void this.flush();
  }

  /** 上岗: from now on the page shares where it is. */
  async goOnDuty(): Promise<void> {
    this.disk.isOnDuty = true;
    await this.#page?.net.run(() => callRest('PUT', '/api/v1/duty', { onDuty: true }));
  }

  /** 下岗: writes down no more positions; resolves when those that are written down are sent. */
  async goOffDuty(): Promise<void> {
    this.disk.isOnDuty = false;
    const { net, queue } = this.#page ?? {};
    await net?.run(() => queue?.flush());
  }

  /** Keeps photos and an entry as the page does when its person presses; the deed counts from when the disk has it. */
  async press(wish: Wish<OutboxEntry>, photoCount: number, about: (started: Pick<Started, 'key' | 'photos' | 'account' | 'pressedAt'>) => Started, afterCount = 0): Promise<void> {
    const page = this.#page;
    if (!page) return;
    const [key, pressedAt, personId] = [randomUUID(), Date.now(), this.who.account];
    const photos = Array.from({ length: photoCount + afterCount }, () => takePhoto(1 + Math.floor(this.random() * MOST_PHOTO_ROWS)));
    const photoIds = photos.map(() => randomUUID());
    for (const [i, bytes] of photos.entries()) {
      await page.outbox.keepPhoto({ id: photoIds[i] ?? '', personId, caseId: null, takenAt: pressedAt, image: new Blob([new Uint8Array(bytes)], { type: 'image/png' }), attachmentId: null });
    }
    const deed = this.#needs.journal.begin(about({ account: personId, key, pressedAt, photos: photos.map((bytes) => createHash('sha256').update(bytes).digest('hex')) }));
    await page.outbox.add({ ...wish, id: key, personId, pressedAt, attempts: 0, trouble: null, photoIds, ...(afterCount > 0 ? { afterPhotoIds: photoIds.slice(photoCount) } : {}) } as OutboxEntry);
    deed.isKept = true;
    void this.flush();
  }

  /** Sends what waits, as the page's store does: reads the disk anew, one at a time. What was refused and waits for its person, they give up. */
  async flush(): Promise<void> {
    const page = this.#page;
    if (!page || this.#isFlushing) return;
    this.#isFlushing = true;
    await page.net.run(async () => {
      await page.outbox.open();
      await page.outbox.flush();
      for (const entry of page.outbox.entries().filter(({ trouble }) => trouble !== null)) {
        await page.outbox.discard(entry.id);
        const deed = this.#needs.journal.find(entry.id);
        if (deed) Object.assign(deed, { told: 'given-up', code: entry.trouble?.code });
      }
    });
    this.#isFlushing = false;
  }

  /** Asks for a page of a case as this person; for what is another's the answer is that there is none. */
  async look(path: string): Promise<number> {
    const page = this.#page;
    const answer = await page?.net.run(() => callRest<object>('GET', path));
    return answer === undefined ? 0 : answer.ok ? 200 : answer.status;
  }

  /** Tells the room that an order is before somebody's eyes, as the page does. */
  async confirmDelivery(row: CaseRow): Promise<void> {
    const body = { action: 'deliver', expectedRevision: row.revision, commandId: `deliver-${row.id}-${row.order?.sentAt ?? 0}`.slice(0, 64), payload: {} };
    await this.#page?.net.run(() => callRest('POST', `/api/v1/cases/${row.id}/commands`, body));
  }

  /** Whether an unsigned order is on the screen for the first time in this life of the browser: the page tells so once (已读). */
  showsFirst({ id, state, order }: CaseRow): boolean {
    const { shown } = this.#page ?? {};
    const sending = `${id} ${order?.sentAt ?? 0}`;
    if (!shown || state !== 'dispatched' || order?.seenAt !== null || shown.has(sending)) return false;
    shown.add(sending);
    return true;
  }

  close(): void {
    this.#page?.surface.close();
    this.#page?.net.kill();
    if (this.#page) this.#page.life.isOver = true;
    this.#page = null;
  }

  async #live(page: Page): Promise<void> {
    const { life, net, queue } = page;
    if (this.disk.isOnDuty) void net.run(() => callRest('PUT', '/api/v1/duty', { onDuty: true }));
    const send = setInterval(() => void this.flush(), SEND_EACH_MS);
    const locate = setInterval(() => this.#locate(queue), LOCATE_EACH_MS);
    while (!life.isOver) {
      await wait(between([SHARE_EACH_MS, 2 * SHARE_EACH_MS], this.random));
      if (this.disk.isOnDuty && !life.isOver) void net.run(() => queue.flush());
    }
    clearInterval(send);
    clearInterval(locate);
  }

  #locate(queue: FixQueue): void {
    if (!this.disk.isOnDuty) return;
    const [lng, lat] = placeIn(this.who.corner, this.random);
    // Two telephones of a squad never tell the same instant, so that each position can be found again.
    const at = Math.floor(Date.now() / 2) * 2 + (this.who.account.endsWith('-2') ? 1 : 0);
    queue.offer({ at, lng, lat, speedKmh: null, headingDeg: null, accuracyM: 8 });
  }

  /** What the page still has and its disk no longer: it was being let go in the moment of death. */
  #noteUnsaid(outbox: Outbox): void {
    const kept = new Set(this.disk.entries().map(({ id }) => id));
    for (const { id } of outbox.entries()) {
      const deed = kept.has(id) ? undefined : this.#needs.journal.find(id);
      if (deed) deed.isUnsaid = true;
    }
  }

  #look(row: CaseRow): void {
    const { role, gridCode, teamId, account } = this.who;
    const isOwn = role === 'squad' ? teamId !== null && hadOrder(row, teamId) : row.gridCode === gridCode;
    if (!isOwn) this.#needs.journal.leaks.push(`${account} was shown ${row.no}`);
  }
}
