import { SECOND_MS } from '@wangge/shared/base';
import type { Unit } from '@wangge/shared/district';
import type { TerminalsBoard } from '@wangge/shared/wire';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { AlarmsApi } from '../alarms/alarms.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import type { CodeBook } from './code-book.ts';
import { AlarmWatch } from './alarm-watch.ts';
import { TerminalBoard } from './terminal-board.ts';
import { createOrderDesk } from './order-desk.ts';
import { terminalRoutes } from './terminals.routes.ts';
import type { TerminalPort } from './terminals.api.ts';
import type { ZoneBook } from './zone-book.ts';
import { zoneRoutes } from './zones.routes.ts';

export interface TerminalNeeds {
  readonly district: DistrictApi;
  readonly codes: Pick<CodeBook, 'get'>;
  readonly zones: ZoneBook;
  readonly port: TerminalPort;
  readonly lists: ListsApi;
  readonly alarms: Pick<AlarmsApi, 'hearUnit'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** 车载终端: which are there, what they complain of, and orders to them. */
export function createTerminals({ district, codes, zones, port, lists, alarms, clock, log }: TerminalNeeds): Feature & { offlineSince(unit: Unit, now: number): number | null } {
  const board = new TerminalBoard(district, codes, zones, port, clock.now());
  const watch = new AlarmWatch(port, district, zones, alarms);
  let [version, shown, lookedAt] = [0, '', -Infinity];

  /** Looked at once a second at most; that a terminal was heard again is no news, whether it is there is. */
  function versionNow(): number {
    const now = clock.now();
    if (Math.abs(now - lookedAt) < SECOND_MS) return version;
    lookedAt = now;
    const look = JSON.stringify(board.rows('', now).map((row) => ({ ...row, heardAt: 0 })));
    if (look !== shown) version += 1;
    shown = look;
    return version;
  }

  return {
    offlineSince: ({ terminalPhone }, now) => (terminalPhone ? board.offlineSince(terminalPhone, now) : null),
    boards: [{ name: 'terminals', access: 'terminal.view', version: versionNow, read: (actor, now): TerminalsBoard => ({ terminals: board.rows(actor.areaCode, now) }) }],
    start: () => clock.every(SECOND_MS, () => void watch.look(clock.now()).catch((error: unknown) => log.error({ err: error }, 'what terminals complain of could not be told and is told again'))),
    routes(http) {
      const give = createOrderDesk({ board, port, district, clock });
      terminalRoutes(http, give);
      zoneRoutes(http, give, { zones, lists, clock });
    },
  };
}
