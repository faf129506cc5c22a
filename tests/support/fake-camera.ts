import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const [WIDTH, HEIGHT] = [640, 480] as const;
const FRAMES = 2;

/**
 * Writes what a camera sees that looks at a picture as YUV4MPEG2, for Chromium's `--use-file-for-fake-video-capture`. The picture at
 * `address`, or the plain wall where there is none, hangs a little askew on a grey wall; `page` is open on its origin.
 */
export async function writeFakeCamera(path: string, page: Page, address: string | null): Promise<void> {
  const luma = await page.evaluate(async ({ address: src, width, height }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#9a9a94';
    context.fillRect(0, 0, width, height);
    if (src !== null) {
      const image = new Image(400, 400);
      image.src = src;
      await image.decode();
      context.translate(width / 2, height / 2);
      context.rotate(0.06);
      context.drawImage(image, -150, -150, 300, 300);
    }
    const { data } = context.getImageData(0, 0, width, height);
    return Array.from({ length: width * height }, (_unused, i) => Math.round(16 + (219 / 255) * (0.299 * data[4 * i]! + 0.587 * data[4 * i + 1]! + 0.114 * data[4 * i + 2]!)));
  }, { address, width: WIDTH, height: HEIGHT });
  const frame = Buffer.concat([Buffer.from('FRAME\n'), Buffer.from(luma), Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
  writeFileSync(path, Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`), ...Array.from({ length: FRAMES }, () => frame)]));
}
