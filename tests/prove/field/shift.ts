import type { ConnectorsView } from '@wangge/shared/connector';
import type { PositionFix } from '@wangge/shared/position';
import type { Checks } from '../checks.ts';
import { endProcess } from '../processes.ts';
import { Person } from '../rest.ts';
import { BrowserPhone } from './browser-phone.ts';
import { BrowserDuty } from './browser-work.ts';
import { Devices } from './devices.ts';
import { readHistory } from './history.ts';
import { signWhatIsLeft } from './field-work.ts';
import { Journal } from './journal.ts';
import { LightPhone } from './light-phone.ts';
import { serveFetchToPhones, type Faults } from './phone-net.ts';
import { MOST_IN_HAND, RoomBot, reportAtCounter } from './room-bot.ts';
import { wait, type Scale } from './scale.ts';
import { addressOf, passwordOf, type Setting } from './setting.ts';
import { Duty } from './spells.ts';
import { verifyAlarms, verifyCommands, verifyDeeds, verifyLate, verifyOrder, verifyPrivacy, type Account } from './verify.ts';
import { verifyOrders } from './verify-orders.ts';
import { WallWatch } from './wall-watch.ts';

/** What the last line tells. */
export interface Told {
  readonly clients: number;
  readonly reports: number;
  readonly once: number;
  readonly orders: number;
  readonly signed: number;
  readonly escalated: number;
}

const OPEN_AT_ONCE = 8;
const TELL_EACH_MS = 30_000;
const LOOK_EACH_MS = 1_000;
const DANGERS = ['answer-lost report', 'answer-lost photo', 'answer-lost visit', 'answer-lost command'];
/** When in the shift the server is killed, when the broker goes, and when the last squad is sent. */
const SERVER_GONE_AT = 0.4;
const BROKER_GONE_AT = 0.7;
const LAST_ORDER_AT = 0.85;
/** So much longer it lasts at most where something that must be borne has not happened yet. */
const MOST_EXTRA_MS = 60_000;

/** One shift in the field: everybody with their telephones, the room, devices and a wall, from the first to the last minute. */
export class Shift {
  readonly #setting: Setting;
  readonly #scale: Scale;
  readonly #random: () => number;
  readonly #checks: Checks;
  readonly #journal = new Journal();
  readonly #faults: Faults = new Map();
  readonly #phones: LightPhone[] = [];
  readonly #browsers: BrowserPhone[] = [];
  #browserDuties: BrowserDuty[] = [];
  #wall: WallWatch | null = null;
  #room: RoomBot | null = null;
  #devices: Devices | null = null;
  #letters: readonly string[] = [];

  constructor(setting: Setting, scale: Scale, random: () => number, checks: Checks) {
    this.#setting = setting;
    this.#scale = scale;
    this.#random = random;
    this.#checks = checks;
  }

