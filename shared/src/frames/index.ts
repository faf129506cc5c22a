export type { FrameBatch } from './frame-batch.ts';
export { FrameDecoder } from './frame-decoder.ts';
export type { DecodedFrame } from './frame-decoder.ts';
export { FrameEncoder, STILL_REFRESH_MS } from './frame-encoder.ts';
export type { PositionColumns } from './frame-encoder.ts';
export type { FrameRefusal } from './frame-refusal.ts';
export { FRAME_HEADER_BYTES, FRAME_KINDS, FRAME_VERSION } from './layout.ts';
export type { FrameKind } from './layout.ts';
