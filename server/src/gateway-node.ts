import type { App } from './app.ts';
import type { Config } from './config.ts';
import { loadDistrict } from './features/district/district-store.ts';
import { createPositions } from './features/positions/create-positions.ts';
import { createAllowListRegistry, createJt808Gateway } from './ingest/jt808.ts';
import { createPositionDoor } from './ingest/position-door.ts';
import { openNodeLink } from './join-nodes.ts';
import { tellSosOver } from './nodes/share-sos.ts';
import { sharePositions } from './nodes/share-positions.ts';
import type { Clock } from './platform/clock.ts';
import { healthRoutes } from './platform/health.ts';
import { createHttp } from './platform/http.ts';
import { newSecret } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { openStores, watchStores } from './stores.ts';
import { createStoreWatch, troubleReading } from './platform/store-watch.ts';
import { terminalsOf } from './terminals.ts';

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
  const terminals = createJt808Gateway({ registry: createAllowListRegistry(terminalsOf(kept.district), () => newSecret(12)), sink: door, clock, log });
  const http = await createHttp(log, config.trustedProxies);
  healthRoutes(http, stores.isReachable, {
    fixes: { help: 'positions by verdict', read: () => door.counters },
    jt808_refused_frames: { help: 'JT/T 808 frames dropped, by reason', read: () => terminals.counters.refused },
    jt808_frames: { help: 'JT/T 808 frames taken, by message id', read: () => terminals.counters.frames },
    jt808_sessions: { help: 'JT/T 808 sessions', read: () => terminals.counters.sessions },
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
      await link.close();
      await stores.close();
    },
  };
}
