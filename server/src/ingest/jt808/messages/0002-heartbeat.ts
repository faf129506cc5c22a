/** 终端心跳: the terminal is alive; its body is empty. JT/T 808-2013 §8.3. */
export const heartbeatId = 0x0002;

export function encodeHeartbeat(): Uint8Array {
  return new Uint8Array(0);
}
