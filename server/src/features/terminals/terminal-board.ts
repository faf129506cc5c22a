import type { UnitId } from '@wangge/shared/base';
import type { TerminalAlarm, TerminalRow } from '@wangge/shared/wire';
import type { DistrictApi } from '../district/district.api.ts';
import type { CodeBook } from './code-book.ts';
import { OFFLINE_AFTER_MS, type TerminalLine, type TerminalPort } from './terminals.api.ts';
import type { ZoneBook } from './zone-book.ts';

/** A terminal's number as lines name it. */
export function plainPhone(phone: string): string {
  return phone.replace(/^0+(?=\d)/, '');
}

/** Which units' terminals are there: by what lines say, and for those not heard since the start by whether they ever registered. */
export class TerminalBoard {
  readonly #district: DistrictApi;
  readonly #codes: Pick<CodeBook, 'get'>;
  readonly #zones: Pick<ZoneBook, 'of' | 'nameOf'>;
  readonly #port: TerminalPort;
  readonly #startedAt: number;

  constructor(district: DistrictApi, codes: Pick<CodeBook, 'get'>, zones: Pick<ZoneBook, 'of' | 'nameOf'>, port: TerminalPort, startedAt: number) {
    this.#district = district;
    this.#codes = codes;
    this.#zones = zones;
    this.#port = port;
    this.#startedAt = startedAt;
  }

  phoneOf(unitId: UnitId): string | null {
    const phone = this.#district.current().units.find(({ id }) => id === unitId)?.terminalPhone;
    return phone ? plainPhone(phone) : null;
  }

  /** Since when nothing was heard of a terminal that is offline; null for one that is there, and for one that never was. */
  offlineSince(terminalPhone: string, now: number): number | null {
    const phone = plainPhone(terminalPhone);
    const line = this.#port.lineOf(phone);
    if (!line && this.#codes.get(phone) === undefined) return null;
    const heardAt = line?.heardAt ?? this.#startedAt;
    return line?.hasLeft || now - heardAt >= OFFLINE_AFTER_MS ? heardAt : null;
  }

  /** The terminals of an area, by the order of units. */
  rows(areaCode: string, now: number): TerminalRow[] {
    return this.#district.within(areaCode).units.flatMap(({ id, name, terminalPhone }) => {
      if (!terminalPhone) return [];
      const phone = plainPhone(terminalPhone);
      return [{ unitId: id, name, ...this.#standing(phone, this.#port.lineOf(phone), now) }];
    });
  }

  #standing(phone: string, line: TerminalLine | undefined, now: number): Omit<TerminalRow, 'unitId' | 'name'> {
    const isOffline = this.offlineSince(phone, now) !== null;
    const { carrier = null, doubles = 0, doubledAt = null, alarms = [], past = [] } = line ?? {};
    const named = <T extends TerminalAlarm>(alarm: T): T => withName(alarm, phone, this.#zones);
    return {
      standing: isOffline ? 'offline' : line ? 'online' : this.#codes.get(phone) === undefined ? 'never' : 'awaited', heardAt: line?.heardAt ?? null, carrier, doubles, doubledAt,
      alarms: alarms.map(named), past: past.map(named), zones: this.#zones.of(phone),
    };
  }
}

/** An alarm with the name of the area it is about, where we gave it that area. */
export function withName<T extends Pick<TerminalAlarm, 'zone'>>(alarm: T, phone: string, zones: Pick<ZoneBook, 'nameOf'>): T {
  const name = alarm.zone && alarm.zone.shape !== 'section' ? zones.nameOf(phone, alarm.zone.id) : undefined;
  return name === undefined ? alarm : { ...alarm, zone: { ...alarm.zone, name } };
}
