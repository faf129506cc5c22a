/** Opcodes of RFC 6455 §5.2. */
export const WS_TEXT = 1;
export const WS_BINARY = 2;

const FINAL = 0x80;

function headerOf(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.of(FINAL | opcode, length);
  if (length < 65_536) return Buffer.of(FINAL | opcode, 126, length >>> 8, length & 0xff);
  const header = Buffer.alloc(10);
  header[0] = FINAL | opcode;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/** One unmasked final WebSocket frame, as a server sends it (RFC 6455 §5.2), in parts to be joined. */
export function wsFrameParts(opcode: number, payload: Uint8Array): readonly [Buffer, Uint8Array] {
  return [headerOf(opcode, payload.length), payload];
}