  /** Everybody signs in, opens what they have in their hands, and goes on duty. */
  async begin(): Promise<void> {
    serveFetchToPhones();
    const { place, district, secrets, room, desk } = this.#setting;
    // Squads that sleep or go far have their orders before anybody else, so that these run out, or are told late, within the shortest shift.
    await reportAtCounter(room.intake, district, MOST_IN_HAND * (this.#scale.asleep + this.#scale.far), this.#journal);
    this.#room = new RoomBot(room, desk, district.teams, this.#random);
    const waiting = [...district.people.entries()];
    const open = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [i, who] = next;
        const [password, address] = [passwordOf(this.#setting, who.account), addressOf(i)];
        if (who.hasBrowser) {
          this.#browsers.push(new BrowserPhone(who, { url: place.url, password, profile: place.path(`profile-${who.account}`), random: this.#random }));
          continue;
        }
        const person = await Person.signIn(place.url, '/api/v1/session', { account: who.account, password }, { 'x-forwarded-for': address });
        const phone = new LightPhone(who, person, { url: place.url, address, random: this.#random, journal: this.#journal, faults: this.#faults });
        await phone.open();
        await phone.goOnDuty();
        this.#phones.push(phone);
      }
    };
    await Promise.all(Array.from({ length: OPEN_AT_ONCE }, open));
    this.#wall = await WallWatch.open(place.url, secrets.wallKey);
    for (const browser of this.#browsers) await browser.open();
    this.#checks.note(`${this.#phones.length} light telephones, ${this.#browsers.length} Chromium and a wall are open`);
  }

  /** The shift itself, with the server killed and the broker gone once. */
  async work(): Promise<void> {
    const { desk, district, broker } = this.#setting;
    const { dutyMs, alarmEachMs, brokerAwayMs } = this.#scale;
    const parts = { scale: this.#scale, random: this.#random, journal: this.#journal };
    const startedAt = Date.now();
    const duties = this.#phones.map((phone) => new Duty(phone, { ...parts, strange: () => [...desk.rows.values()] }));
    this.#browserDuties = this.#browsers.map((browser) => new BrowserDuty(browser, parts));
    this.#devices = new Devices(broker, district.people.map(({ corner }) => corner), alarmEachMs, this.#random);
    const until = async (share: number): Promise<void> => {
      for (let left = startedAt + dutyMs * share - Date.now(); left > 0; left = startedAt + dutyMs * share - Date.now()) {
        await wait(Math.min(left, TELL_EACH_MS));
        this.#tell(startedAt);
      }
    };
    await until(SERVER_GONE_AT);
    await this.#restart();
    await until(BROKER_GONE_AT);
    await broker.leave();
    await wait(brokerAwayMs);
    await broker.comeBack();
    await until(LAST_ORDER_AT);
    const lacking = (): string[] => [...DANGERS.filter((danger) => !this.#faults.has(danger)), ...(duties.some(({ hasDoneFar }) => hasDoneFar) ? [] : ['a deed far out of range'])];
    const extraUntil = Date.now() + MOST_EXTRA_MS;
    while (lacking().length > 0 && Date.now() < extraUntil) await wait(LOOK_EACH_MS);
    await this.#room?.stop();
    await wait(dutyMs * (1 - LAST_ORDER_AT));
    await Promise.all([...duties.map((duty) => duty.end()), ...this.#browserDuties.map((duty) => duty.end()), this.#devices.stop()]);
    const happened = [...this.#faults].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => `${count} ${what}`).join(', ');
    // A run in which the dangerous things did not happen shows nothing.
    const never = lacking();
    this.#checks.check('what a telephone must bear happened', never.length === 0 && this.#journal.kills > 0, never.length > 0 ? `never: ${never.join(', ')}` : happened);
    this.#checks.note(`duty is over: ${this.#journal.spells} spells, ${this.#journal.kills} browsers killed of light telephones and ${this.#browserDuties.reduce((sum, { kills }) => sum + kills, 0)} real ones`);
  }

  #tell(startedAt: number): void {
    const { reports, deeds, kills } = this.#journal;
    this.#checks.progress(`${((Date.now() - startedAt) / 1_000).toFixed(0)} s: ${reports.length} reports, ${deeds.length} deeds, ${this.#room?.given.length ?? 0} orders, ${this.#devices?.alarms.length ?? 0} alarms, ${kills} kills`);
  }

  async #restart(): Promise<void> {
    const { place } = this.#setting;
    const goneAt = Date.now();
    await endProcess(this.#setting.server, 'SIGKILL');
    await this.#wall?.proveHonest(goneAt, this.#scale.serverAwayMs, this.#checks);
    const { server, readyMs } = await place.startServer();
    this.#setting.server = server;
    this.#checks.note(`the server was killed, gone for ${((Date.now() - goneAt) / 1_000).toFixed(0)} s and ready again in ${readyMs} ms`);
  }

  /** Gives what waits the time to come in, at most so long. */
  async drain(): Promise<void> {
    const startedAt = Date.now();
    const deadline = startedAt + this.#scale.drainMs;
    const isDrained = (): boolean => (this.#devices?.isHeard() ?? true) && this.#phones.every(({ disk }) => disk.entries().length === 0 && disk.fixCount === 0);
    do {
      for (const phone of this.#phones) void signWhatIsLeft(phone);
      await wait(LOOK_EACH_MS);
    } while (!isDrained() && Date.now() < deadline);
    const left = this.#phones.filter(({ disk }) => disk.entries().length + disk.fixCount > 0);
    this.#checks.check('every telephone has sent all that it kept', left.length === 0,
      left.slice(0, 4).map(({ who, disk }) => `${who.account}: ${disk.entries().length} entries, ${disk.fixCount} positions`).join('; ') || `${((Date.now() - startedAt) / 1_000).toFixed(1)} s after duty`);
    this.#checks.check('the product took all that the broker had for it', this.#devices?.isHeard() === true, `${this.#devices?.texts.length} messages`);
    for (const duty of this.#browserDuties) await duty.isEmpty(Math.max(20_000, deadline - Date.now()), this.#checks);
    await this.#awaitDesk(deadline);
  }

  /** Orders that nobody signs climb until the desk is told. */
  async #awaitDesk(deadline: number): Promise<void> {
    const { desk } = this.#setting;
    const isUnanswered = ({ caseId }: { caseId: string }): boolean => {
      const { state, order } = desk.rows.get(caseId) ?? {};
      return state === 'dispatched' && (order?.ladder?.deskAt ?? null) === null;
    };
    while ((this.#room?.given.some(isUnanswered) ?? false) && Date.now() < deadline) await wait(LOOK_EACH_MS);
  }

  /** What the product shows while it runs. */
  async verifyShown(account: Account): Promise<void> {
    const { room, desk } = this.#setting;
    await this.#wall?.proveTrue(this.#checks);
    const { letters } = await room.intake.get<ConnectorsView>('/api/v1/connectors');
    this.#letters = letters.map(({ externalNo }) => externalNo ?? '');
    this.#checks.check('the desk went on by number all the time', desk.faults.length === 0 && desk.snapshots.length === 1, desk.faults.slice(0, 3).join('; ') || `${desk.rows.size} cases, ${desk.connections} connections, one snapshot`);
    const refusals = this.#room?.refusals ?? [];
    this.#checks.check('everything the room did was taken', refusals.length === 0, refusals.slice(0, 3).join('; ') || `${this.#room?.given.length} orders given`);
    const complaints = this.#browsers.flatMap((browser) => browser.complaints);
    const faults = this.#browserDuties.flatMap((duty) => duty.faults);
    this.#checks.check('no page of a telephone complained', complaints.length === 0, complaints.slice(0, 3).join('; ') || 'not a word but of the net that was gone');
    this.#checks.note(`presses on a real screen that did not come to their end: ${faults.length}${faults.length > 0 ? `, ${faults.slice(0, 3).join('; ')}` : ''}`);
    await this.#verifyTracks(account);
  }

  /** Every position that a light telephone wrote down on duty is in the track of its unit, once. Nobody writes any more, so that none is on its way while they are counted. */
  async #verifyTracks(account: Account): Promise<void> {
    await Promise.all(this.#phones.map((phone) => phone.goOffDuty()));
    const missing: string[] = [];
    let [positions, doubled] = [0, 0];
    for (const [unitId, phones] of Map.groupBy(this.#phones, ({ who }) => who.unitId)) {
      const { fixes } = await this.#setting.room.dispatcher.get<{ fixes: PositionFix[] }>(`/api/v1/units/${unitId}/track?from=0&to=${Date.now() + 3_600_000}&reason=check`);
      const kept = new Set(fixes.map(({ at }) => at));
      const written = phones.flatMap(({ disk }) => disk.fixedAt);
      positions += written.length;
      missing.push(...written.filter((at) => !kept.has(at)).map((at) => `${unitId} at ${new Date(at).toISOString()}`));
      doubled += fixes.length - kept.size;
    }
    this.#checks.check('every position that was written down on duty is in its track, once', missing.length + doubled === 0,
      missing.length > 0 ? `${missing.length} missing of ${positions}: ${missing.slice(0, 6).join(', ')}` : `${positions} positions, ${doubled} twice`);
    account.lost += missing.length;
    account.doubled += doubled;
  }

  /** What is kept, counted from the store alone while no server runs. */
  async verifyKept(account: Account): Promise<Told> {
    const { place, district, desk } = this.#setting;
    const [checks, journal, given] = [this.#checks, this.#journal, this.#room?.given ?? []];
    const history = await readHistory(place.dataDir);
    const evidence = { history, journal, checks, account };
    checks.same('the database is whole and its history has no gap', [history.wholeness, history.gaps], ['ok', 0], `${history.events} events`);
    const once = verifyDeeds(evidence);
    verifyCommands(evidence, district.people);
    verifyOrder(evidence);
    verifyLate(evidence);
    const { signed, escalated } = verifyOrders(given, desk.rows, this.#scale, evidence);
    if (this.#devices) verifyAlarms(this.#devices, this.#letters, evidence);
    verifyPrivacy(evidence, district.people);
    return { clients: district.people.length, reports: journal.reports.filter(({ isKept }) => isKept).length, once, orders: given.length, signed, escalated };
  }

  async close(): Promise<void> {
    for (const phone of this.#phones) phone.close();
    await Promise.all(this.#browsers.map((browser) => browser.kill()));
    await this.#wall?.close();
    this.#setting.desk.close();
  }
}
