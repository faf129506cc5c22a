import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The folder that holds package.json. */
export const ROOT = join(import.meta.dirname, '../..');

/** A program for this Node, its script and arguments relative to the root. */
export interface Step {
  readonly title: string;
  readonly args: readonly string[];
}

/** How many tests a Vitest run had. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const running = new Set<ChildProcess>();

for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

/** Runs one step on this terminal and resolves to its exit code; a report of an earlier run is removed first. */
export async function runNode({ title, args }: Step, report?: string): Promise<number> {
  if (report !== undefined) rmSync(report, { force: true });
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  running.add(child);
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  running.delete(child);
  if (code !== 0) console.error(`${title}: exit code ${code}`);
  return code;
}

/** The totals in Vitest's JSON report; a run that ended before it wrote one has none. */
export function readTotals(report: string): Totals {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
