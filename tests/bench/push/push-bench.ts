import type { ByWay, PushFindings } from './findings.ts';
import type { RunResult, StallResult } from './runs.ts';
import { runOnce, runStall } from './runs.ts';
import { judgementLines, rateLines, stallLines, throughputLines } from './report.ts';
import type { ServerTask } from './talk.ts';
import { WAY_NAMES } from './ways.ts';
import type { WayName } from './ways.ts';

export interface PushBenchOptions {
  readonly isShort: boolean;
  readonly walls: number;
  readonly print: (text: string) => void;
}

/** Batches per way, so that each spends a like time: naive pays for every position. */
const BATCHES: Readonly<Record<WayName, number>> = { naive: 8, json: 100, ours: 800, bare: 800 };
/** No further round begins after this time, so that a busy machine ends in time too. */
const ROUNDS_WITHIN_MS = 25_000;
const RATE_PER_SECOND = 5_000;
/** Fast enough that what the kernel hides is filled soon. */
const STALL_PER_SECOND = 20_000;
const STALL_WALLS = 2;

function batches(way: WayName, share: number): ServerTask {
  return { kind: 'batches', count: Math.max(2, Math.round(BATCHES[way] * share)) };
}

/** Middle one of the runs, by deliveries. */
function median(results: readonly RunResult[]): RunResult {
  const sorted = results.toSorted((a, b) => a.deliveriesPerCpuS - b.deliveriesPerCpuS);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no run');
  return middle;
}

/** Runs all ways side by side and prints what was found; ratios depend on the machine's other work, so a missed target is shown and no error. */
export async function runPushBench({ isShort, walls, print }: PushBenchOptions): Promise<void> {
  const startedAt = performance.now();
  const progress = (text: string): void => print(`… ${text}\n`);
  const rounds = isShort ? 1 : 3;
  const isLate = (): boolean => performance.now() - startedAt > ROUNDS_WITHIN_MS;
  const collected: Record<WayName, RunResult[]> = { naive: [], json: [], ours: [], bare: [] };
  for (let round = 1; round <= rounds && !(round > 1 && isLate()); round += 1) {
    for (const way of WAY_NAMES) {
      progress(`送达能力 第 ${round}/${rounds} 轮：${way}`);
      collected[way].push(await runOnce(way, walls, batches(way, isShort ? 0.25 : 1), batches(way, 0.2)));
    }
  }
  const throughput = { naive: median(collected.naive), json: median(collected.json), ours: median(collected.ours), bare: median(collected.bare) };

  const rate: ByWay<RunResult> = {};
  for (const way of ['naive', 'json', 'ours'] as const) {
    progress(`每秒 ${RATE_PER_SECOND} 条，${walls} 块大屏：${way}`);
    const timed = (forMs: number): ServerTask => ({ kind: 'rate', perSecond: RATE_PER_SECOND, everyMs: 1, forMs, casesPerSecond: 5 });
    rate[way] = await runOnce(way, walls, timed(isShort || way === 'naive' ? 1_500 : 5_000), timed(way === 'naive' ? 200 : 600));
  }

  const stall: ByWay<StallResult> = {};
  for (const way of ['naive', 'ours'] as const) {
    progress(`一块大屏停住：${way}`);
    const forMs = isShort ? 1_500 : 4_000;
    stall[way] = await runStall(way, STALL_WALLS, { kind: 'rate', perSecond: STALL_PER_SECOND, everyMs: 1, forMs, casesPerSecond: 20 });
  }

  const findings: PushFindings = { throughput, rate, stall };
  for (const line of [...throughputLines(findings, walls), ...rateLines(findings, walls), ...stallLines(findings), ...judgementLines(findings)]) print(`${line}\n`);
  print(`用时 ${Math.round((performance.now() - startedAt) / 1_000)} 秒\n`);
}
