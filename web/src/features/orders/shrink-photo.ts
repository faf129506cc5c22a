const MAX_SIDE_PX = 1_600;
const JPEG_QUALITY = 0.82;

/** Width and height that fit into a square of `maxSide`, same proportions; a smaller picture keeps its size. */
export function fitWithin(width: number, height: number, maxSide: number): { readonly width: number; readonly height: number } {
  const share = Math.min(1, maxSide / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) };
}

/**
 * A photo small enough for a weak net: at most 1600 px a side, JPEG, upright, without what the camera wrote into it.
 * Where the browser cannot read the picture it is kept as it came, for no photo is lost to a missing decoder.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const { width, height } = fitWithin(bitmap.width, bitmap.height, MAX_SIDE_PX);
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
    bitmap.close();
    return await new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? file), 'image/jpeg', JPEG_QUALITY));
  } catch {
    return file;
  }
}
