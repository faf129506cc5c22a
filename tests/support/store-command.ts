import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './run-node.ts';

export interface StoreRun {
  readonly code: number | null;
  readonly output: string;
}

/** Runs `npm run store -- …` to its end; `onOutput` may watch and end it. */
export function runStore(args: readonly string[], onOutput: (text: string, kill: () => void) => void = () => {}): Promise<StoreRun> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(ROOT, 'server/src/cli/store.ts'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const read = (text: string): void => {
    output += text;
    onOutput(text, () => child.kill('SIGKILL'));
  };
  child.stdout.setEncoding('utf8').on('data', read);
  child.stderr.setEncoding('utf8').on('data', read);
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}
