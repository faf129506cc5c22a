import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 200;
const UNWRITTEN_GRACE_MS = 5_000;

/** The process that holds the lock, 0 when it is just being written, undefined when nobody holds it any more. */
function holder(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid === 0) return Date.now() - statSync(path).mtimeMs < UNWRITTEN_GRACE_MS ? 0 : undefined;
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? 0 : undefined;
  }
}

/**
 * Runs `work` while no other process on this machine runs work under the same lock file. A lock left behind by a dead
 * process is taken over; `onWait` is told once, with the holder's process id, when there is somebody to wait for.
 */
export async function withLock(path, onWait, work) {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const pid = holder(path);
    if (pid === undefined) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told && pid !== 0) {
      onWait(pid);
      told = true;
    }
    await wait(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}
