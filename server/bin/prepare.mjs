import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { runQuiet } from './child.mjs';
import { hashSources } from './hash-sources.mjs';
import { withLock } from './lock.mjs';
import { Refusal, TEXT } from './messages.mjs';
import { completeToolchain, findToolchain, refuseInstall } from './toolchain.mjs';

/** The folder that holds package.json. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

const TOOLS_DIR = join(ROOT, '.tools');
const RUN_DIR = join(ROOT, '.run');
const PACKAGES = ['shared', 'server', 'web', 'tests'];
const MANIFESTS = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...PACKAGES.map((name) => `${name}/package.json`)];

const say = (line) => process.stdout.write(`${line}\n`);

/** A step that is skipped while its inputs hash to what they were when it last succeeded and its result is there. */
function stamped(name, hash, result) {
  const path = join(RUN_DIR, `${name}.stamp`);
  return {
    isDone: () => existsSync(join(ROOT, result)) && existsSync(path) && readFileSync(path, 'utf8') === hash,
    done: () => {
      mkdirSync(RUN_DIR, { recursive: true });
      writeFileSync(path, hash);
    },
  };
}

async function install({ node, pnpm, env }) {
  say(TEXT.installing);
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const args = [pnpm, 'install', '--frozen-lockfile', '--config.confirmModulesPurge=false', ...patience];
  const result = await runQuiet(node, args, { cwd: ROOT, env });
  if (result.code === 0) return;
  if (!result.output.includes('ERR_PNPM_OUTDATED_LOCKFILE')) refuseInstall(result.output, TEXT.stepInstall);
  throw new Refusal(TEXT.staleLockfile);
}

async function buildWeb({ node, env }) {
  say(TEXT.building);
  const webDir = join(ROOT, 'web');
  const vite = join(webDir, 'node_modules/vite/bin/vite.js');
  const result = await runQuiet(node, [vite, 'build', '--logLevel', 'warn'], { cwd: webDir, env });
  if (result.code === 0) return;
  process.stderr.write(result.output);
  throw new Refusal(TEXT.failed(TEXT.stepBuild));
}

function steps(nodeVersion, web) {
  const manifests = hashSources(ROOT, MANIFESTS, nodeVersion);
  const all = [{ ...stamped('install', manifests, 'node_modules/.modules.yaml'), work: install }];
  if (web) {
    const sources = hashSources(ROOT, ['web', 'shared/src'], manifests);
    all.push({ ...stamped('web', sources, 'web/dist/index.html'), work: buildWeb });
  }
  return all;
}

/**
 * Makes everything ready that the working copy lacks: Node and pnpm in `.tools`, the dependencies, and for `web` the
 * built pages. What is already there is not touched, and two processes never prepare at once. Resolves to the Node to
 * run with and its environment; throws a Refusal that says what to do.
 */
export async function prepare({ web }) {
  if (Number(process.versions.node.split('.')[0]) < 20) throw new Refusal(TEXT.nodeTooOld(process.versions.node));
  const toolchain = findToolchain(TOOLS_DIR);
  const ready = { node: toolchain.node, pnpm: toolchain.pnpm, env: { ...process.env, PATH: toolchain.path } };
  const isReady = () => steps(toolchain.nodeVersion, web).every((step) => step.isDone());
  if (toolchain.missing.length === 0 && isReady()) return ready;
  await withLock(join(RUN_DIR, 'prepare.lock'), (pid) => say(TEXT.waiting(pid)), async () => {
    const now = findToolchain(TOOLS_DIR);
    if (now.missing.length > 0) await completeToolchain(TOOLS_DIR, now, say);
    for (const step of steps(toolchain.nodeVersion, web)) {
      if (step.isDone()) continue;
      await step.work(ready);
      step.done();
    }
  });
  return ready;
}
