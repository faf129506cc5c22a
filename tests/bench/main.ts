import { parseArgs } from 'node:util';
import { runPushBench } from './push/push-bench.ts';

const HELP = `用法：npm run bench -- push [--short] [--walls N]

  push      位置推送：逐条 JSON、成批 JSON、本产品、裸 WebSocket 上限，同一次运行中并排比较
            （每 CPU 秒送达数、每条字节数、p99 时延、停顿大屏占用的服务器内存）
  --short   缩短各项测量，25 秒内结束（默认约 60 秒）
  --walls   大屏连接数，默认 50

只用本机回环地址。绝对值随机器而变，看同一次运行中的比值。
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, short: { type: 'boolean' }, walls: { type: 'string' } },
});
const walls = Number(values.walls ?? 50);

if (values.help === true || positionals.length === 0) {
  process.stdout.write(HELP);
} else if (positionals.length > 1 || positionals[0] !== 'push' || !Number.isInteger(walls) || walls < 2 || walls > 500) {
  process.stderr.write(`看不懂的参数：${process.argv.slice(2).join(' ')}\n\n${HELP}`);
  process.exitCode = 1;
} else {
  await runPushBench({ isShort: values.short === true, walls, print: (line) => process.stdout.write(line) });
}
