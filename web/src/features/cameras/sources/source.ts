/** What feeds a video element until it is closed. Closing leaves nothing behind: no buffer, no request, no connection. */
export interface Source {
  close(): void;
  /** How far the picture is behind what the camera sees, as far as the source says, seconds. */
  lagS(): number | null;
}

/** Begins to feed a video element; `onTrouble` is told once nothing more will come. */
export type OpenSource = (url: string, video: HTMLVideoElement, onTrouble: () => void) => Promise<Source>;

/** A muted element plays without asking anybody; one that was closed meanwhile says so, and nobody needs to know. */
export function play(video: HTMLVideoElement): void {
  video.play().catch(() => undefined);
}
