import { readWord, writeWord } from '../words.ts';

/** 平台通用应答, JT/T 808-2013 §8.2. */
export const generalReplyId = 0x8001;

export const generalResult = { ok: 0, failed: 1, badMessage: 2, unsupported: 3 } as const;
export type GeneralResult = (typeof generalResult)[keyof typeof generalResult];

export type GeneralReply = {
  /** Serial number and message id of what is answered. */
  readonly ackSerial: number;
  readonly ackId: number;
  readonly result: number;
};

export function encodeGeneralReply(reply: GeneralReply): Uint8Array {
  const body = new Uint8Array(5);
  writeWord(body, 0, reply.ackSerial);
  writeWord(body, 2, reply.ackId);
  body[4] = reply.result;
  return body;
}

/** Undefined when the body is not five bytes. */
export function decodeGeneralReply(bytes: Uint8Array, start: number, end: number): GeneralReply | undefined {
  if (end - start !== 5) return undefined;
  return { ackSerial: readWord(bytes, start), ackId: readWord(bytes, start + 2), result: bytes[start + 4] as number };
}
