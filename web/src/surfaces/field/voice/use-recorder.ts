import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';

/** Why nothing can be recorded: the page came without HTTPS, the person or the system refuses the microphone, or there is none. */
export type RecorderTrouble = 'insecure' | 'denied' | 'none';

export interface Recorder {
  /** Seconds recorded so far; null while nothing is. */
  readonly seconds: Readonly<ShallowRef<number | null>>;
  readonly trouble: Readonly<ShallowRef<RecorderTrouble | null>>;
  start(): Promise<void>;
  stop(): void;
}

/** What the server takes, the smallest first. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
/** Speech is well understood at this rate: three kilobytes a second. */
const BITS_PER_SECOND = 24_000;

/** Records a voice note of at most `maxS` seconds, which ends by itself, and hands it out; one that the page left is thrown away. */
export function useRecorder(maxS: () => number, onDone: (sound: Blob) => void): Recorder {
  const seconds = shallowRef<number | null>(null);
  const trouble = shallowRef<RecorderTrouble | null>(null);
  let recorder: MediaRecorder | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let isStarting = false;
  let isOver = false;

  async function start(): Promise<void> {
    if (recorder || isStarting) return;
    trouble.value = window.isSecureContext ? null : 'insecure';
    const mimeType = 'MediaRecorder' in window ? TYPES.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
    if (trouble.value === null && (!mimeType || !navigator.mediaDevices)) trouble.value = 'none';
    if (trouble.value !== null) return;
    isStarting = true;
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: false })
      .catch((error: unknown) => void (trouble.value = error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'none'));
    isStarting = false;
    if (!stream) return;
    if (isOver) return release(stream);
    record(stream, mimeType!);
  }

  function record(stream: MediaStream, mimeType: string): void {
    const parts: Blob[] = [];
    recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onstop = () => {
      release(stream);
      clearInterval(timer);
      recorder = null;
      seconds.value = null;
      const sound = new Blob(parts, { type: mimeType });
      if (!isOver && sound.size > 0) onDone(sound);
    };
    recorder.start();
    seconds.value = 0;
    timer = setInterval(() => {
      seconds.value = (seconds.value ?? 0) + 1;
      if (seconds.value >= maxS()) stop();
    }, 1_000);
  }

  function stop(): void {
    if (recorder?.state === 'recording') recorder.stop();
  }

  onScopeDispose(() => {
    isOver = true;
    stop();
  });
  return { seconds, trouble, start, stop };
}

function release(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
