import { spawnSync } from 'node:child_process';
import { apt, mayInstall } from './apt.ts';

const HELP = `没有找到 LibreOffice 或 poppler，简报文件无法核对。请任选一种办法：
  Debian / Ubuntu   sudo apt-get update && sudo apt-get install -y libreoffice-impress-nogui libreoffice-calc-nogui libreoffice-draw-nogui poppler-utils
  其他系统          安装 LibreOffice 和 poppler，使 soffice、pdftotext 在 PATH 上`;

const doesStart = (program: string, flag: string): boolean => spawnSync(program, [flag], { timeout: 60_000 }).error === undefined;
const isThere = (): boolean => doesStart('soffice', '--version') && doesStart('pdftotext', '-v');

/** Makes sure an office suite and a reader of PDF are there, installing Debian's where this process may. Answers undefined, or how to get them. */
export function prepareOffice(): string | undefined {
  if (!isThere() && mayInstall()) {
    console.log('正在安装 LibreOffice 和 poppler …');
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'libreoffice-impress-nogui', 'libreoffice-calc-nogui', 'libreoffice-draw-nogui', 'poppler-utils');
  }
  return isThere() ? undefined : HELP;
}
