import { SECOND_MS, type UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { Recommendation } from '@wangge/shared/dispatch';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Feature } from '../../platform/feature.ts';
import type { Logger } from '../../platform/logger.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import type { CallsApi } from '../calls/calls.api.ts';
import type { CaseFeed } from '../cases/case-feed.api.ts';
import type { CasesApi } from '../cases/cases.api.ts';
import type { DistrictApi } from '../district/district.api.ts';
import type { ListsApi } from '../lists/lists.api.ts';
import { AlarmBook } from './alarm-book.ts';
import { fenceFacts, type FenceAlarm } from './alarm-facts.ts';
import { createAlarmClips } from './alarm-clips.ts';
import type { AlarmsApi, UnitSignal } from './alarms.api.ts';
import { alarmRoutes } from './alarms.routes.ts';
import { alertRoutes } from './alerts.routes.ts';
import { createAlerts } from './out/create-alerts.ts';
import { readAlarms, type AlarmGround } from './shown-alarms.queries.ts';
import { createSosDesk } from './sos-desk.ts';
import { takeoverKind } from './takeover-kind.api.ts';
import { createUnitDesk } from './unit-desk.ts';
import { Watch } from './watch.ts';

const SWEEP_MS = SECOND_MS;
/** While something waits, teams move: what is recommended is read anew this often. */
const FRESH_MS = 10 * SECOND_MS;

export interface AlarmNeeds {
  readonly ledger: Ledger;
  readonly cases: CasesApi;
  readonly calls: CallsApi;
  readonly feed: CaseFeed;
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  readonly documents: DocumentStore;
  /** Hosts to which messages may go out (`OUTGOING_HOSTS`). */
  readonly outgoingHosts: readonly string[];
  /** Where recorded sentences lie. */
  readonly clipsFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
  recommend(item: Case, now: number): Recommendation;
  lastPlace(unitId: UnitId): readonly [number, number] | null;
}

/** 告警与接管: what interrupts a wall, who was called, who acknowledged, and when it was over. */
export function createAlarms(needs: AlarmNeeds): Feature & { readonly api: AlarmsApi } {
  const { feed, lists, clock, log } = needs;
  const rulesAt: AlarmGround['rulesAt'] = (at) => lists.inForce(takeoverKind, at);
  const book = new AlarmBook({ ledger: needs.ledger, settingsAt: (at) => rulesAt(at).content });
  const ground: AlarmGround = { ...needs, book, rulesAt, clips: createAlarmClips(needs.clipsFolder) };
  const watch = new Watch({ ...needs, book, rulesAt });
  const alerts = createAlerts({ ...needs, book });
  const units = createUnitDesk({ ...needs, book, rulesAt });
  const sos = createSosDesk(units, book, log);
  const hearFence = async (alarm: FenceAlarm, now: number): Promise<void> => {
    const facts = fenceFacts(rulesAt(now), alarm);
    if (facts) await book.raise(facts, now);
  };
  let isLeading = false;
  const changed: (() => void)[] = [];
  book.onChanges(() => changed.forEach((tell) => tell()));

  const quietly = (work: Promise<void>): void => void work.catch((error: unknown) => log.error({ err: error }, 'the alarms could not be looked after and are looked at again'));
  feed.onChanges((changes) => {
    if (isLeading) for (const change of changes) quietly(watch.follow(change, clock.now()));
  });

  async function sweep(now: number): Promise<void> {
    await watch.sweep(now);
    alerts.look(now);
  }

  async function hearUnit(signal: UnitSignal, wasKnown: boolean, now: number): Promise<boolean> {
    if (!units.isNew(signal.unitId, signal.happening, wasKnown, now)) return true;
    const raised = await units.raise(signal, now);
    if (!raised.ok) log.warn({ unitId: signal.unitId, happening: signal.happening, code: raised.error.code }, 'what a terminal complains of was not raised');
    return raised.ok;
  }

  let beats = 0;
  let beatAt = 0;
  function version(): number {
    const isWaiting = book.open().some(({ state }) => state === 'raised');
    if (isWaiting && clock.now() >= beatAt + FRESH_MS) {
      beats += 1;
      beatAt = clock.now();
    }
    return book.version + beats + alerts.alertLog.writes();
  }

  return {
    api: { all: () => book.all(), open: () => book.open(), get: (id) => book.get(id), act: (id, command, now) => book.act(id, command, now), hearSos: sos.hear, callForHelp: sos.call, lastCallOf: sos.lastOf, hearUnit, hearFence, sweep, alertCounters: alerts.counters, onChanges: (listener) => void changed.push(listener) },
    boards: [{ name: 'alarms', access: 'alarm.view', version, read: (actor, now) => readAlarms(ground, actor, now), onUrgent: (tell) => void changed.push(tell) }],
    routes(http) {
      alarmRoutes(http, { ...ground, deliveriesOf: alerts.alertLog.of }, clock);
      alertRoutes(http, alerts, clock);
    },
    start() {
      isLeading = true;
      alerts.begin();
      quietly(watch.begin(clock.now()));
      const stop = clock.every(SWEEP_MS, () => quietly(sweep(clock.now())));
      return () => {
        isLeading = false;
        alerts.end();
        stop();
      };
    },
  };
}
