import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../server/deploy/kiosk/stretch.mjs');
/** What xrandr says of a computer whose picture was pressed before and whose second output has no screen. */
const QUERY = `Screen 0: minimum 320 x 200, current 3360 x 1080, maximum 16384 x 16384
DP-1 disconnected (normal left inverted right x axis y axis)
HDMI-1 connected primary 3360x1080+0+0 (normal left inverted right x axis y axis) 0mm x 0mm
   3840x2160     30.00 +
   1920x1080     60.00*   59.94
   1280x720      60.00
`;

let folder = '';

/** Runs the correction on a computer whose xrandr writes down what it is asked. */
function stretch(wall: string): { readonly isDone: boolean; readonly words: string; readonly asked: string } {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', `import { stretchTo } from ${JSON.stringify(SCRIPT)}; console.log(JSON.stringify(stretchTo(${JSON.stringify(wall)})));`], {
    encoding: 'utf8', env: { PATH: `${folder}:/usr/bin:/bin` },
  });
  const asked = join(folder, 'asked');
  return { ...JSON.parse(stdout) as { isDone: boolean; words: string }, asked: existsSync(asked) ? readFileSync(asked, 'utf8').trim() : '' };
}

function install(fails = false): void {
  writeFileSync(join(folder, 'query'), QUERY);
  writeFileSync(join(folder, 'xrandr'), `#!/bin/sh\nif [ "$1" = --query ]; then cat "${folder}/query"; exit 0; fi\necho "$@" >> "${folder}/asked"\n${fails ? 'echo "BadMatch" >&2; exit 1' : ''}\n`);
  chmodSync(join(folder, 'xrandr'), 0o755);
}

beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'wangge-stretch-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a signal that a wall pulls to another shape', () => {
  it('is drawn longer where the wall is wider, as sharp as the signal along the other side', () => {
    install();
    expect(stretch('6720x2160')).toMatchObject({ isDone: true, asked: '--output HDMI-1 --scale-from 3360x1080' });
  });

  it('is drawn higher where the wall is narrower', () => {
    install();
    expect(stretch('2160x3840').asked).toBe('--output HDMI-1 --scale-from 1920x3413');
  });

  it('is left as it is, and that is said, where the setting makes no sense, there is no xrandr, or it refuses', () => {
    expect(stretch('6720*2160')).toMatchObject({ isDone: false, words: expect.stringContaining('宽x高') as string });
    expect(stretch('6720x2160')).toMatchObject({ isDone: false, words: expect.stringContaining('xrandr') as string, asked: '' });
    install(true);
    expect(stretch('6720x2160')).toMatchObject({ isDone: false, words: expect.stringContaining('BadMatch') as string });
  });
});
