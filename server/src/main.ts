import { startApp, type App } from './app.ts';
import { ConfigError, readOwnConfig, type Config } from './config.ts';
import { startGatewayNode } from './gateway-node.ts';
import { secretsFile } from './first-start.ts';
import { systemClock } from './platform/clock.ts';
import { createLogger } from './platform/logger.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Tells the person who started it where everything is, and, the first time, the generated accounts. */
function announce({ address, firstStart }: App, config: Config): void {
  const { kept, created, walls } = firstStart;
  const title = `\n望格 · ${kept.district.town} ${kept.district.room}${kept.district.isDemo ? '（演示数据，地图为示意）' : ''}`;
  if (config.role === 'gateway') return say(`${title} · 定位网关\n  JT/T 808 ${address.jt808}\n  状态 ${address.http}/metrics\n`);
  say(title);
  if (walls.length === 0) say(`  大屏    ${address.http}/wall`);
  for (const { name, key } of walls) say(`  大屏    ${address.http}/wall?key=${key}${walls.length > 1 ? `  ${name}` : ''}`);
  say(`  指挥台  ${address.http}/desk`);
  say(`  移动端  ${address.http}/field`);
  say(`  接口    ${address.http}/api/docs`);
  if (address.jt808) say(`  JT/T 808 定位网关 ${address.jt808}`);
  if (!created) return say(`  账号见 ${secretsFile(config)}\n`);
  say(`\n首次启动生成的账号（只显示这一次，另存于 ${secretsFile(config)}，权限 600）：`);
  for (const { account, password, post, name } of created.accounts) say(`  ${account.padEnd(18)} ${password.padEnd(14)} ${post} ${name}`);
  say('');
}

async function main(): Promise<void> {
  const config = readOwnConfig(process.argv.slice(2));
  const log = createLogger(config.logLevel);
  const app = await (config.role === 'gateway' ? startGatewayNode : startApp)(config, systemClock, log);
  announce(app, config);
  let isClosing = false;
  const stop = (): void => {
    if (isClosing) return;
    isClosing = true;
    app.close().then(() => process.exit(0), (error: unknown) => {
      log.error({ err: error }, 'closing failed');
      process.exit(1);
    });
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

main().catch((error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code;
  const hint = code === 'EADDRINUSE' ? '端口已被占用，请用 PORT 或 JT808_PORT 换一个' : '';
  process.stderr.write(error instanceof ConfigError ? `${error.message}\n` : `启动失败：${error instanceof Error ? error.message : String(error)} ${hint}\n`);
  process.exit(1);
});
