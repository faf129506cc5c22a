import type { Checks } from '../checks.ts';
import { percentile } from '../checks.ts';
import type { Promises } from '../crash/promises.ts';
import { waitUntil, type Surface } from '../surface.ts';
import type { Cluster } from './cluster.ts';

const RESUME_P99_MS = 2_000;
const CATCH_UP_MS = 5_000;
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface FaultParts {
  readonly cluster: Cluster;
  readonly walls: readonly Surface[];
  /** What was answered so far. */
  readonly promises: Promises;
  readonly checks: Checks;
  /** Opens one more wall. */
  readonly openWall: () => Promise<Surface>;
}

/** Kills a node under load; its walls must go on at the other, in step and without a new snapshot. The node comes back afterwards. */
export async function killNode(number: number, { cluster, walls, checks, openWall }: FaultParts): Promise<void> {
  const openedAt = Date.now();
  (await openWall()).close();
  const openMs = Date.now() - openedAt;
  const before = walls.map(({ connections, snapshots }) => ({ connections, snapshots: snapshots.length }));
  const killedAt = Date.now();
  await cluster.kill(number);
  await wait(1_000);
  const isLost = (wall: Surface): boolean => wall.lostAtMs >= killedAt;
  const lost = walls.filter(isLost);
  await waitUntil(() => lost.every(({ inStepAtMs }) => inStepAtMs > killedAt), 30_000, 'the walls of the killed node to be in step again');
  const took = lost.map(({ inStepAtMs }) => inStepAtMs - killedAt);
  const withSnapshot = walls.filter(({ snapshots }, i) => snapshots.length !== before[i]?.snapshots).length;
  checks.check(`node ${number + 1} killed: its walls go on at the other, p99 < ${RESUME_P99_MS / 1_000} s`, lost.length > 0 && percentile(took, 0.99) < RESUME_P99_MS,
    `${lost.length} of ${walls.length} walls, p50 ${percentile(took, 0.5)} ms, worst ${Math.max(...took)} ms; a first opening takes ${openMs} ms`);
  checks.same('… by epoch and number, without a new snapshot', withSnapshot, 0);
  await cluster.start(number);
}

/** Takes Redis away; work goes on and every wall hears of it through the store. */
export async function cutRedis(awayMs: number, { cluster, walls, promises: { reports }, checks }: FaultParts): Promise<void> {
  await cluster.redis.cut();
  const [reportsBefore, seqBefore] = [reports.length, walls.map(({ seq }) => seq)];
  await wait(awayMs);
  const slowest = Math.min(...walls.map(({ seq }, i) => seq - (seqBefore[i] ?? 0)));
  checks.check(`Redis away for ${awayMs / 1_000} s: work goes on and reaches every wall`, reports.length > reportsBefore && slowest > 0, `${reports.length - reportsBefore} reports answered, every wall ${slowest} events further or more`);
  await cluster.redis.startAgain();
}

/** Takes the database away; nothing is answered that is not kept, and soon after its return everything flows. */
export async function cutDatabase(awayMs: number, { cluster, walls, promises: { reports, fixes }, checks }: FaultParts): Promise<void> {
  const devices = new Set(fixes.map(({ unitId }) => unitId)).size;
  await cluster.mongo.cut();
  await wait(2_000);
  const during = [reports.length, fixes.length] as const;
  await wait(awayMs - 2_000);
  checks.same('database away: no report is answered that could not be kept', reports.length, during[0], 'none');
  checks.same('… and no position', fixes.length, during[1], 'none');
  checks.check('… and every wall keeps its link', walls.every(({ isConnected }) => isConnected), `${walls.length} walls`);
  await cluster.mongo.startAgain();
  const [backAt, seqBefore] = [Date.now(), walls.map(({ seq }) => seq)];
  const took = async (what: string, isThere: () => boolean): Promise<number> => {
    await waitUntil(isThere, 60_000, what);
    return Date.now() - backAt;
  };
  const [shownMs, keptMs] = await Promise.all([
    took('work to flow again', () => reports.length > during[0] && walls.every(({ seq }, i) => seq > (seqBefore[i] ?? 0))),
    took('positions to flow again', () => new Set(fixes.slice(during[1]).map(({ unitId }) => unitId)).size === devices),
  ]);
  checks.check('… and within 5 s of its return new work is answered and on every wall', shownMs < CATCH_UP_MS, `${shownMs} ms`);
  checks.check('… and a new position of every device is kept', keptMs < CATCH_UP_MS, `${devices} devices, ${keptMs} ms`);
}
