import { spawnSync } from 'node:child_process';

/**
 * Lets a running process write nothing to any file (`none`), as a full disk would, or anything again. util-linux's prlimit sets the
 * limit; Node ignores the signal that goes with it, so a write just fails.
 */
export function limitFiles(pid: number | undefined, room: 'none' | 'plenty'): void {
  const { status, stderr, error } = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${room === 'none' ? '0:' : ''}unlimited`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit: ${error?.message ?? stderr}`);
}
