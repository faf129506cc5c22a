import { PARTS, type PartName } from './scale.ts';

const HELP = `望格 · 大屏验证

  npm run prove:wall                   启动真实的演示服务，用真实的 Chromium 逐项检查大屏（约半小时，需要安静的机器）
  npm run prove:wall -- --short        排布、接管、色觉三项，较小的规模（一分钟左右）；计时与称重的项目只在完整规模下做
  npm run prove:wall -- --only 名称     只做其中几项，逗号分隔：${PARTS.join(' ')}
  npm run prove:wall -- --minutes N    连续运行 N 分钟（默认 10；载荷为平时的 60 倍）
  npm run prove:wall -- --seed N       换一组随机位置（默认 1）

layout 各场景在五种尺寸下不溢出、不重叠、不截断、不压拼缝，对比度与最小字高按观看距离核对，昼夜各一遍；
clicks 点在哪里就打开哪里，误差不超过 2 像素；takeover 接管与复原；losses 五十次丢失绘图上下文；
away 服务中断、休眠唤醒、换分辨率、浏览器与标签页崩溃；soak 连续运行的内存与节点；seeing 灰度与色觉障碍；
together 多屏同步与导播。需要 Chromium（CHROMIUM_PATH 或系统自带）。
每项一行 ✓ 或 ✗；最后一行 wall: … ok；有一项不符时退出码不为 0。
`;

export interface WallOptions {
  readonly isShort: boolean;
  /** Only these; null: as the size of the run says. */
  readonly parts: readonly PartName[] | null;
  /** How long the soak lasts; null: as the size of the run says. */
  readonly minutes: number | null;
  readonly seed: number;
}

/** What a run does, or the exit code of one that only says something. */
export function readWallOptions(args: readonly string[]): WallOptions | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  let [isShort, parts, minutes, seed]: [boolean, readonly PartName[] | null, number | null, number] = [false, null, null, 1];
  for (let i = 0; i < args.length; i += 1) {
    const [name, value = ''] = [args[i], args[i + 1]];
    const named = value.split(',').flatMap((one) => PARTS.filter((part) => part === one));
    const number = Number(value);
    if (name === '--short') isShort = true;
    else if (name === '--only' && named.length === value.split(',').length) [parts, i] = [named, i + 1];
    else if (name === '--minutes' && number > 0) [minutes, i] = [number, i + 1];
    else if (name === '--seed' && Number.isInteger(number) && number > 0) [seed, i] = [number, i + 1];
    else {
      process.stderr.write(`OPTION_INVALID 不认识的选项 ${name} ${value}；用 --help 看用法\n`);
      return 2;
    }
  }
  return { isShort, parts, minutes, seed };
}
