import { join } from 'node:path';
import type { Actor } from '@wangge/shared/access';
import type { UnitId } from '@wangge/shared/base';
import type { Case } from '@wangge/shared/case';
import { buildRoadGraph } from '@wangge/shared/roads';
import { authenticateSocket } from './audience.ts';
import type { Config } from './config.ts';
import { createDailyLife } from './demo/daily/index.ts';
import { seedJoint } from './demo/joint/seed-joint.ts';
import { seedHistory, startDemoLife } from './demo/life/index.ts';
import { seedConnectors } from './demo/connectors/seed-connectors.ts';
import { seedNotices } from './demo/notices/seed-notices.ts';
import { seedFences } from './demo/fences/seed-fences.ts';
import { seedDemoPhotos } from './demo/photos/index.ts';
import { createAccessApi } from './features/access/access.api.ts';
import { accessRoutes } from './features/access/access.routes.ts';
import { createChannelsApi } from './features/access/channels.ts';
import { guardVisitors } from './features/walls/visitor-gate.api.ts';
import { guardRoutes } from './features/access/gate.api.ts';
import { createAuditTrail } from './features/audit/audit-trail.api.ts';
import { auditRoutes } from './features/audit/audit.routes.ts';
import { tellOfServer } from './features/audit/tell-of-server.ts';
import { watchRequests } from './features/audit/watch-requests.ts';
import { createPhotoCheck, guardPhotos } from './features/attachments/photo-guard.api.ts';
import { baseMapRoutes } from './features/base-map/base-map.routes.ts';
import { attachmentRoutes } from './features/attachments/attachments.routes.ts';
import { readableBoards } from './features/boards/readable-boards.api.ts';
import { boardRoutes } from './features/boards/boards.routes.ts';
import { createCallRules } from './features/calls/call-rules.api.ts';
import { createCallsApi } from './features/calls/calls.api.ts';
import { CaseBook } from './features/cases/case-book.ts';
import { countedCases, countedFeed } from './features/cases/counted-cases.api.ts';
import { caseRow } from './features/cases/case-row.ts';
import { CaseViews } from './features/cases/case-views.queries.ts';
import { maySeeCase } from './features/cases/case-visibility.queries.ts';
import { createCasesApi } from './features/cases/cases.api.ts';
import { createDrillsApi } from './features/drills/drills.api.ts';
import { caseRoutes } from './features/cases/cases.routes.ts';
import { createSuspensionTimer } from './features/cases/suspension-timer.ts';
import { createCitizen } from './features/citizen/create-citizen.ts';
import { createDispatchApi } from './features/dispatch/dispatch.api.ts';
import { arrivalRingRoutes } from './features/dispatch/arrival-rings.routes.ts';
import { createSignWatch } from './features/dispatch/sign-watch.ts';
import { dispatchRoutes } from './features/dispatch/dispatch.routes.ts';
import { createDistrictApi } from './features/district/district.api.ts';
import { firstEditions } from './features/district/first-editions.ts';
import { createRuleBook } from './features/district/rule-book.api.ts';
import { districtRoutes } from './features/district/district.routes.ts';
import { createFiguresApi } from './features/figures/figures.api.ts';
import { figureRoutes } from './features/figures/figures.routes.ts';
import { createListsApi } from './features/lists/create-lists.ts';
import { departmentsOf } from './features/lists/departments-known.ts';
import { ladderKind } from './features/oversight/ladder-kind.api.ts';
import { createPositions } from './features/positions/create-positions.ts';
import { createReplay } from './features/replay/create-replay.ts';
import { positionRoutes } from './features/positions/positions.routes.ts';
import { DutyBook } from './features/teams/duty-book.ts';
import { createRetentionFeature } from './features/retention/create-retention.ts';
import { createRetention } from './features/retention/retention.api.ts';
import { TeamBoard } from './features/teams/teams.api.ts';
import { CodeBook } from './features/terminals/code-book.ts';
import { createTerminals } from './features/terminals/create-terminals.ts';
import { ZoneBook } from './features/terminals/zone-book.ts';
import { teamRoutes } from './features/teams/teams.routes.ts';
import { DEMO_SEED, openDistrict, type FirstStart } from './first-start.ts';
import { openGovernance } from './governance.ts';
import { LIST_KINDS } from './list-kinds.ts';
import { createWalls } from './features/walls/create-walls.ts';
import { createPastBoards } from './past-boards.ts';
import { createPastRooms, viewOf } from './past-room.ts';
import { lngLatOf, terminalReadings, terminalsOf } from './terminals.ts';
import { createAllowListRegistry, createJt808Gateway } from './ingest/jt808.ts';
import { createPositionDoor } from './ingest/position-door.ts';
import { intakeRoutes } from './ingest/rest/intake.routes.ts';
import { createInbox } from './ingest/connectors/watch-inbox.ts';
import { connectorPushRoutes } from './ingest/connectors/push.routes.ts';
import { positionIntakeRoutes } from './ingest/rest/positions.routes.ts';
import { sosIntakeRoutes } from './ingest/rest/sos.routes.ts';
import { describeApi, servePages } from './pages.ts';
import type { Clock } from './platform/clock.ts';
import { healthRoutes } from './platform/health.ts';
import { createHttp } from './platform/http.ts';
import { newSecret } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { createStoreWatch, troubleReading } from './platform/store-watch.ts';
import { createGateway } from './push/gateway.ts';
import { createOperations } from './push/operations.ts';
import { joinNodes, openNodeLink } from './join-nodes.ts';
import { hearSosOver } from './nodes/share-sos.ts';
import { shareTerminals } from './nodes/share-terminals.ts';
import { Ledger } from './ledger/ledger.ts';
import { openStores, watchStores } from './stores.ts';

