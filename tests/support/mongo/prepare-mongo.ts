import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { builtProgram, findMongo, MODULE, mustHaveMongo } from './find-mongo.ts';

const HELP = `没有可用的 MongoDB 协议服务，MongoDB 存储的测试无法运行。请任选一种办法：
  已有服务          用环境变量 MONGODB_URL 指出，例如 mongodb://127.0.0.1:27017（测试自建并删除自己的库）
  装有 mongod       让它在 PATH 上
  装有 Go           1.24.3 以上；首次运行时构建 FerretDB（需能访问 Go 模块代理）`;

let building: Promise<string | undefined> | undefined;

/** Runs the Go compiler with low priority; resolves to what it said when it failed. */
function build(program: string): Promise<string | undefined> {
  const unfinished = `${program}.${process.pid}`;
  mkdirSync(dirname(program), { recursive: true });
  const args = ['build', '-tags', 'ferretdb_no_postgresql', '-ldflags', '-s -w', '-o', unfinished, '.'];
  const env = { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly -buildvcs=false' };
  const child = spawn('go', args, { cwd: MODULE, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(String(error)));
    child.once('close', (code) => {
      if (code === 0) renameSync(unfinished, program);
      else rmSync(unfinished, { force: true });
      resolve(code === 0 ? undefined : `go build: ${said}`);
    });
  });
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
  console.warn(`\n!!! 跳过 MongoDB 存储的测试 · MongoDB tests are SKIPPED !!!\n${refusal}\n`);
  return undefined;
}
