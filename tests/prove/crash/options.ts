import { randomFrom } from '../../support/random.ts';

const HELP = `望格 · 崩溃验证

  npm run prove:crash                 在受理、派遣、现场反馈、定位同时进行时，随机时刻 kill -9 服务 200 次
  npm run prove:crash -- --short      同样的步骤，14 次（一分半钟左右）
  npm run prove:crash -- --kills N    N 次
  npm run prove:crash -- --seed N     换一组随机时刻（默认 1）
  npm run prove:crash -- --store mongodb   数据存 MongoDB（MONGODB_URL、mongod 或构建的 FerretDB），50 次

每次重启后核对已答复的内容；最后核对全部案件、命令、定位、照片、指标与历史，各一行 ✓ 或 ✗；
最后一行 crash: kills=… lost=0 duplicate=0 ok；有一项不符时退出码不为 0。
`;

const FULL_KILLS = { sqlite: 200, mongodb: 50 };
const SHORT_KILLS = { sqlite: 14, mongodb: 5 };

export interface CrashOptions {
  readonly store: 'sqlite' | 'mongodb';
  readonly kills: number;
  /** Numbers in [0, 1) that decide when to kill. */
  readonly random: () => number;
}

/** What a run does, or the exit code of one that only says something. */
export function readCrashOptions(args: readonly string[]): CrashOptions | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  let [kills, seed, store, isShort]: [number | null, number, CrashOptions['store'], boolean] = [null, 1, 'sqlite', false];
  for (let i = 0; i < args.length; i += 1) {
    const value = Number(args[i + 1]);
    if (args[i] === '--short') isShort = true;
    else if (args[i] === '--store' && (args[i + 1] === 'sqlite' || args[i + 1] === 'mongodb')) {
      store = args[i + 1] as CrashOptions['store'];
      i += 1;
    } else if ((args[i] === '--kills' || args[i] === '--seed') && Number.isInteger(value) && value > 0) {
      if (args[i] === '--kills') kills = value;
      else seed = value;
      i += 1;
    } else {
      process.stderr.write(`OPTION_INVALID 不认识的选项 ${args[i]}；用 --help 看用法\n`);
      return 2;
    }
  }
  return { store, kills: kills ?? (isShort ? SHORT_KILLS : FULL_KILLS)[store], random: randomFrom(seed) };
}
