import { bareJpeg } from './bare-jpeg.ts';
import { barePng } from './bare-png.ts';
import { bareWebp } from './bare-webp.ts';
import type { ImageType } from './sniff-image.ts';

const BARE: Readonly<Record<ImageType, (bytes: Buffer) => Buffer | null>> = { 'image/jpeg': bareJpeg, 'image/png': barePng, 'image/webp': bareWebp };

/** A picture without what camera and phone wrote into it; null for one that is not whole. */
export function bareImage(bytes: Buffer, type: ImageType): Buffer | null {
  return BARE[type](bytes);
}
