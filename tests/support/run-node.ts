import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createInterface } from 'node:readline';

/** The folder that holds package.json. */
export const ROOT = join(import.meta.dirname, '../..');

/** A program for this Node, its script and arguments relative to the root. */
export interface Step {
  readonly title: string;
  readonly args: readonly string[];
}

/** How many tests a Vitest run had, and the names of those that failed. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly faults: readonly string[];
}

/** What one run of Vitest writes to its JSON report, as far as it is read here. */
interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[];
}

const running = new Set<ChildProcess>();

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs one step on this terminal and resolves to its exit code. Who listens is told each line that it prints. */
export async function runNode({ title, args }: Step, onLine?: (line: string) => void): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', onLine ? 'pipe' : 'inherit', 'inherit'] });
  running.add(child);
  if (onLine && child.stdout) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line);
      onLine(line);
    });
  }
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  running.delete(child);
  if (code !== 0) console.error(`${title}: exit code ${code}`);
  return code;
}

/** Runs Vitest and reads its JSON report; of a run that ended before it wrote one, that of an earlier run is not read. */
export async function runVitest({ title, args }: Step, report: string): Promise<Totals & { readonly code: number }> {
  rmSync(report, { force: true });
  const code = await runNode({ title, args: [...args, '--reporter=json', `--outputFile=${report}`] });
  return { code, ...readTotals(report) };
}

function readTotals(report: string): Totals {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests, faults: testResults.flatMap(faultsOf) };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, faults: [] };
  }
}

/** The failed tests of a file, or the file itself where it could not even be loaded. */
function faultsOf({ name, status, assertionResults }: Report['testResults'][number]): string[] {
  const failed = assertionResults.filter((one) => one.status === 'failed').map(({ fullName }) => `${relative(ROOT, name)}: ${fullName}`);
  return failed.length === 0 && status === 'failed' ? [relative(ROOT, name)] : failed;
}
