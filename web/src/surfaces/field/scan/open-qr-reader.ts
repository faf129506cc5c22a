/** Reads the text of a QR code out of a picture; null where it shows none. */
export type QrReader = (picture: HTMLCanvasElement) => Promise<string | null>;

/** The browser's own reader (Shape Detection API), where it has one. */
interface Detector { detect(picture: HTMLCanvasElement): Promise<readonly { readonly rawValue: string }[]> }
interface DetectorClass { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<readonly string[]> }

/** The browser's reader, or else ours, which is fetched only then. */
export async function openQrReader(): Promise<QrReader> {
  const { BarcodeDetector } = window as { BarcodeDetector?: DetectorClass };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): readonly string[] => []);
  if (!BarcodeDetector || !formats?.includes('qr_code')) return openOwnReader();
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue ?? null;
}

async function openOwnReader(): Promise<QrReader> {
  const { default: decodeQR } = await import('qr/decode.js');
  return async (picture) => {
    const image = picture.getContext('2d', { willReadFrequently: true })?.getImageData(0, 0, picture.width, picture.height);
    try {
      return image ? decodeQR(image) : null;
    } catch {
      return null;
    }
  };
}