// What a program that embeds the server needs besides it.
export { readConfig } from './config.ts';
export { systemClock } from './platform/clock.ts';
export type { Clock } from './platform/clock.ts';
export { silentLogger } from './platform/logger.ts';

export interface App {
  /** Addresses in use after `listen`. */
  readonly address: { readonly http: string; readonly jt808: string | null };
  readonly firstStart: FirstStart;
  close(): Promise<void>;
}

/** Builds the whole server in the order in which data flows through it, and listens. The one file that knows every part. */
export async function startApp(config: Config, clock: Clock, log: Logger): Promise<App> {
  // What is kept, and the district it is about.
  const storeWatch = createStoreWatch(clock, log);
  const stores = watchStores(await openStores(config.storeUrl), storeWatch);
  const firstStart = await openDistrict(stores.documents, config);
  const { kept } = firstStart;
  const lists = await createListsApi(stores.documents, LIST_KINDS, { hasDepartment: departmentsOf(kept.district), allowsCameraHost: (host) => config.cameraHosts.includes(host) }, firstEditions(kept.district));
  const district = createDistrictApi(kept.district, kept.map, createRuleBook(lists, clock));
  const roads = kept.map.roads ? buildRoadGraph(kept.map.roads.features.map((f) => ({ coordinates: f.geometry.coordinates, roadClass: f.properties.roadClass }))) : null;

  const callRules = createCallRules(lists);

  // The demo's past: what happened before the first start, or while the product stood still.
  const demo = kept.district.isDemo && config.hasDemoLife && roads ? { district, roads, seed: DEMO_SEED, callRules } : null;
  if (demo) await seedHistory({ ...demo, ladder: lists.inForce(ladderKind, clock.now()), events: stores.events, tracks: stores.tracks }, clock.now());
  if (demo) await seedFences({ lists, district }, clock.now());
  if (kept.district.isDemo) await seedConnectors({ lists, areaCode: district.current().towns[0]?.code ?? '' }, clock.now());
  if (demo) await seedDemoPhotos(stores.attachments, clock.now());

  // Cases, and the read models fed by them.
  const ledger = new Ledger(stores.events);
  const book = new CaseBook();
  ledger.register('case', book);
  const positions = await createPositions(stores.tracks, clock, log, district.areaOfUnit);
  const duty = await DutyBook.open(stores.documents);
  /** What counts is fed from here; `book` holds the cases of drills too. */
  const counted = countedFeed(book);
  const board = new TeamBoard(counted, district, duty, {
    indexOf: positions.indexOf,
    lastFixAt: (unitId) => positions.newestAtOf(unitId) ?? null,
    patrolKmToday: positions.unitKmToday,
    offlineSince: (unit, now) => vehicleTerminals.offlineSince(unit, now),
  });
  const figures = createFiguresApi(counted, district, (now, areaCode) => board.force(now, areaCode));
  const unitName = (item: Case) => (item.order ? district.teamOf(item.order.teamId)?.name : district.departmentName(item.leadDepartmentId)) ?? null;
  const views = new CaseViews(book, () => clock.now(), unitName);
  const drills = createDrillsApi({ ledger, feed: book, calendar: () => district.current().calendar });
  const cases = createCasesApi(book, ledger, district, (id, code, now) => drills.running(id, code, now) !== undefined);
  const realCases = countedCases(cases);
  const suspensions = createSuspensionTimer(book, cases, clock, log);
  const calls = createCallsApi({ ledger, cases: realCases, district, ...callRules });
  const lastPlace = (unitId: UnitId) => lngLatOf(positions.latestOf(unitId));
  const dispatch = createDispatchApi(district, board, { lastPlace }, roads);
  const signWatch = createSignWatch({ cases, feed: book, lists, dispatch, clock, log });
  const replay = createReplay({
    ledger, events: stores.events, feed: book, clock,
    openRoom: createPastRooms({ kept, lists, positions, unitName }), openBoards: createPastBoards({ kept, documents: stores.documents, lists, callRules, log, factsOf: (id) => factsOf(id), calendarNow: () => district.current().calendar }), sees: (actor, item) => viewOf(actor, district).includes(item),
  });
  const walls = await createWalls({ documents: stores.documents, district, clock });
  const { features: governance, oversight, alarms, connectors, notices, fences, cameras, factsOf } = await openGovernance({ recommend: dispatch.recommend, lastPlace, clipsFolder: join(config.dataDir, 'clips'), ledger, events: stores.events, documents: stores.documents, outgoingHosts: config.outgoingHosts, cameraHosts: config.cameraHosts, hasBroker: config.mqttBroker !== null, lists, district, cases: realCases, allCases: cases, calls, callRules, feed: counted, allFeed: book, drills, figures, past: replay.past, walls: walls.api, attachments: stores.attachments, onMoved: positions.onMoved, positions, teams: board, clock, log, hasDemoLife: config.hasDemoLife });
  const retention = createRetentionFeature({ clock, log, retention: createRetention({ ...stores, ledger, feed: book, cases, lists, now: () => clock.now() }) });
  const citizen = createCitizen({ ledger, documents: stores.documents, attachments: stores.attachments, lists, district, cases, clock });

  // Doors for positions, and the terminals behind them, whichever node holds their lines.
  const door = createPositionDoor(positions, clock, log, (signal) => alarms.hearSos(signal, clock.now()));
  const codes = await CodeBook.open(stores.documents, log);
  const zones = await ZoneBook.open(stores.documents);
  const terminals = createJt808Gateway({ registry: createAllowListRegistry(terminalsOf(kept.district), () => newSecret(12), codes), sink: door, clock, log });
  const link = await openNodeLink({ stores, config, clock, log });
  const sharedTerminals = shareTerminals(terminals.terminals, link, clock);
  const vehicleTerminals = createTerminals({ district, codes, zones, port: sharedTerminals.port, lists, alarms, clock, log });

  await ledger.catchUp();
  if (demo) await seedJoint({ ...demo, ledger, cases, lists }, clock.now());
  if (demo) await seedNotices({ notices, district }, clock.now());
  const daily = demo && createDailyLife({ ...demo, ledger, lists, documents: stores.documents });
  await daily?.tell(clock.now());
  figures.start(clock.now());

  // Doors for people and systems.
  const access = createAccessApi(stores.documents, clock);
  const http = await createHttp(log, config.trustedProxies, config.cameraHosts);
  await describeApi(http);
  const trail = createAuditTrail(stores.audit, clock, log);
  watchRequests(http, trail, access, clock);
  guardRoutes(http, access, createChannelsApi(stores.documents));
  const isMasked = (actor: Actor): boolean => actor.role === 'wall' && walls.api.isMasked(actor.unitId);
  guardVisitors(http, isMasked);
  const checkPhotos = createPhotoCheck(stores.attachments);
  guardPhotos(http, checkPhotos);
  const recheckSockets = () => gateway.recheck().catch((error: unknown) => log.error({ err: error }, 'sockets could not be asked again'));
  const sessionListeners: (() => void)[] = [() => void recheckSockets()];
  walls.onUnpaired(() => sessionListeners.forEach((tell) => tell()));
  const features = [...governance, walls, vehicleTerminals];
  const boards = features.flatMap((feature) => feature.boards ?? []);
  accessRoutes(http, { access, isDemo: kept.district.isDemo, boardsOf: (role) => readableBoards(boards, role).map(({ name }) => name), onSessionsChanged: () => sessionListeners.forEach((tell) => tell()) });
  districtRoutes(http, district);
  baseMapRoutes(http, config.baseMap, { dataDir: config.dataDir, clock });
  caseRoutes(http, {
    cases, district, clock, planDispatch: dispatch.plan,
    maySee: (actor, item) => maySeeCase(actor, item, district.gridOfPerson(actor.id)), toldOf: connectors.toldOf,
  });
  dispatchRoutes(http, dispatch, cases, clock);
  arrivalRingRoutes(http, district, roads);
  figureRoutes(http, figures, realCases, clock, (actor, item) => {
    const view = viewOf(actor, district);
    return view.includes(item) ? caseRow(item, view.place(item)) : null;
  });
  teamRoutes(http, board, duty, clock);
  positionRoutes(http, { positions, clock, areaOfUnit: district.areaOfUnit, isOwn: board.isOwnUnit.bind(board) });
  intakeRoutes(http, { cases, checkPhotos, clock });
  positionIntakeRoutes(http, board, door, clock);
  sosIntakeRoutes(http, board, alarms, clock);
  connectorPushRoutes(http, connectors, clock);
  attachmentRoutes(http, stores.attachments, clock, () => district.current().rules.voiceNote.maxBytes);
  auditRoutes(http, { store: stores.audit, clock, districtCode: () => district.current().code });
  for (const feature of [...features, citizen, replay, retention]) feature.routes?.(http);
  boardRoutes(http, boards, clock);
  await servePages(http);

  // Push.
  hearSosOver(link, (signal) => alarms.hearSos(signal, clock.now()));
  const operations = createOperations({ epoch: stores.events.epoch, feed: book, views, figures, board, district, boards, clock });
  const gateway = createGateway({
    httpServer: http.server, source: operations, positions: positions.live, storeWatch, clock,
    authenticate: (handshake) => authenticateSocket(access, handshake, isMasked),
  });
  healthRoutes(http, stores.isReachable, {
    cases: { help: 'cases held', read: () => book.size },
    citizen_requests: { help: 'reports and ratings of citizens that were taken, and what was refused, by code', read: () => citizen.counters() },
    retention: { help: 'what retention thinned, archived, erased and deleted since the start', read: () => retention.counters() },
    connector_messages: { help: 'messages of other systems since the start, by connector and what came of them', read: () => connectors.counters() },
    alert_messages: { help: 'people told of alarms outside the product since the start, by gateway and what came of it', read: () => alarms.alertCounters() },
    last_seq: { help: 'sequence number of the last event', read: () => book.lastSeq },
    fixes: { help: 'positions by verdict', read: () => door.counters },
    ...terminalReadings(terminals.counters),
    store_trouble: { help: '1 while the store cannot be written, by what hinders it', read: () => troubleReading(storeWatch) },
    node_link_up: { help: '1 while other nodes are heard over Redis', read: () => (link.isUp() ? 1 : 0) },
    push_snapshots: { help: 'snapshots made, and sent to surfaces', read: () => ({ made: gateway.stats().snapshotsMade, sent: gateway.stats().snapshotsSent }) },
    push_waiting_bytes: { help: 'most bytes that wait for one surface', read: () => gateway.stats().mostWaitingBytes },
    push_sessions: { help: 'connected surfaces', read: () => gateway.stats().sessions },
  });

  // What it does by itself, alone or as one of several. MQTT is read in only where there is a broker.
  const broker = config.mqttBroker === null ? null : { address: config.mqttBroker, ...(await import('./ingest/connectors/broker-line.ts')) };
  const startTimers = () => {
    const stops = [suspensions.start(), signWatch.start(), createInbox({ folder: join(config.dataDir, 'inbox'), connectors, clock, log }).start(), broker?.openBrokerLine({ address: broker.address, installation: stores.events.epoch, connectors, clock, log }), daily?.start(clock, log), ...[...features, retention].map((feature) => feature.start?.())];
    const setDuty = (unitId: UnitId, isOnDuty: boolean): void => void duty.say(unitId, isOnDuty).catch((error: unknown) => log.error({ err: error }, 'duty could not be kept'));
    stops.push(demo ? startDemoLife({ ...demo, cases: realCases, calls, feed: counted, oversight, alarms, sink: door, clock, log, lastPlace, isTeamManned: gateway.isTeamOnline, setDuty }) : undefined);
    return () => stops.forEach((stop) => stop?.());
  };
  const leave = joinNodes({
    stores, config, link, ledger, positions, startTimers, clock, log,
    shared: [
      { name: 'duty', reread: () => duty.reread(), onChange: (listener) => duty.onChange(listener) },
      { name: 'terminals', reread: () => codes.reread(), onChange: () => undefined },
      { name: 'terminal-zones', reread: () => zones.reread(), onChange: (listener) => zones.onChange(listener) },
      { name: 'walls', reread: () => walls.reread(), onChange: (listener) => walls.onWritten(listener) },
      { name: 'fence-events', reread: () => fences.reread(), onChange: (listener) => fences.onKept(listener) },
      { name: 'lists', reread: () => lists.reread(), onChange: (listener) => lists.onPublished(listener) },
      { name: 'sessions', reread: async () => { access.forget(); await gateway.recheck(); }, onChange: (listener) => void sessionListeners.push(listener) },
    ],
  });

  const stopAsking = cameras.watch();
  const stopMasks = walls.watchMasks(() => void recheckSockets());
  const stopWatching = storeWatch.start(() => stores.probeWrite());
  const bound = config.role === 'push' ? null : await terminals.listen(config.jt808Port, config.host);
  const httpAddress = await http.listen({ port: config.port, host: config.host });
  const stopTelling = tellOfServer(trail, storeWatch, clock);

  return {
    address: { http: httpAddress, jt808: bound && `${bound.address}:${bound.port}` },
    firstStart,
    async close() {
      stopTelling();
      stopWatching();
      leave();
      sharedTerminals.stop();
      stopMasks();
      stopAsking();
      operations.close();
      await gateway.close();
      await terminals.close();
      await http.close();
      await positions.close();
      await link.close();
      await trail.close();
      await stores.close();
    },
  };
}
