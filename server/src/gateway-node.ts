import type { App } from './app.ts';
import type { Config } from './config.ts';
import { loadDistrict } from './features/district/district-store.ts';
import { CodeBook } from './features/terminals/code-book.ts';
import { createPositions } from './features/positions/create-positions.ts';
import { createAllowListRegistry, createJt808Gateway } from './ingest/jt808.ts';
import { createPositionDoor } from './ingest/position-door.ts';
import { openNodeLink } from './join-nodes.ts';
import { tellSosOver } from './nodes/share-sos.ts';
import { shareDocuments } from './nodes/share-documents.ts';
import { sharePositions } from './nodes/share-positions.ts';
import { shareTerminals } from './nodes/share-terminals.ts';
import type { Clock } from './platform/clock.ts';
import { healthRoutes } from './platform/health.ts';
import { createHttp } from './platform/http.ts';
import { newSecret } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { openStores, watchStores } from './stores.ts';
import { createStoreWatch, troubleReading } from './platform/store-watch.ts';
import { terminalReadings, terminalsOf } from './terminals.ts';

/** 单独的定位网关 (`--role gateway`): takes terminals' positions, writes their tracks and tells the other nodes. Its HTTP says only how it is. */
export async function startGatewayNode(config: Config, clock: Clock, log: Logger): Promise<App> {
  const storeWatch = createStoreWatch(clock, log);
  const stores = watchStores(await openStores(config.storeUrl), storeWatch);
  const kept = await loadDistrict(stores.documents);
  if (!kept) throw new Error('库里还没有辖区：请先启动一个完整的节点，或用 npm run import 导入');
  const link = await openNodeLink({ stores, config, clock, log });
  const positions = await createPositions(stores.tracks, clock, log);
  const stopSharing = sharePositions(positions, link, clock, log);
  const door = createPositionDoor(positions, clock, log, tellSosOver(link));
  const codes = await CodeBook.open(stores.documents, log);
  const terminals = createJt808Gateway({ registry: createAllowListRegistry(terminalsOf(kept.district), () => newSecret(12), codes), sink: door, clock, log });
  const sharedTerminals = shareTerminals(terminals.terminals, link, clock);
  const stopSharingCodes = shareDocuments([{ name: 'terminals', reread: () => codes.reread(), onChange: () => undefined }], link, clock, log);
  const http = await createHttp(log, config.trustedProxies);
  healthRoutes(http, stores.isReachable, {
    fixes: { help: 'positions by verdict', read: () => door.counters },
    ...terminalReadings(terminals.counters),
    store_trouble: { help: '1 while the store cannot be written, by what hinders it', read: () => troubleReading(storeWatch) },
    node_link_up: { help: '1 while other nodes are heard over Redis', read: () => (link.isUp() ? 1 : 0) },
  });
  const stopWatching = storeWatch.start(() => stores.probeWrite());
  const bound = await terminals.listen(config.jt808Port, config.host);
  const httpAddress = await http.listen({ port: config.port, host: config.host });
  return {
    address: { http: httpAddress, jt808: `${bound.address}:${bound.port}` },
    firstStart: { kept, created: null, walls: [] },
    async close() {
      stopWatching();
      await terminals.close();
      await http.close();
      await positions.close();
      stopSharing();
      stopSharingCodes();
      sharedTerminals.stop();
      await link.close();
      await stores.close();
    },
  };
}
