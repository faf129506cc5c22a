import { randomBytes, randomUUID } from 'node:crypto';

export function newUuid(): string {
  return randomUUID();
}

/** A secret of `bytes` random bytes, safe in an address. */
export function newSecret(bytes = 24): string {
  return randomBytes(bytes).toString('base64url');
}
