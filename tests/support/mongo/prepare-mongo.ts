import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtProgram, findMongo, MODULE, mustHaveMongo } from './find-mongo.ts';
import { mendFerretDb } from './mend-ferretdb.ts';

const HELP = `没有可用的 MongoDB 协议服务，MongoDB 存储的测试无法运行。请任选一种办法：
  已有服务          用环境变量 MONGODB_URL 指出，例如 mongodb://127.0.0.1:27017（测试自建并删除自己的库）
  装有 mongod       让它在 PATH 上
  装有 Go           1.24.3 以上；首次运行时构建 FerretDB（需能访问 Go 模块代理）`;

let building: Promise<string | undefined> | undefined;

/** Runs Go in the module and resolves to what it printed; rejects with what it complained of. */
function go(...args: readonly string[]): Promise<string> {
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -buildvcs=false' };
  const child = spawn('go', args, { cwd: MODULE, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [printed, said] = ['', ''];
  child.stdout.on('data', (chunk) => (printed += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(printed) : reject(new Error(`go ${args[0]}: ${said}`))));
  });
}

/** Builds FerretDB; resolves to why it could not. */
async function build(program: string): Promise<string | undefined> {
  mkdirSync(dirname(program), { recursive: true });
  const folder = mkdtempSync(`${program}-`);
  const unfinished = join(folder, 'program');
  try {
    const { Dir: sources } = JSON.parse(await go('mod', 'download', '-json', 'github.com/FerretDB/FerretDB')) as { Dir: string };
    await go('build', '-modfile', mendFerretDb(sources, folder), '-tags', 'ferretdb_no_postgresql', '-ldflags', '-s -w', '-o', unfinished, '.');
    renameSync(unfinished, program);
    return undefined;
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Makes sure that tests find a server of the MongoDB protocol, building FerretDB where Go is present; the first build takes
 * minutes, later runs find it. Resolves to undefined when there is one, or else to the sentence that says how to get one.
 */
export function prepareMongo(): Promise<string | undefined> {
  if (findMongo() !== undefined) return Promise.resolve(undefined);
  if (building === undefined) {
    console.log('正在构建测试用的 MongoDB 协议服务（FerretDB，仅首次，约几分钟）…');
    building = build(builtProgram()).then((why) => (why === undefined ? undefined : `${why}\n${HELP}`));
  }
  return building;
}

/** What a run without a server means: a failure where it decides, or else tests that are skipped, said aloud. */
export function refusalWithoutMongo(refusal: string | undefined): string | undefined {
  if (refusal === undefined || mustHaveMongo()) return refusal;
  console.warn(`\n!!! 跳过 MongoDB 存储与多节点的测试 · tests on MongoDB and of several nodes are SKIPPED !!!\n${refusal}\n`);
  return undefined;
}
