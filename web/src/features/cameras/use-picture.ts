import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { CameraKind, CameraOpening } from '@wangge/shared/camera';
import { useLinkStatusStore } from '../link-status/link-status.store.ts';
import { openCamera } from './cameras.commands.ts';
import { Playback, type Picture } from './playback.ts';
import { openFlv } from './sources/flv-source.ts';
import { openHls } from './sources/hls-source.ts';
import type { OpenSource } from './sources/source.ts';
import { openWhep } from './sources/whep-source.ts';

const OPENERS: Readonly<Record<CameraKind, OpenSource>> = { hls: openHls, flv: openFlv, whep: openWhep };

/** A no of the server as an error, so that it counts as a try that failed. */
class OpeningRefused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Keeps what a video shows: without its source the element is empty, and the last picture is still worth seeing. */
function keepLast(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): void {
  if (canvas === null || video.videoWidth === 0) return;
  [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
  canvas.getContext('2d')?.drawImage(video, 0, 0);
}

/** Plays a camera in a video element while the calling component lives; `last` lies under it and has its last picture while there is no source. `refusedCode`: why the server does not tell where it is. */
export function usePicture(id: string, video: Readonly<Ref<HTMLVideoElement | null>>, last: Readonly<Ref<HTMLCanvasElement | null>>): { readonly picture: ShallowRef<Picture>; readonly refusedCode: ShallowRef<string | null> } {
  const link = useLinkStatusStore();
  const picture = shallowRef<Picture>({ state: 'opening' });
  const refusedCode = shallowRef<string | null>(null);
  let opening: CameraOpening | null = null;
  let playback: Playback | null = null;
  let asked = 0;

  /** The address is asked for once, however often the line breaks: one who looks on does not open anew. */
  async function addressOf(): Promise<CameraOpening> {
    if (opening !== null) return opening;
    const answer = await openCamera(id);
    refusedCode.value = answer.ok ? null : answer.code;
    if (!answer.ok) throw new OpeningRefused(answer.code);
    opening = answer.value;
    return opening;
  }

  function followFrames(element: HTMLVideoElement, mine: Playback): void {
    asked = element.requestVideoFrameCallback(() => {
      if (playback !== mine) return;
      mine.frame();
      followFrames(element, mine);
    });
  }

  function begin(element: HTMLVideoElement): void {
    playback = new Playback({
      async open(onTrouble) {
        const { kind, url } = await addressOf();
        const source = await OPENERS[kind](url, element, onTrouble);
        return { ...source, close: () => { keepLast(element, last.value); source.close(); } };
      },
      onPicture: (next) => { picture.value = next; }, now: () => link.trueNow(), random: Math.random,
    });
    followFrames(element, playback);
  }

  function end(element: HTMLVideoElement | null): void {
    playback?.end();
    playback = null;
    if (element === null) return;
    element.cancelVideoFrameCallback(asked);
    element.removeAttribute('src');
    element.srcObject = null;
    element.load();
  }

  watch(video, (element, before) => {
    end(before ?? null);
    if (element !== null) begin(element);
  }, { immediate: true, flush: 'post' });
  onScopeDispose(() => end(video.value));
  return { picture, refusedCode };
}
