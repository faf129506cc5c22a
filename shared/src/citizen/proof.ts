/**
 * 工作量证明: what a page has to reckon before it may report. A page asks for a challenge under the key of its report, and
 * finds a nonce with which the digest (SHA-256) of `workText` begins with `bits` zero bits: 2 to the power of `bits` tries on average.
 */
export interface Challenge {
  /** The key of the report it is for, made by the page; one key makes one case. */
  readonly key: string;
  readonly salt: string;
  readonly bits: number;
  /** Epoch ms by the server's clock. */
  readonly expiresAt: number;
  /** The server's seal over the rest, so that it need not remember what it issued. */
  readonly seal: string;
}

/** What is hashed. */
export function workText({ key, salt }: Pick<Challenge, 'key' | 'salt'>, nonce: number): string {
  return `${key}.${salt}.${nonce}`;
}

/** How many bits of a digest are zero before the first that is not. */
export function leadingZeroBits(digest: Uint8Array): number {
  const first = digest.findIndex((byte) => byte !== 0);
  return first < 0 ? digest.length * 8 : first * 8 + Math.clz32(digest[first]!) - 24;
}

/** A solved challenge as it travels, in a header. */
export function writeProof({ key, salt, bits, expiresAt, seal }: Challenge, nonce: number): string {
  return [key, salt, bits, expiresAt, seal, nonce].join('.');
}

/** A header read back; null for what is no proof. */
export function readProof(text: string): { readonly challenge: Challenge; readonly nonce: number } | null {
  const [key, salt, bits, expiresAt, seal, nonce, ...more] = text.split('.');
  const numbers = [bits, expiresAt, nonce].map((number) => (number && /^\d{1,16}$/.test(number) ? Number(number) : NaN));
  if (!key || !salt || !seal || more.length > 0 || numbers.some(Number.isNaN)) return null;
  return { challenge: { key, salt, bits: numbers[0]!, expiresAt: numbers[1]!, seal }, nonce: numbers[2]! };
}
