import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DAY_MS, HOUR_MS, MINUTE_MS, dateKey, startOfDay } from '@wangge/shared/base';
import type { PastPicture } from '@wangge/shared/wire';
import { startTestApp, type Caller } from '../../support/test-app.ts';
import { keepCounty } from './county-history.ts';

/** The promise: a day opens within this, and while it is played nobody else waits longer than a blink. */
const [OPEN_WITHIN_MS, STEP_WITHIN_MS, NOBODY_WAITS_MS] = [2_000, 500, 250] as const;
const BOARDS = 'oversight,calls,joint,enforcement,draws,appraisal,patrol,service';

/** An answer's whole text. */
function textOf(url: string, { cookie }: Caller): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts).toString())).on('error', reject);
    }).on('error', reject);
  });
}

/**
 * How long it takes to open a day of a county in the past, and what live work notices of it, over a history of `days` days. Ends with
 * a verdict; answers whether the promise was kept.
 */
export async function runPastBench({ days, print }: { readonly days: number; readonly print: (line: string) => void }): Promise<boolean> {
  const end = startOfDay(Date.now());
  const began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1_000).toFixed(1)} s`;
  const folder = mkdtempSync(join(tmpdir(), 'wangge-county-'));
  try {
    // Nothing happens by itself: what is measured is the replay and nothing else.
    const still = { now: () => Date.now(), after: () => () => undefined, every: () => () => undefined };
    const first = await startTestApp(`sqlite:${join(folder, 'wangge.db')}`, {}, still);
    const day = end - DAY_MS;
    // The one that is opened when nothing of it was read before.
    const otherDay = day - Math.floor(days / 3) * DAY_MS;
    print(`${await keepCounty(folder, days, end, [day, otherDay])}, kept after ${seconds()}\n`);
    const starting = performance.now();
    const test = await first.restart();
    const startedMs = performance.now() - starting;
    print(`a server that reads all of it started in ${(startedMs / 1_000).toFixed(1)} s, ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
    const chief = test.as('chief');
    let longestGapMs = 0;
    let beat = performance.now();
    const watch = setInterval(() => {
      longestGapMs = Math.max(longestGapMs, performance.now() - beat - 5);
      beat = performance.now();
    }, 5);
    let mostWaitedMs = 0;
    /** Wall and CPU milliseconds of one question, which is printed. */
    const ask = async <T>(name: string, path: string): Promise<{ readonly body: T; readonly tookMs: number; readonly workMs: number }> => {
      longestGapMs = 0;
      beat = performance.now();
      const from = performance.now();
      const cpu = process.cpuUsage();
      const text = await textOf(`${test.url}/api/v1/replay/${path}`, chief);
      const [tookMs, used] = [Math.round(performance.now() - from), process.cpuUsage(cpu)];
      const workMs = Math.round((used.user + used.system) / 1_000);
      mostWaitedMs = Math.max(mostWaitedMs, longestGapMs);
      print(`${name}: ${tookMs} ms, of it ${workMs} ms of work, ${Math.round(text.length / 1_024)} KB, nobody waited longer than ${Math.round(longestGapMs)} ms, ${Math.round(process.memoryUsage().rss / 1e6)} MB\n`);
      return { body: JSON.parse(text) as T, tookMs, workMs };
    };
    const boardsAt = (name: string, t: number) => ask(name, `boards?t=${t}&names=${BOARDS}`);
    const noon = day + 12 * HOUR_MS;
    const opened = await ask<PastPicture>('the day before opened at noon', `at?t=${noon}`);
    await ask('the strip of the day', `day?date=${dateKey(day)}`);
    await ask('people of that moment', `people?t=${noon}`);
    const boards = [await boardsAt('boards of that moment', noon)];
    await boardsAt('boards ten minutes on', noon + 10 * MINUTE_MS);
    const steps: number[] = [];
    let held = opened.body;
    for (const [name, stepMs] of [['60 times as fast', 30_000], ['600 times as fast', 300_000]] as const) {
      for (let i = 0; i < 12; i += 1) {
        const step = await ask<PastPicture>(`half a second on, ${name}`, `at?t=${held.at + stepMs}&from=${held.seq}&since=${held.at}`);
        held = step.body;
        steps.push(step.tookMs);
      }
    }
    await ask('back to eight', `at?t=${day + 8 * HOUR_MS}`);
    boards.push(await boardsAt('boards of that moment', day + 8 * HOUR_MS));
    const another = await ask('another day opened', `at?t=${otherDay + 12 * HOUR_MS}`);
    boards.push(await boardsAt('boards of that moment', otherDay + 12 * HOUR_MS));
    steps.sort((a, b) => a - b);
    const [openMs, boardsMs, stepMs] = [Math.max(opened.tookMs, another.tookMs), Math.max(...boards.map(({ tookMs }) => tookMs)), steps[Math.floor(steps.length * 0.95)]!];
    const isKept = openMs < OPEN_WITHIN_MS && boardsMs < OPEN_WITHIN_MS && stepMs < STEP_WITHIN_MS && mostWaitedMs < NOBODY_WAITS_MS;
    print(`past: county day opened in ${openMs} ms, its boards in ${boardsMs} ms: 1/${Math.floor(startedMs / openMs)} and 1/${Math.floor(startedMs / boardsMs)} of a start over the same history; 95 of 100 steps within ${stepMs} ms, nobody waited longer than ${Math.round(mostWaitedMs)} ms … ${isKept ? 'ok' : 'FAILED'}\n`);
    clearInterval(watch);
    await test.close();
    return isKept;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
