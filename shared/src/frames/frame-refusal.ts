const SENTENCES = {
  FRAME_MAGIC: 'These bytes are no position frame.',
  FRAME_VERSION: 'The position frame has a version this client does not know.',
  FRAME_KIND: 'The position frame has a kind this client does not know.',
  FRAME_LENGTH: 'The position frame is shorter or longer than its records.',
  FRAME_OUT_OF_STEP: 'A position frame before this one is missing.',
} as const;

/** Why a frame was not used: a stable code and a sentence for the log. */
export interface FrameRefusal {
  readonly code: keyof typeof SENTENCES;
  readonly sentence: string;
}

/** A refused frame, in the shape of a result. */
export function refuseFrame(code: FrameRefusal['code']): { readonly ok: false; readonly error: FrameRefusal } {
  return { ok: false, error: { code, sentence: SENTENCES[code] } };
}
