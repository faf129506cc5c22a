import { MINUTE_MS } from '@wangge/shared/base';
import type { TerminalHappening } from '@wangge/shared/alarm';
import type { TerminalAlarm } from '@wangge/shared/wire';
import type { AlarmsApi } from '../alarms/alarms.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import { matterOf } from './alarm-words.ts';
import { plainPhone, withName } from './terminal-board.ts';
import type { TerminalLine, TerminalPort } from './terminals.api.ts';
import type { ZoneBook } from './zone-book.ts';

/** A node that begins to lead looks back this far. */
const LOOK_BACK_MS = 10 * MINUTE_MS;

type Told = Pick<TerminalAlarm, 'since' | 'lngLat' | 'zone' | 'isExit'> & { readonly happening: TerminalHappening };

/**
 * Tells the alarms what terminals began to complain of, whichever node holds their lines; whether anybody is called for it says the list of
 * rules. The alarm button has its own way, which is quicker.
 */
export class AlarmWatch {
  readonly #port: Pick<TerminalPort, 'lines'>;
  readonly #district: DistrictApi;
  readonly #zones: Pick<ZoneBook, 'nameOf'>;
  readonly #alarms: Pick<AlarmsApi, 'hearUnit'>;
  /** Until when each terminal's complaints were told. */
  readonly #toldUntil = new Map<string, number>();

  constructor(port: Pick<TerminalPort, 'lines'>, district: DistrictApi, zones: Pick<ZoneBook, 'nameOf'>, alarms: Pick<AlarmsApi, 'hearUnit'>) {
    this.#port = port;
    this.#district = district;
    this.#zones = zones;
    this.#alarms = alarms;
  }

  /** Tells what began since the last look; what could not be kept is told again by the next. */
  async look(now: number): Promise<void> {
    const fresh = this.#port.lines().flatMap((line) => {
      const complaints = complaintsOf(line).filter(({ since }) => since > (this.#toldUntil.get(line.phone) ?? now - LOOK_BACK_MS));
      return complaints.length === 0 ? [] : [{ phone: line.phone, complaints }];
    });
    if (fresh.length === 0) return;
    const units = new Map(this.#district.current().units.flatMap(({ id, terminalPhone }) => (terminalPhone ? [[plainPhone(terminalPhone), id] as const] : [])));
    for (const { phone, complaints } of fresh) {
      const unitId = units.get(phone);
      const wasKnown = this.#toldUntil.has(phone);
      for (const complaint of complaints) {
        const { happening, since: at, lngLat } = complaint;
        const isKept = unitId === undefined || await this.#alarms.hearUnit({ unitId, happening, at, lngLat, matter: matterOf(happening, withName(complaint, phone, this.#zones)) }, wasKnown, now);
        this.#toldUntil.set(phone, isKept ? at : at - 1);
        if (!isKept) break;
      }
    }
  }
}

/** Everything a line says that somebody may have to be called for, the oldest first. */
function complaintsOf({ alarms, past, doubledAt }: TerminalLine): readonly Told[] {
  if (alarms.length === 0 && past.length === 0 && doubledAt === null) return [];
  const said = [...past, ...alarms].flatMap(({ name, ...rest }) => (name === 'sos' ? [] : [{ ...rest, happening: `terminal-${name}` as const }]));
  return [...said, ...(doubledAt === null ? [] : [{ happening: 'terminal-double' as const, since: doubledAt, lngLat: null }])].sort((a, b) => a.since - b.since);
}
