import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PARTS } from '@wangge/server/store/contents';
import { ROOT, runVitest } from '../../support/run-node.ts';
import { startMongo } from '../../support/mongo/start-mongo.ts';
import { Checks } from '../checks.ts';
import { endProcess, Workplace } from '../processes.ts';
import { readRunSize } from '../run-size.ts';
import { fillStore, type StoreSize } from './fill.ts';

const HELP = `望格 · 存储验证

  npm run prove:stores              十万案件、五百万定位：SQLite → MongoDB → SQLite，再备份、恢复，逐部分比较 sha256
  npm run prove:stores -- --short   同样的步骤，两千案件、十万定位

先在两种存储上运行契约测试，再在临时目录生成一个库，用 npm run store 搬出、中途 kill -9、接着搬完、搬回；
每部分的行数、sha256 和每秒行数照原样打印；每项一行 ✓ 或 ✗；最后一行 stores: … ok；有一项不符时退出码不为 0。
MongoDB 协议的服务：MONGODB_URL，或路径上的 mongod，或用本机的 Go 构建的 FerretDB。
`;

const FULL: StoreSize = { cases: 100_000, positions: 5_000_000 };
const SHORT: StoreSize = { cases: 2_000, positions: 100_000 };
const STORE = 'server/src/cli/store.ts';

/** What the lines of a run say: part by part its rows and hash. */
function hashesIn(output: string): string[] {
  return [...output.matchAll(/^(\S+)\s+([\d,]+) 行 {2}sha256 ([0-9a-f]{64})/gm)].map((found) => found.slice(1).join(' '));
}

async function proveContract(checks: Checks): Promise<void> {
  const args = ['tests/node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', '--project', 'contract', 'stores.'];
  const { code, passed, failed, skipped } = await runVitest({ title: 'contract', args }, join(ROOT, '.run/prove-stores-contract.json'));
  checks.check('both stores keep the contract', code === 0 && passed > 0 && skipped === 0, `${passed} passed, ${failed} failed, ${skipped} skipped`);
}

/** Copies until positions are on their way, and kills the copy. */
async function copyAndKill(place: Workplace, from: string, to: string): Promise<string> {
  const child = place.start(STORE, ['copy', from, to], true);
  let output = '';
  const read = (text: string): void => void (output += text);
  child.stdout?.setEncoding('utf8').on('data', read);
  child.stderr?.on('data', read);
  while (!output.includes('写入 轨迹') && child.exitCode === null) await wait(20);
  await endProcess(child, 'SIGKILL');
  return output;
}

/** Passes on what a run says of its parts: rows, rows/s, hashes. */
function noteLines(title: string, output: string, checks: Checks): void {
  checks.note(title);
  for (const line of output.split('\n')) if (/行\/秒|sha256/.test(line)) checks.note(`  ${line}`);
}

async function runStore(place: Workplace, title: string, checks: Checks, ...args: string[]): Promise<string[]> {
  const { code, output } = await place.run(STORE, args, true);
  noteLines(title, output, checks);
  checks.check(`${title}: ended well`, code === 0, code === 0 ? /用时.*/.exec(output)?.[0] ?? '' : output.slice(-600));
  return hashesIn(output);
}

async function proveCopies(place: Workplace, size: StoreSize, address: string, checks: Checks): Promise<void> {
  const [source, back, restored, backup] = ['source.db', 'back.db', 'restored.db', 'backup.gz'].map((name) => place.path(name)) as [string, string, string, string];
  const startedAt = performance.now();
  const events = await fillStore(source, size);
  checks.check('a store was made', events >= 3 * size.cases, `${size.cases} cases, ${events} events, ${size.positions} positions, ${((performance.now() - startedAt) / 1_000).toFixed(0)} s`);
  const broken = await copyAndKill(place, `sqlite:${source}`, address);
  checks.check('a copy was killed among the positions', broken.includes('写入 轨迹') && !broken.includes('搬完'), 'kill -9');
  noteLines('SQLite → MongoDB, killed', broken, checks);
  const out = await runStore(place, 'SQLite → MongoDB, going on', checks, 'copy', `sqlite:${source}`, address);
  const home = await runStore(place, 'MongoDB → SQLite', checks, 'copy', address, `sqlite:${back}`);
  const verified = await runStore(place, 'the first store and the last', checks, 'verify', `sqlite:${source}`, `sqlite:${back}`);
  await runStore(place, 'backup', checks, 'backup', `sqlite:${back}`, backup);
  const again = await runStore(place, 'restore', checks, 'restore', backup, `sqlite:${restored}`);
  for (const [name, hashes] of Object.entries({ 'on MongoDB': out, 'back on SQLite': home, 'after backup and restore': again })) {
    checks.check(`rows and hashes are the same ${name}`, hashes.length === PARTS.length && hashes.join() === verified.join(), `${hashes.length} parts`);
  }
}

async function main(args: readonly string[]): Promise<number> {
  const runSize = readRunSize(args, HELP);
  if (typeof runSize === 'number') return runSize;
  const [size, checks, place] = [runSize === 'short' ? SHORT : FULL, new Checks(), new Workplace()];
  const mongo = await startMongo();
  try {
    if (mongo === undefined) throw new Error('no server of the MongoDB protocol can be had here');
    await proveContract(checks);
    await proveCopies(place, size, mongo.database(`prove-${process.pid}`), checks);
  } catch (error) {
    checks.check('the run came to its end', false, error instanceof Error ? error.message : String(error));
  } finally {
    await place.clear();
    await mongo?.stop();
  }
  process.stdout.write(`stores: ${size.cases} cases, ${size.positions} positions, ${checks.passed} checks passed, ${checks.failed} failed ${checks.failed === 0 ? 'ok' : 'FAILED'}\n`);
  return checks.failed === 0 ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
