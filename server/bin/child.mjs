import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import process from 'node:process';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_POLL_MS = 300;

/** Keeps these children informed of the signals this process receives; returns how to stop doing so. */
function forwardSignals(children) {
  const handlers = FORWARDED.map((signal) => {
    const handler = () => {
      // A terminal sends Ctrl-C to the whole group: the children already have it.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      for (const child of children) child.kill(signal);
    };
    process.on(signal, handler);
    return [signal, handler];
  });
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}

/**
 * Ends the children when npm is gone: npm tells a signal to its shell, which dies of it without passing it on. Started
 * without npm, the launcher may outlive its parent, as any program in the background may.
 */
function followNpm(children) {
  if (process.env.npm_lifecycle_event === undefined) return () => {};
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    for (const child of children) child.kill('SIGTERM');
  }, PARENT_POLL_MS);
  return () => clearInterval(timer);
}

/** Resolves to the exit code of a child; one ended by a signal counts as 128 + its number, as in a shell. */
function exitCode(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Runs programs side by side on this terminal and resolves to the exit code of the first that ends; the others are
 * then asked to end and waited for. No program at all is success.
 */
export async function runForeground(programs, { cwd, env }) {
  const children = programs.map(({ file, args }) => spawn(file, args, { cwd, env, stdio: 'inherit' }));
  const stopForwarding = forwardSignals(children);
  const stopFollowing = followNpm(children);
  try {
    const codes = children.map(exitCode);
    const first = codes.length === 0 ? 0 : await Promise.race(codes);
    for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await Promise.allSettled(codes);
    return first;
  } finally {
    stopFollowing();
    stopForwarding();
  }
}

/** Runs one program with its output kept back, and resolves to `{ code, output }`. */
export async function runQuiet(file, args, { cwd, env }) {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stopForwarding = forwardSignals([child]);
  let output = '';
  const keep = (chunk) => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  try {
    return { code: await exitCode(child), output };
  } finally {
    stopForwarding();
  }
}
