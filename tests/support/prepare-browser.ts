import { spawnSync } from 'node:child_process';
import { apt, mayInstall } from './apt.ts';
import { findChromium } from './find-chromium.ts';

const HELP = `没有找到 Chromium，端到端测试无法运行。请任选一种办法：
  Debian / Ubuntu   sudo apt-get update && sudo apt-get install -y chromium fonts-noto-cjk
  其他系统          安装 Chromium 或 Google Chrome
  已在别处安装      用环境变量 CHROMIUM_PATH 指出可执行文件`;

function doesStart(path: string): boolean {
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}

/**
 * Makes sure a browser is there, installing Debian's where this process may. Returns undefined when it is, or else the
 * sentence that says how to get one.
 */
export function prepareBrowser(): string | undefined {
  const isNamed = (process.env['CHROMIUM_PATH'] ?? '') !== '';
  if (findChromium() === undefined && !isNamed && mayInstall()) {
    console.log('正在安装 Chromium 和中文字体 …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  }
  const found = findChromium();
  return found !== undefined && doesStart(found) ? undefined : HELP;
}
