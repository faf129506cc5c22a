import { parseArgs } from 'node:util';
import { runPastBench } from './past/county-day.ts';
import { runPushBench } from './push/push-bench.ts';

const HELP = `用法：npm run bench -- push [--short] [--walls N]
      npm run bench -- past [--days N]

  push      位置推送：逐条 JSON、成批 JSON、本产品、裸 WebSocket 上限，同一次运行中并排比较
            （每 CPU 秒送达数、每条字节数、p99 时延、停顿大屏占用的服务器内存）
  --short   缩短各项测量，25 秒内结束（默认约 60 秒）
  --walls   大屏连接数，默认 50

  past      时间机器：一个县的一天（每天 2,000 件、50,000 台设备抽稀后的轨迹）多久打开、播放是否顺畅，
            其间别人要不要等。先造历史，约需两分钟
  --days    历史的天数，默认 30

只用本机回环地址。绝对值随机器而变，看同一次运行中的比值。
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, short: { type: 'boolean' }, walls: { type: 'string' }, days: { type: 'string' } },
});
const walls = Number(values.walls ?? 50);
const days = Number(values.days ?? 30);
const print = (line: string): void => void process.stdout.write(line);

if (values.help === true || positionals.length === 0) {
  process.stdout.write(HELP);
} else if (positionals.length > 1 || !['push', 'past'].includes(positionals[0] ?? '') || !Number.isInteger(walls) || walls < 2 || walls > 500 || !Number.isInteger(days) || days < 2 || days > 400) {
  process.stderr.write(`看不懂的参数：${process.argv.slice(2).join(' ')}\n\n${HELP}`);
  process.exitCode = 1;
} else if (positionals[0] === 'past') {
  if (!await runPastBench({ days, print })) process.exitCode = 1;
} else {
  await runPushBench({ isShort: values.short === true, walls, print });
}
