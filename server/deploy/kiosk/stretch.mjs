import { spawnSync } from 'node:child_process';

/** `HDMI-1 connected …`, and below it `   1920x1080 60.00*+ …` the mode in use. */
const OUTPUT = /^(\S+) connected/;
const MODE_IN_USE = /^\s+(\d+)x(\d+)\s.*\*/;

/** The outputs of a screen and the pixels of their signal, as `xrandr --query` tells them. */
export function readOutputs(text) {
  const outputs = [];
  let name = null;
  for (const line of text.split('\n')) {
    name = OUTPUT.exec(line)?.[1] ?? (/^\S/.test(line) ? null : name);
    const mode = MODE_IN_USE.exec(line);
    if (name !== null && mode) outputs.push({ name, width: Number(mode[1]), height: Number(mode[2]) });
  }
  return outputs;
}

/** The size at which a picture has to be drawn so that a signal which a wall pulls to another shape looks right: as sharp as the signal is along one side, longer along the other. Px. */
export function drawnSize(signal, wall) {
  const ratio = wall.width / wall.height;
  return ratio > signal.width / signal.height
    ? { width: Math.round(signal.height * ratio), height: signal.height }
    : { width: signal.width, height: Math.round(signal.width / ratio) };
}

/**
 * 拉伸校正: has the display server draw a picture of the wall's shape and press it into the signal, which the wall pulls apart again. Nothing in the page is
 * bent: presses hit what they are aimed at. `wall` is `6720x2160`, the pixels of the whole wall. Answers what was done, or why it could not be.
 */
export function stretchTo(wall) {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(wall) ?? [];
  if (width === undefined) return { isDone: false, words: `WALL_REAL 应写成 宽x高，例如 6720x2160，现在是“${wall}”` };
  const told = spawnSync('xrandr', ['--query'], { encoding: 'utf8' });
  const [output] = told.status === 0 ? readOutputs(told.stdout) : [];
  if (output === undefined) return { isDone: false, words: '没有可用的 xrandr（需要 X11 会话），画面按信号原样显示' };
  const size = drawnSize(output, { width: Number(width), height: Number(height) });
  const { status, stderr } = spawnSync('xrandr', ['--output', output.name, '--scale-from', `${size.width}x${size.height}`], { encoding: 'utf8' });
  return status === 0
    ? { isDone: true, words: `${output.name} ${output.width}x${output.height} 按 ${size.width}x${size.height} 绘制，墙面拉伸后比例正确` }
    : { isDone: false, words: `xrandr 不能按 ${size.width}x${size.height} 绘制：${stderr.trim()}` };
}
