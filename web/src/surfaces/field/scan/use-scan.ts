import { onBeforeUnmount, onMounted, shallowRef, type ShallowRef } from 'vue';
import { openQrReader } from './open-qr-reader.ts';

/** Why nothing can be scanned: the page came without HTTPS, the person or the system refuses the camera, or there is none. */
export type ScanTrouble = 'insecure' | 'denied' | 'none';

const EACH_MS = 200;
/** A code that fills a third of the picture is read well at this size, and quickly on an old phone. */
const MOST_PX = 720;

/** Looks through the camera at the back of the phone for as long as the part is shown, and tells each code once in a row. */
export function useScan(video: Readonly<ShallowRef<HTMLVideoElement | null>>, onText: (text: string) => void): Readonly<ShallowRef<ScanTrouble | null>> {
  const trouble = shallowRef<ScanTrouble | null>(null);
  const canvas = document.createElement('canvas');
  let stream: MediaStream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let last: string | null = null;

  async function start(): Promise<void> {
    if (!navigator.mediaDevices) return void (trouble.value = window.isSecureContext ? 'none' : 'insecure');
    const asked = await Promise.all([navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1_280 } } }), openQrReader()])
      .catch((error: unknown) => (error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' as const : 'none' as const));
    if (typeof asked === 'string') return void (trouble.value = asked);
    const [opened, read] = asked;
    stream = opened;
    if (isOver || !video.value) return stop();
    video.value.srcObject = stream;
    await video.value.play().catch(() => undefined);
    const look = async (): Promise<void> => {
      const text = drawFrame() ? await read(canvas) : null;
      if (isOver) return;
      if (text !== null && text !== last) onText(text);
      last = text ?? last;
      timer = setTimeout(() => void look(), EACH_MS);
    };
    await look();
  }

  function drawFrame(): boolean {
    const { videoWidth, videoHeight } = video.value ?? { videoWidth: 0, videoHeight: 0 };
    if (!video.value || videoWidth === 0) return false;
    const share = Math.min(1, MOST_PX / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * share);
    canvas.height = Math.round(videoHeight * share);
    canvas.getContext('2d', { willReadFrequently: true })?.drawImage(video.value, 0, 0, canvas.width, canvas.height);
    return true;
  }

  function stop(): void {
    isOver = true;
    clearTimeout(timer);
    stream?.getTracks().forEach((track) => track.stop());
  }

  onMounted(() => void start());
  onBeforeUnmount(stop);
  return trouble;
}
