import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);
/** RFC 9106, second recommended option, lowered to 19 MiB as OWASP allows for small machines. */
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;

async function digest(password: string, salt: Buffer): Promise<Buffer> {
  return derive('argon2id', { ...COST, message: password, nonce: salt });
}

/** A salted Argon2id hash, self-describing. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `argon2id$${salt.toString('base64url')}$${(await digest(password, salt)).toString('base64url')}`;
}

/** Whether the password is the one that was hashed; takes as long for a wrong one as for the right one. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [kind, salt, hash] = stored.split('$');
  if (kind !== 'argon2id' || !salt || !hash) return false;
  const expected = Buffer.from(hash, 'base64url');
  const given = await digest(password, Buffer.from(salt, 'base64url'));
  return given.length === expected.length && timingSafeEqual(given, expected);
}
