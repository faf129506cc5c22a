import { encodeText, readText } from '../text.ts';
import { readWord, writeWord } from '../words.ts';

/** 终端注册应答, JT/T 808-2013 §8.6. */
export const registerReplyId = 0x8100;

export const registerResult = { ok: 0, vehicleTaken: 1, noSuchVehicle: 2, terminalTaken: 3, noSuchTerminal: 4 } as const;
export type RegisterResult = (typeof registerResult)[keyof typeof registerResult];

export type RegisterReply = {
  /** Serial number of the registration that is answered. */
  readonly ackSerial: number;
  readonly result: number;
  /** Sent with result 0 only. */
  readonly authCode?: string | undefined;
};

export function encodeRegisterReply(reply: RegisterReply): Uint8Array {
  const code = encodeText(reply.result === registerResult.ok ? (reply.authCode ?? '') : '');
  const body = new Uint8Array(3 + code.length);
  writeWord(body, 0, reply.ackSerial);
  body[2] = reply.result;
  body.set(code, 3);
  return body;
}

/** Undefined when the body is shorter than three bytes. */
export function decodeRegisterReply(bytes: Uint8Array, start: number, end: number): RegisterReply | undefined {
  if (end - start < 3) return undefined;
  const result = bytes[start + 2] as number;
  const ackSerial = readWord(bytes, start);
  return result === registerResult.ok ? { ackSerial, result, authCode: readText(bytes, start + 3, end) } : { ackSerial, result };
}
