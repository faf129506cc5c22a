import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE_MS, type RefusalCode } from '@wangge/shared/base';
import { leadingZeroBits, readProof, workText, type Challenge } from '@wangge/shared/citizen';
import { newSecret } from '../../platform/ids.ts';

const sealOf = (secret: string, { key, salt, bits, expiresAt }: Omit<Challenge, 'seal'>): string =>
  createHmac('sha256', secret).update(`${key}.${salt}.${bits}.${expiresAt}`).digest('base64url');

/** A challenge for the report of this key. It is kept nowhere: the seal says that it is ours. */
export function issueChallenge(secret: string, key: string, { bits, minutes }: { readonly bits: number; readonly minutes: number }, now: number): Challenge {
  const open = { key, salt: newSecret(9), bits, expiresAt: now + minutes * MINUTE_MS };
  return { ...open, seal: sealOf(secret, open) };
}

/** Why a proof does not open the door for this key; null when it does. One key makes one case, so a proof is used up with it. */
export function proofRefusal(secret: string, key: string, header: unknown, now: number): RefusalCode | null {
  const given = typeof header === 'string' ? readProof(header) : null;
  if (!given || given.challenge.key !== key) return 'CITIZEN_PROOF_WRONG';
  const [seal, own] = [given.challenge.seal, sealOf(secret, given.challenge)].map((text) => Buffer.from(text));
  if (seal!.length !== own!.length || !timingSafeEqual(seal!, own!)) return 'CITIZEN_PROOF_WRONG';
  if (given.challenge.expiresAt < now) return 'CITIZEN_PROOF_EXPIRED';
  const digest = createHash('sha256').update(workText(given.challenge, given.nonce)).digest();
  return leadingZeroBits(digest) >= given.challenge.bits ? null : 'CITIZEN_PROOF_WRONG';
}
