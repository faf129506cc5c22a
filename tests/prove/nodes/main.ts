import { assemble } from '../cast.ts';
import { Checks } from '../checks.ts';
import { Load } from '../crash/load.ts';
import { noPromises } from '../crash/promises.ts';
import { verifyHistory, verifyKept, verifyShown, type Account } from '../crash/verify.ts';
import { centreOf } from '../expected/fleet.ts';
import { readTypes } from '../expected/limits.ts';
import { Orders } from '../orders.ts';
import { writeDistrictFiles } from '../sources/district-files.ts';
import { openSources } from '../sources/sources.ts';
import { Cluster } from './cluster.ts';
import { cutDatabase, cutRedis, killNode } from './faults.ts';
import { readNodesOptions, type NodesOptions } from './options.ts';

const SETTLE_MS = 7_000;
const CREWS = 6;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function proveAll(cluster: Cluster, { walls: wallCount, awayMs, calmMs }: NodesOptions, checks: Checks, account: Account): Promise<void> {
  const { place } = cluster;
  const sources = openSources(place.path('generated'));
  const roster = writeDistrictFiles((name) => place.path(name), sources);
  const lists = ['villages.csv', 'departments.csv', 'teams.csv', 'units.csv', 'people.csv'].flatMap((name) => ['--district', place.path(name)]);
  const { code, output } = await place.run('server/src/cli/import.ts', [...lists, '--boundary', sources.boundaryFile, '--data-dir', place.dataDir]);
  if (code !== 0) throw new Error(output);
  await cluster.mongo.carry(place.dataDir);
  await cluster.startAll();
  const cast = await assemble(cluster, roster, CREWS);
  const types = readTypes();
  const promises = noPromises();
  const orders = new Orders(cast.room, types);
  try {
    const walls = [...cast.walls];
    while (walls.length < wallCount) walls.push(await cast.openWall());
    checks.note(`two nodes, a gateway and ${walls.length} walls on ${cluster.mongo.name} and Redis; everything at once`);
    const load = new Load({ place: cluster, cast, roster, orders, promises, types: [...types.keys()].slice(0, 12), lngLat: centreOf(sources.boundaryFile) });
    const parts = { cluster, walls, promises, checks, openWall: cast.openWall };
    const faults = [() => killNode(1, parts), () => killNode(0, parts), () => cutRedis(awayMs, parts), () => cutDatabase(awayMs, parts)];
    for (const fault of faults) {
      await wait(calmMs);
      await fault();
    }
    await wait(calmMs);
    await load.stop();
    const wrong = [...load.failures, ...promises.refusals, ...orders.refusals];
    checks.check('everything that was right was taken in the end', wrong.length === 0, wrong.slice(0, 4).join('; ') || `${orders.completed} cases carried out`);
    await wait(SETTLE_MS);
    checks.check('all walls have the same sequence', new Set(walls.map(({ epoch, seq }) => `${epoch} ${seq}`)).size === 1, `seq ${walls[0]?.seq}`);
    const entries = [...load.entries.values()];
    await verifyKept(cast, promises, checks, account);
    await verifyShown({ ...cast, walls }, entries, checks);
    await cluster.endServers();
    await cluster.mongo.inspect(place.dataDir, (events) => verifyHistory(events, promises, orders.acknowledged, entries, checks, account));
  } finally {
    cast.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readNodesOptions(args);
  if (typeof options === 'number') return options;
  const checks = new Checks();
  const cluster = await Cluster.open();
  const account: Account = { lost: 0, duplicate: 0 };
  const stop = (): void => void cluster.clear().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await proveAll(cluster, options, checks, account);
  } catch (error) {
    checks.check('the run came to its end', false, error instanceof Error ? error.message : String(error));
  } finally {
    await cluster.clear();
  }
  const isOk = checks.failed === 0 && account.lost + account.duplicate === 0;
  process.stdout.write(`nodes: ${checks.passed} of ${checks.passed + checks.failed} checks, lost=${account.lost} duplicate=${account.duplicate} ${isOk ? 'ok' : 'FAILED'}\n`);
  return isOk ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
