import { isInArea } from '@wangge/shared/access';
import { SECOND_MS, type TeamId, type UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { LngLat } from '@wangge/shared/geo';
import type { RoadGraph } from '@wangge/shared/roads';
import type { AlarmsApi } from '../../features/alarms/alarms.api.ts';
import type { CallRules } from '../../features/calls/call-context.api.ts';
import type { CallsApi } from '../../features/calls/calls.api.ts';
import type { CaseFeed } from '../../features/cases/case-feed.api.ts';
import type { CasesApi } from '../../features/cases/cases.api.ts';
import type { DistrictApi } from '../../features/district/district.api.ts';
import type { OversightApi } from '../../features/oversight/oversight.api.ts';
import type { PositionSink } from '../../ingest/raw-fix.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { Cast } from './cast.ts';
import { Demand } from './demand.ts';
import { createFleet } from './fleet.ts';
import { liveMovement } from './live-movement.ts';
import { LiveAlarms } from './live-alarms.ts';
import { LiveOversight } from './live-oversight.ts';
import { LivePeople } from './live-people.ts';
import { LivePositions } from './live-positions.ts';
import { Town } from './town.ts';
import type { Errand } from './vehicle.ts';
import { townViews, type TownView } from './town-views.ts';
import { createWalkers } from './walkers.ts';

const TICK_MS = SECOND_MS;

export interface DemoLifeDeps {
  readonly district: DistrictApi;
  readonly roads: RoadGraph;
  readonly cases: CasesApi;
  readonly calls: CallsApi;
  readonly callRules: CallRules;
  readonly feed: CaseFeed;
  readonly oversight: OversightApi;
  readonly alarms: AlarmsApi;
  readonly sink: PositionSink;
  readonly clock: Clock;
  readonly log: Logger;
  readonly seed: number;
  /** Newest known place of a unit; null when it never spoke. */
  lastPlace(unitId: UnitId): LngLat | null;
  /** Whether a member of the team is signed in on a phone: then the demo neither moves it nor acts for it. */
  isTeamManned(teamId: TeamId): boolean;
  /** 上勤 or 下勤 of a unit. */
  setDuty(unitId: UnitId, isOnDuty: boolean): void;
}

/**
 * The demo in the present, in each of its townships: reports come in, people handle them, teams and grid workers move.
 * Everything goes through the doors that real input uses. Start it after the book is loaded; the answer stops it.
 */
export function startDemoLife(deps: DemoLifeDeps): () => void {
  const stops = townViews(deps.district, deps.seed).map((view) => startTown(view, deps));
  return () => stops.forEach((stop) => stop());
}

function startTown({ code, district, seed, share }: TownView, deps: DemoLifeDeps): () => void {
  const { roads, feed, calls, callRules, sink, clock, log } = deps;
  const isOurs = (item: Case): boolean => isInArea(item.villageCode, code);
  const cases: CasesApi = { ...deps.cases, all: () => [...deps.cases.all()].filter(isOurs).values() };
  const { teams, units, calendar } = district.current();
  const now = clock.now();
  const isManned = (teamId: TeamId): boolean => deps.isTeamManned(teamId);
  const fleet = createFleet({ teams, map: district.map(), roads, startOf: (unitId) => deps.lastPlace(unitId), now });
  const town = new Town(district, new Cast(district.current()), liveMovement(roads, fleet, isManned), { rules: callRules, of: (id) => calls.ofCase(id) });
  const demand = new Demand({ district, roads, cast: town.cast, seed, share });
  const people = new LivePeople({ town, cases, calls, demand, log, now });
  const supervision = new LiveOversight({ oversight: deps.oversight, cases, town, log });
  const answers = new LiveAlarms({ alarms: deps.alarms, town, areaCode: code, log });
  const errandOf = (teamId: TeamId): Errand | null => {
    const item = town.underWay(teamId);
    return item && { caseId: item.id, lngLat: item.lngLat };
  };
  const positions = new LivePositions({
    fleet, walkers: createWalkers(units, district.map(), roads), calendar, sink, isManned, errandOf, lastPlace: (unitId) => deps.lastPlace(unitId),
    setDuty: (unitId, isOnDuty) => deps.setDuty(unitId, isOnDuty),
  });

  let isStopped = false;
  let isActing = false;
  feed.onChanges((changes) => {
    if (!isStopped) for (const { before, after } of changes) if (isOurs(after)) people.observe(before, after, clock.now());
  });
  calls.onChanges((changes) => {
    if (!isStopped) for (const { after } of changes) if (after.townCode === code) people.look(after.caseId, clock.now());
  });
  const stopTicking = clock.every(TICK_MS, () => {
    positions.step(clock.now());
    if (isActing) return;
    isActing = true;
    people.act(clock.now())
      .then(() => supervision.act(clock.now()))
      .then(() => answers.act(clock.now()))
      .catch((error: unknown) => log.error({ err: error }, 'demo could not act'))
      .finally(() => (isActing = false));
  });
  return () => {
    isStopped = true;
    stopTicking();
  };
}
