import { FULL, SHORT, type Scale } from './scale.ts';

const HELP = `望格 · 一线验证

  npm run prove:field               200 部手机、真 Chromium 的手机与大屏、真 MQTT 服务器，实时在岗 10 分钟（共 13 分钟以内）
  npm run prove:field -- --short    同样的步骤，40 部手机、在岗半分钟（约两分钟）
  npm run prove:field -- --minutes N   在岗 N 分钟（实时）
  npm run prove:field -- --seed N   换一组随机时刻（默认 1，每次打印）

期间手机随机断网、请求被拒、发到一半中断、办成了却收不到回答，浏览器在发送途中被杀死后用原来的存储再开；
服务器 kill -9 一次并重启，消息服务器离开一次。最后从历史里独立清点：每条上报恰为一案，每张照片都在，每次走访一次，
每张派单已签收，或按签收阶梯转下一顺位、报指挥台，谁也没有看到别人的数据。每项一行 ✓ 或 ✗；
最后一行 field: clients=… reports=… once=… lost=0 doubled=0 orders=… … ok；有一项不符时退出码不为 0。
`;

export interface FieldOptions {
  readonly scale: Scale;
  readonly seed: number;
}

/** What a run does, or the exit code of one that only says something. */
export function readFieldOptions(args: readonly string[]): FieldOptions | number {
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  let [scale, seed, minutes]: [Scale, number, number | null] = [FULL, 1, null];
  for (let i = 0; i < args.length; i += 1) {
    const value = Number(args[i + 1]);
    if (args[i] === '--short') scale = SHORT;
    else if ((args[i] === '--seed' && Number.isInteger(value) && value > 0) || (args[i] === '--minutes' && value > 0)) {
      if (args[i] === '--seed') seed = value;
      else minutes = value;
      i += 1;
    } else {
      process.stderr.write(`OPTION_INVALID 不认识的选项 ${args[i]}；用 --help 看用法\n`);
      return 2;
    }
  }
  return { scale: minutes === null ? scale : { ...scale, dutyMs: minutes * 60_000 }, seed };
}
