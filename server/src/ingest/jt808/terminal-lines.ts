import type { TerminalAnswer, TerminalLine, TerminalOrder, TerminalPort } from '../../features/terminals/terminals.api.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import type { CloseReason, Jt808Counters } from './counters.ts';
import type { Location } from './messages/0200-location.ts';
import { hearAlarms } from './terminal-alarms.ts';

/** One authenticated connection: how it is reached and ended. */
export type LineHandle = {
  readonly carrier: TerminalLine['carrier'];
  readonly address: string;
  heardAt(): number;
  close(reason: CloseReason): void;
  order(order: TerminalOrder): Promise<TerminalAnswer>;
};

/** An older connection that was heard within this time was alive when a newer one took its place. */
const ALIVE_MS = 60_000;

/** 终端线路: which terminals are connected, by which connection, and what they last said of themselves. One number has one connection, the newest. */
export class TerminalLines implements TerminalPort {
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #counters: Jt808Counters;
  readonly #handles = new Map<string, LineHandle>();
  readonly #known = new Map<string, TerminalLine>();

  constructor(clock: Clock, log: Logger, counters: Jt808Counters) {
    this.#clock = clock;
    this.#log = log;
    this.#counters = counters;
  }

  lines(): readonly TerminalLine[] {
    return [...this.#known.keys()].flatMap((phone) => this.lineOf(phone) ?? []);
  }

  lineOf(phone: string): TerminalLine | undefined {
    const line = this.#known.get(phone);
    return line && { ...line, heardAt: this.#handles.get(phone)?.heardAt() ?? line.heardAt };
  }

  async order(phone: string, order: TerminalOrder): Promise<TerminalAnswer> {
    const answer = await (this.#handles.get(phone)?.order(order) ?? { kind: 'offline' as const });
    this.#counters.orders[answer.kind] += 1;
    return answer;
  }

  cameOnline(phone: string, handle: LineHandle): void {
    const previous = this.#handles.get(phone);
    this.#handles.set(phone, handle);
    this.#counters.sessions.online = this.#handles.size;
    const { address, carrier } = handle;
    this.#note(phone, { heardAt: handle.heardAt(), hasLeft: false, carrier });
    this.#log.info({ terminal: phone, address, carrier }, 'terminal is online');
    if (previous === undefined || previous === handle) return;
    this.#replaced(phone, previous, handle);
    previous.close('replaced');
  }

  wentOffline(phone: string, handle: LineHandle, hasLeft: boolean): void {
    if (this.#handles.get(phone) !== handle) return;
    this.#handles.delete(phone);
    this.#counters.sessions.online = this.#handles.size;
    this.#note(phone, { heardAt: handle.heardAt(), hasLeft });
    this.#log.info({ terminal: phone, address: handle.address }, 'terminal is offline');
  }

  reported(phone: string, location: Location): void {
    const before = this.#known.get(phone)?.alarms ?? [];
    if (location.alarmBits === 0 && before.length === 0) return;
    const { alarms, past } = hearAlarms({ alarms: before, past: this.#known.get(phone)?.past ?? [] }, location, this.#clock.now());
    for (const alarm of alarms) if (!before.includes(alarm)) this.#counters.alarms[alarm.name] = (this.#counters.alarms[alarm.name] ?? 0) + 1;
    this.#note(phone, { alarms, past });
  }

  /** 同号双连: two that are alive under one number are two devices, or one that dialled again before its line was missed. */
  #replaced(phone: string, previous: LineHandle, { address }: LineHandle): void {
    const now = this.#clock.now();
    const wasAlive = now - previous.heardAt() < ALIVE_MS;
    this.#counters.sessions.replaced += 1;
    this.#log.warn({ terminal: phone, address, before: previous.address, wasAlive }, 'terminal connected twice, the newer connection stays');
    if (wasAlive) this.#note(phone, { doubles: (this.#known.get(phone)?.doubles ?? 0) + 1, doubledAt: now });
  }

  #note(phone: string, change: Partial<TerminalLine>): void {
    const known = this.#known.get(phone) ?? { phone, heardAt: this.#clock.now(), hasLeft: false, carrier: 'tcp' as const, doubles: 0, doubledAt: null, alarms: [], past: [] };
    this.#known.set(phone, { ...known, ...change });
  }
}
