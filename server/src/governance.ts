import type { Actor } from '@wangge/shared/access';
import type { CaseFacts } from '@wangge/shared/appraisal';
import type { UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import type { Recommendation } from '@wangge/shared/dispatch';
import type { AlarmsApi } from './features/alarms/alarms.api.ts';
import { createAlarms } from './features/alarms/create-alarms.ts';
import { createAppraisal } from './features/appraisal/create-appraisal.ts';
import { createConnectors } from './features/connectors/create-connectors.ts';
import type { ConnectorsApi } from './features/connectors/connectors.api.ts';
import { createEnforcementDemo } from './demo/enforcement/index.ts';
import { createCameras, type CamerasFeature } from './features/cameras/create-cameras.ts';
import { createBriefings } from './features/briefings/create-briefings.ts';
import { fenceAlarm } from './features/fences/fence-alarm.ts';
import { createFences, type Fences } from './features/fences/create-fences.ts';
import { createCalendar } from './features/calendar/create-calendar.ts';
import { callFigures } from './features/calls/call-figures.api.ts';
import type { CallRules } from './features/calls/call-context.api.ts';
import type { CallsApi } from './features/calls/calls.api.ts';
import { createCallsFeature } from './features/calls/create-calls-feature.ts';
import { maySeeCase } from './features/cases/case-visibility.queries.ts';
import type { CaseFeed } from './features/cases/case-feed.api.ts';
import type { CasesApi } from './features/cases/cases.api.ts';
import type { DistrictApi } from './features/district/district.api.ts';
import { createJoint } from './features/joint/create-joint.ts';
import { createDraws } from './features/draws/create-draws.ts';
import { createDrawsApi } from './features/draws/draws.api.ts';
import { createDrills } from './features/drills/create-drills.ts';
import type { DrillsApi } from './features/drills/drills.api.ts';
import { createDrafts } from './features/drafts/create-drafts.ts';
import { createSelfHandled } from './features/cases/create-self-handled.ts';
import { createEnforcement } from './features/enforcement/create-enforcement.ts';
import { createEnforcementApi } from './features/enforcement/enforcement.api.ts';
import { createListsFeature } from './features/lists/create-lists-feature.ts';
import type { FiguresApi } from './features/figures/figures.api.ts';
import type { ListsApi } from './features/lists/lists.api.ts';
import { createNotices } from './features/notices/create-notices.ts';
import type { NoticesApi } from './features/notices/notices.api.ts';
import { createOversight } from './features/oversight/create-oversight.ts';
import type { OversightApi } from './features/oversight/oversight.api.ts';
import { createAttendanceBook } from './features/patrol/attendance-book.ts';
import { createPatrol } from './features/patrol/create-patrol.ts';
import { createRounds } from './features/patrol/create-rounds.ts';
import { createPatrolBook } from './features/patrol/patrol-book.ts';
import { patrolIndicators } from './features/patrol/patrol-indicators.api.ts';
import type { PositionsApi } from './features/positions/positions.api.ts';
import type { ReadPast } from './features/replay/past-room.api.ts';
import { createRouting } from './features/routing/create-routing.ts';
import type { TeamBoard } from './features/teams/teams.api.ts';
import type { WallsApi } from './features/walls/walls.api.ts';
import { createWindows } from './features/windows/create-windows.ts';
import type { Ledger } from './ledger/ledger.ts';
import type { Clock } from './platform/clock.ts';
import type { Feature } from './platform/feature.ts';
import type { Logger } from './platform/logger.ts';
import type { AttachmentStore } from './store/attachment-store.ts';
import type { DocumentStore } from './store/document-store.ts';
import type { EventStore } from './store/event-store.ts';

/** What the features of governance are built from; each takes of it what it needs. */
export interface GovernanceParts {
  readonly ledger: Ledger;
  readonly events: EventStore;
  readonly documents: DocumentStore;
  /** Hosts to which messages may go out (`OUTGOING_HOSTS`). */
  readonly outgoingHosts: readonly string[];
  /** Hosts whose cameras may be opened (`CAMERA_HOSTS`). */
  readonly cameraHosts: readonly string[];
  /** Whether the installation names a broker to hear (`MQTT_BROKER`). */
  readonly hasBroker: boolean;
  /** Lists the county edits; their kinds are named in list-kinds.ts. */
  readonly lists: ListsApi;
  readonly district: DistrictApi;
  /** The cases that count, and below all of them with those of drills (演练). */
  readonly cases: CasesApi;
  readonly allCases: CasesApi;
  readonly calls: CallsApi;
  readonly callRules: CallRules;
  readonly feed: CaseFeed;
  readonly allFeed: CaseFeed;
  readonly drills: DrillsApi;
  readonly figures: FiguresApi;
  readonly past: ReadPast;
  readonly walls: Pick<WallsApi, 'present' | 'open'>;
  readonly attachments: AttachmentStore;
  readonly onMoved: PositionsApi['onMoved'];
  readonly positions: PositionsApi;
  readonly teams: TeamBoard;
  /** 推荐力量 for a case as things stand. */
  recommend(item: Case, now: number): Recommendation;
  readonly clipsFolder: string;
  lastPlace(unitId: UnitId): readonly [number, number] | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** Whether a demo is filled with draws and penalty cases of its own. */
  readonly hasDemoLife: boolean;
}

/** The features around the case, and what others act through. */
export interface Governance {
  readonly features: readonly Feature[];
  readonly oversight: OversightApi;
  readonly alarms: AlarmsApi;
  readonly connectors: ConnectorsApi;
  readonly notices: NoticesApi;
  readonly fences: Fences;
  readonly cameras: CamerasFeature;
  /** What 考评 knows of a case that counts. */
  factsOf(id: string): CaseFacts | undefined;
}

/** What the features are built from whose boards say how the work stands. */
export type BoardParts = Pick<GovernanceParts, 'ledger' | 'documents' | 'lists' | 'district' | 'cases' | 'calls' | 'callRules' | 'feed' | 'onMoved' | 'clock' | 'log'>;

/** The features whose boards say how the work stands, of the present or of a moment that is replayed. Built before the history is folded. */
export function openBoardFeatures(parts: BoardParts) {
  const { ledger, lists, district, calls, callRules } = parts;
  const drawsApi = createDrawsApi({ ...parts, calendar: () => district.current().calendar });
  const enforcementApi = createEnforcementApi({ ledger, lists, district });
  const maySee = (actor: Actor, item: Case): boolean => maySeeCase(actor, item, district.gridOfPerson(actor.id));
  const visits = createPatrolBook(parts);
  const attendance = createAttendanceBook(parts);
  return {
    drawsApi, enforcementApi, maySee,
    oversight: createOversight(parts),
    calls: createCallsFeature({ ...parts, ...callRules, maySeeCase: maySee }),
    joint: createJoint(parts),
    enforcement: createEnforcement({ ...parts, api: enforcementApi }),
    draws: createDraws({ ...parts, draws: drawsApi }),
    appraisal: createAppraisal({ ...parts, outside: [callFigures(calls), patrolIndicators({ ...parts, visits, attendance })] }),
    patrol: createPatrol({ ...parts, visits }),
    windows: createWindows(parts),
  };
}

/** The features around the case, in the order in which they are shown. One line each; built before the history is folded. */
export async function openGovernance(parts: GovernanceParts): Promise<Governance> {
  const { lists, district, clock } = parts;
  const { drawsApi, enforcementApi, maySee, oversight, calls, joint, enforcement, draws, appraisal, patrol, windows } = openBoardFeatures(parts);
  const connectors = createConnectors(parts);
  const notices = createNotices(parts);
  const cameras = createCameras(parts);
  const alarms = createAlarms({ ...parts, cases: parts.allCases, feed: parts.allFeed });
  const fences = await createFences({ ...parts, raise: (event, now) => alarms.api.hearFence(fenceAlarm(event), now) });
  const features = [
    createDrafts({ ...parts, cases: parts.allCases }),
    createDrills(parts),
    createSelfHandled(parts),
    createListsFeature({ lists, clock, districtCode: () => district.current().code }),
    createRouting({ ...parts, cases: parts.allCases, maySeeCase: maySee }),
    createCalendar(parts),
    fences,
    cameras,
    connectors,
    oversight,
    alarms,
    calls,
    joint,
    enforcement,
    draws,
    ...(parts.hasDemoLife ? [createEnforcementDemo({ ...parts, draws: drawsApi, enforcement: enforcementApi })] : []),
    appraisal,
    patrol,
    createRounds(parts),
    windows,
    notices,
    createBriefings({ ...parts, periods: appraisal.periods, maySeeCase: maySee }),
  ];
  return { features, oversight: oversight.api, alarms: alarms.api, connectors: connectors.api, notices: notices.api, fences, cameras, factsOf: (id) => appraisal.facts.get(id) };
}
