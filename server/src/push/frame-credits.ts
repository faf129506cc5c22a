/** Frames a session may have been sent and not yet drawn. */
export const CREDIT_FRAMES = 128;
/** The same in bytes; one frame larger than this may still go out alone. */
export const CREDIT_BYTES = 128 * 1024;

/**
 * What one session may still be sent (额度). The kernel hides megabytes that a stalled client never reads, so the client says
 * how many frames it has drawn, and no more than a window of undrawn ones is under way.
 */
export class FrameCredits {
  readonly #sizes = new Uint32Array(CREDIT_FRAMES);
  #sent = 0;
  #drawn = 0;
  #undrawnBytes = 0;

  get isExhausted(): boolean {
    return this.#sent - this.#drawn >= CREDIT_FRAMES || this.#undrawnBytes >= CREDIT_BYTES;
  }

  noteSent(bytes: number): void {
    this.#sizes[this.#sent % CREDIT_FRAMES] = bytes;
    this.#sent += 1;
    this.#undrawnBytes += bytes;
  }

  /** Takes the number of frames drawn since the connection began; a number never sent counts as all of them. */
  noteDrawn(total: number): void {
    const drawn = Math.min(total, this.#sent);
    for (; this.#drawn < drawn; this.#drawn += 1) this.#undrawnBytes -= this.#sizes[this.#drawn % CREDIT_FRAMES] ?? 0;
  }
}
