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

export type ByWay<T> = Partial<Record<WayName, T>>;

export interface PushFindings {
  readonly throughput: Record<WayName, RunResult>;
  readonly rate: ByWay<RunResult>;
  readonly stall: ByWay<StallResult>;
}

/** Batches per way, so that each spends a like time: naive pays for every position. */
const BATCHES: Readonly<Record<WayName, number>> = { naive: 8, json: 60, ours: 500, bare: 500 };
const RATE_PER_SECOND = 5_000;
const STALL_WALLS = 5;

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

/** Runs all ways side by side and prints what was found; answers the exit code: 1 when a target of P1–P4 is missed. */
export async function runPushBench({ isShort, walls, print }: PushBenchOptions): Promise<number> {
  const startedAt = performance.now();
  const progress = (text: string): void => print(`… ${text}\n`);
  const rounds = isShort ? 1 : 3;
  const collected: Record<WayName, RunResult[]> = { naive: [], json: [], ours: [], bare: [] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const way of WAY_NAMES) {
      progress(`送达能力 第 ${round}/${rounds} 轮：${way}`);
      collected[way].push(await runOnce(way, walls, batches(way, isShort ? 0.5 : 1), batches(way, 0.2)));
    }
  }
  const throughput = { naive: median(collected.naive), json: median(collected.json), ours: median(collected.ours), bare: median(collected.bare) };

  const rate: ByWay<RunResult> = {};
  for (const way of ['naive', 'json', 'ours'] as const) {
    progress(`每秒 ${RATE_PER_SECOND} 条，${walls} 块大屏：${way}`);
    const everyMs = way === 'json' ? 100 : 1;
    const timed = (forMs: number): ServerTask => ({ kind: 'rate', perSecond: RATE_PER_SECOND, everyMs, forMs, casesPerSecond: 5 });
    rate[way] = await runOnce(way, walls, timed(isShort || way === 'naive' ? 2_000 : 6_000), timed(way === 'naive' ? 200 : 1_000));
  }

  const stall: ByWay<StallResult> = {};
  for (const way of ['naive', 'ours'] as const) {
    progress(`一块大屏停住：${way}`);
    const forMs = isShort ? 2_000 : 5_000;
    stall[way] = await runStall(way, STALL_WALLS, { kind: 'rate', perSecond: RATE_PER_SECOND, everyMs: 1, forMs, casesPerSecond: 20 });
  }

  const findings: PushFindings = { throughput, rate, stall };
  const judged = judgementLines(findings);
  for (const line of [...throughputLines(findings, walls), ...rateLines(findings, walls), ...stallLines(findings), ...judged.lines]) print(`${line}\n`);
  print(`用时 ${Math.round((performance.now() - startedAt) / 1_000)} 秒\n`);
  return judged.isMet ? 0 : 1;
}
