import { decodeGeneralReply, encodeGeneralReply, type GeneralReply } from '../replies/8001-general-reply.ts';

/** 终端通用应答: the terminal answers us; answering that would never end. JT/T 808-2013 §8.1. */
export const terminalReplyId = 0x0001;

/** The body is that of the platform's general reply. */
export function decodeTerminalReply(bytes: Uint8Array, start: number, end: number): GeneralReply | undefined {
  return decodeGeneralReply(bytes, start, end);
}

export function encodeTerminalReply(reply: GeneralReply): Uint8Array {
  return encodeGeneralReply(reply);
}
