const MAX_SIDE_PX = 1_600;
const JPEG_QUALITY = 0.82;

/** Width and height that fit into a square of `maxSide`, same proportions; a smaller picture keeps its size. */
export function fitWithin(width: number, height: number, maxSide: number): { readonly width: number; readonly height: number } {
  const share = Math.min(1, maxSide / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/** What the server takes as it is: its limit, and the first bytes of JPEG, PNG and WebP (RIFF). */
const MOST_BYTES = 8 * 1_048_576;
const KNOWN_STARTS: readonly (readonly number[])[] = [[0xff, 0xd8, 0xff], [0x89, 0x50, 0x4e, 0x47], [0x52, 0x49, 0x46, 0x46]];

/** A picture that this browser cannot read and the server would not take. */
export class UnreadablePhoto extends Error {}

/**
 * A photo small enough for a weak net: at most 1600 px a side, JPEG, upright, without what the camera wrote into it.
 * Where the browser cannot make it small it is kept as it came, for no photo is lost to a missing decoder; rejects with
 * `UnreadablePhoto` where the server would not take that.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const small = await redraw(file).catch(() => null);
  if (small) return small;
  if (await isTakenAsItIs(file)) return file;
  throw new UnreadablePhoto('neither the browser nor the server can read this picture');
}

async function redraw(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const { width, height } = fitWithin(bitmap.width, bitmap.height, MAX_SIDE_PX);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}

async function isTakenAsItIs(file: Blob): Promise<boolean> {
  const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  return file.size <= MOST_BYTES && KNOWN_STARTS.some((known) => known.every((byte, at) => start[at] === byte));
}
