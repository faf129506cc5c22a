/** A version 4 UUID (RFC 9562, 5.4). */
export function newUuid(): ReturnType<Crypto['randomUUID']> {
  const hex = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/** A page without HTTPS has no `crypto.randomUUID`, and every wish bears a name made by it. */
export function fillRandomUuid(target: Crypto): void {
  if (!('randomUUID' in target)) Object.defineProperty(target, 'randomUUID', { value: newUuid });
}
