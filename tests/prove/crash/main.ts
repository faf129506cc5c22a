import { assemble } from '../cast.ts';
import { Checks, percentile } from '../checks.ts';
import { embedded, onMongo, type Keeping } from '../keeping.ts';
import { centreOf } from '../expected/fleet.ts';
import { readTypes } from '../expected/limits.ts';
import { Orders } from '../orders.ts';
import { Workplace, endProcess } from '../processes.ts';
import { writeDistrictFiles } from '../sources/district-files.ts';
import { openSources } from '../sources/sources.ts';
import { killAtRandom } from './kills.ts';
import { Load } from './load.ts';
import { readCrashOptions, type CrashOptions } from './options.ts';
import { noPromises } from './promises.ts';
import { verifyHistory, verifyKept, verifyShown, type Account } from './verify.ts';

const SETTLE_MS = 7_000;
const CREWS = 6;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function proveAll(place: Workplace, keeping: Keeping, { kills, random }: CrashOptions, checks: Checks, account: Account): Promise<void> {
  const sources = openSources(place.path('generated'));
  await place.takePorts();
  const roster = writeDistrictFiles((name) => place.path(name), sources);
  const lists = ['villages.csv', 'departments.csv', 'teams.csv', 'units.csv', 'people.csv'].flatMap((name) => ['--district', place.path(name)]);
  const { code, output } = await place.run('server/src/cli/import.ts', [...lists, '--boundary', sources.boundaryFile, '--data-dir', place.dataDir]);
  if (code !== 0) throw new Error(output);
  await keeping.carry(place.dataDir);
  const { server } = await place.startServer();
  const cast = await assemble(place, roster, CREWS);
  const types = readTypes();
  const promises = noPromises();
  const orders = new Orders(cast.room, types);
  try {
    const load = new Load({ place, cast, roster, orders, promises, types: [...types.keys()].slice(0, 12), lngLat: centreOf(sources.boundaryFile) });
    const killed = await killAtRandom(kills, server, { place, cast, promises, commands: orders.acknowledged, random }, (done) => {
      if (done % 10 < 2 || done === kills) checks.progress(`${done} of ${kills} kills, ${promises.reports.length} reports, ${orders.acknowledged.length} commands, ${promises.fixes.length} positions answered`);
    });
    checks.check('after each start everything answered before is known', killed.lost.length === 0, killed.lost.slice(0, 3).join('; ') || `${killed.readyMs.length} starts, ready in p50 ${percentile(killed.readyMs, 0.5)} ms, worst ${Math.max(...killed.readyMs)} ms`);
    account.lost += killed.lost.length;
    await load.stop();
    const wrong = [...load.failures, ...promises.refusals, ...orders.refusals];
    checks.check('everything that was right was taken in the end', wrong.length === 0, wrong.slice(0, 4).join('; ') || `${orders.completed} cases carried out`);
    await wait(SETTLE_MS);
    const entries = [...load.entries.values()];
    await verifyKept(cast, promises, checks, account);
    await verifyShown(cast, entries, checks);
    await endProcess(killed.server, 'SIGTERM');
    const { wholeness } = await keeping.inspect(place.dataDir, (events) => verifyHistory(events, promises, orders.acknowledged, entries, checks, account));
    checks.same('the database is whole', wholeness, 'ok');
  } finally {
    cast.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = readCrashOptions(args);
  if (typeof options === 'number') return options;
  const checks = new Checks();
  const keeping = await (options.store === 'mongodb' ? onMongo : embedded)();
  const place = new Workplace(keeping.env);
  checks.note(`everything is kept in ${keeping.name}`);
  const account: Account = { lost: 0, duplicate: 0 };
  const stop = (): void => void place.clear().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await proveAll(place, keeping, options, checks, account);
  } catch (error) {
    checks.check('the run came to its end', false, error instanceof Error ? error.message : String(error));
  } finally {
    await place.clear();
    await keeping.stop();
  }
  const isOk = checks.failed === 0 && account.lost + account.duplicate === 0;
  process.stdout.write(`crash: kills=${options.kills} lost=${account.lost} duplicate=${account.duplicate} ${isOk ? 'ok' : 'FAILED'}\n`);
  return isOk ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
