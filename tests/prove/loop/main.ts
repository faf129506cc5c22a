import { readRunSize } from '../run-size.ts';

import { proveHistories } from './histories/prove-histories.ts';
import { Difference } from './seen.ts';
import { STORIES } from './stories/index.ts';
import { World } from './world.ts';

const HELP = `望格 · 治理闭环验证

  npm run prove:loop              在虚拟时钟上经公开接口演完全部有名字的故事，再核对一万段生成的历史
  npm run prove:loop -- --short   同样的故事，五百段历史

在临时目录启动演示县（三个镇，不自行运转），时间只在故事里前进；不碰内部，只用接口与密码登录。
每个故事一行：✓ 名称 — 看到了什么，或 ✗ 与不符之处；最后一行 loop: …；有一项不符时退出码不为 0。
`;

/** A Monday of September 2026: two holidays, a working Saturday and the end of a season lie ahead. */
const BEGIN = '2026-09-14T08:30';
const FULL_HISTORIES = 10_000;
const SHORT_HISTORIES = 500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Tells every story in order of its moment; answers how many came out as told. */
async function tellStories(world: World): Promise<number> {
  let told = 0;
  for (const story of [...STORIES].sort((a, b) => a.from.localeCompare(b.from))) {
    try {
      await world.to(story.from);
      say(`✓ ${story.name} — ${await story.play(world)}`);
      told += 1;
    } catch (error) {
      say(`✗ ${story.name} — ${error instanceof Difference ? error.message : error instanceof Error ? error.stack ?? error.message : String(error)}`);
    }
  }
  return told;
}

async function main(args: readonly string[]): Promise<number> {
  const runSize = readRunSize(args, HELP);
  if (typeof runSize === 'number') return runSize;
  const count = runSize === 'short' ? SHORT_HISTORIES : FULL_HISTORIES;
  const world = await World.open(BEGIN);
  const told = await tellStories(world).finally(() => world.close());
  const histories = await proveHistories(count);
  histories.lines.forEach(say);
  const isOk = told === STORIES.length && histories.ok;
  say(`loop: ${told} of ${STORIES.length} stories, ${count} histories ${isOk ? 'ok' : 'FAILED'}`);
  return isOk ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
