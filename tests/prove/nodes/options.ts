import { readRunSize } from '../run-size.ts';

const HELP = `望格 · 多节点验证

  npm run prove:nodes              两个节点、一个定位网关，共用 MongoDB 协议的库与 Redis，20 块大屏经负载均衡接入；
                                   在受理、派遣、现场反馈、定位同时进行时杀掉节点，Redis 断 60 秒，库断 60 秒
  npm run prove:nodes -- --short   同样的步骤，断 8 秒，6 块大屏（两分钟左右）

每项一行 ✓ 或 ✗；最后一行 nodes: … ok；有一项不符时退出码不为 0。
`;

export interface NodesOptions {
  readonly walls: number;
  /** How long Redis, and then the database, is away. */
  readonly awayMs: number;
  /** How long everything runs undisturbed before and after each fault. */
  readonly calmMs: number;
}

const FULL: NodesOptions = { walls: 20, awayMs: 60_000, calmMs: 8_000 };
const SHORT: NodesOptions = { walls: 6, awayMs: 8_000, calmMs: 3_000 };

/** What a run does, or the exit code of one that only says something. */
export function readNodesOptions(args: readonly string[]): NodesOptions | number {
  const runSize = readRunSize(args, HELP);
  if (typeof runSize === 'number') return runSize;
  return runSize === 'short' ? SHORT : FULL;
}
