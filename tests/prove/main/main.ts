import { assemble, type Cast } from '../cast.ts';
import { Checks } from '../checks.ts';
import { centreOf } from '../expected/fleet.ts';
import { readTypes } from '../expected/limits.ts';
import { proveFrames } from './frames.ts';
import { Orders } from '../orders.ts';
import { Play } from './play.ts';
import { Workplace, endProcess } from '../processes.ts';
import { FULL, SHORT } from './scale.ts';
import { writeDistrictFiles } from '../sources/district-files.ts';
import { openSources } from '../sources/sources.ts';
import { readRunSize } from '../run-size.ts';
import { verifyDelays, verifyFigures, verifyTickets, verifyTracks, verifyWalls, type Evidence } from './verify.ts';

const HELP = `望格 · 整体验证

  npm run prove:main              在临时目录启动全新的服务，走完全部数据，逐项与独立计数核对（8 分钟以内）
  npm run prove:main -- --short   同样的步骤，较少的数据（2 分半以内）

用资料集的坪山诉求、车队与 47 条 JT/T 808 报文；资料集不在旁边时（../shared 或 WANGGE_HANDBOOK）
改用生成的数据并说明。每项一行：✓ 或 ✗；最后一行 main: … ok；有一项不符时退出码不为 0。
`;

/** Figures and mileage are put right within this time after the last input. */
const SETTLE_MS = 7_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function importDistrict(place: Workplace, sources: ReturnType<typeof openSources>, checks: Checks): Promise<ReturnType<typeof writeDistrictFiles>> {
  const roster = writeDistrictFiles((name) => place.path(name), sources);
  const lists = ['villages.csv', 'departments.csv', 'teams.csv', 'units.csv', 'people.csv'].flatMap((name) => ['--district', place.path(name)]);
  const { code, output } = await place.run('server/src/cli/import.ts', [...lists, '--boundary', sources.boundaryFile]);
  const terminals = roster.crews.length + roster.spareUnits.size;
  const wanted = `村社 ${sources.communities.length}（示意边界 ${sources.communities.length}）`;
  checks.check('the import makes the district from boundary, communities and lists', code === 0 && output.includes(wanted) && output.includes(`终端 ${terminals}）`) && output.includes('未载入 0 条'),
    output.split('\n').find((line) => line.startsWith('辖区')) ?? output.slice(0, 200));
  return roster;
}

async function proveAll(place: Workplace, scale: typeof FULL, checks: Checks): Promise<void> {
  const sources = openSources(place.path('generated'));
  checks.note(sources.isHandbook ? `${sources.tickets.length} tickets, ${sources.fleet.length} positions and ${sources.frames.length} frames of the public data`
    : 'the public data is not beside this repository: everything below runs on generated data of the same shape');
  await place.takePorts();
  const roster = await importDistrict(place, sources, checks);
  const { server, readyMs } = await place.startServer();
  checks.check('a fresh server is ready', readyMs < 15_000, `${readyMs} ms`);
  const frameFixes = await proveFrames(place.jt808Port, place.url, sources.frames, new Set(roster.spareUnits.keys()), checks);
  const cast = await assemble(place, roster, scale.crews);
  try {
    checks.note(`two walls, a desk and ${cast.field.length} field clients are connected; now everything at once, a kill in the middle`);
    const played = await new Play(place, cast, scale, new Orders(cast.room, readTypes())).run(sources, roster, server, checks);
    await wait(SETTLE_MS);
    await verifyEverything({ url: place.url, scale, sources, roster, cast, played, frameFixes, centre: centreOf(sources.boundaryFile) }, place, checks);
    await endProcess(played.server, 'SIGTERM');
  } finally {
    cast.close();
  }
}

async function verifyEverything(evidence: Evidence, place: Workplace, checks: Checks): Promise<void> {
  await verifyTickets(evidence, checks);
  const tracks = await verifyTracks(evidence, checks);
  await verifyFigures(evidence, tracks, checks);
  await verifyWalls(evidence, checks);
  verifyDelays(evidence, checks);
  await proveRepeat(evidence, evidence.cast, place, checks);
}

/** Plays the tickets once more: the door must know every one of them. */
async function proveRepeat({ sources, scale, played }: Evidence, cast: Cast, place: Workplace, checks: Checks): Promise<void> {
  const before = cast.walls[0].seq;
  const limit = scale.tickets === Infinity ? [] : ['--limit', String(scale.tickets)];
  const { output } = await place.run('server/src/cli/replay.ts', ['--tickets', sources.ticketsFile, '--speed', '100000000', ...limit]);
  const known = Number(/其中 (\d+) 件此前已受理/.exec(output)?.[1] ?? 0);
  await wait(1_500);
  checks.check('the same file played again doubles nothing', known === played.entries.size && cast.walls[0].seq === before, `${known} tickets known, number of the history still ${before}`);
}

async function main(args: readonly string[]): Promise<number> {
  const runSize = readRunSize(args, HELP);
  if (typeof runSize === 'number') return runSize;
  const scale = runSize === 'short' ? SHORT : FULL;
  const checks = new Checks();
  const place = new Workplace();
  const startedAt = Date.now();
  const stop = (): void => void place.clear().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not finished within ${scale.withinMs / 60_000} minutes`)), scale.withinMs);
  });
  try {
    await Promise.race([proveAll(place, scale, checks), tooLong]);
  } catch (error) {
    checks.check('the run came to its end', false, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(timer);
    await place.clear();
  }
  const took = ((Date.now() - startedAt) / 1_000).toFixed(0);
  process.stdout.write(`main: ${checks.passed} of ${checks.passed + checks.failed} checks in ${took} s ${checks.failed === 0 ? 'ok' : 'FAILED'}\n`);
  return checks.failed === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
