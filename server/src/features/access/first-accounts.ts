import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { newSecret } from '../../platform/ids.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { secretHash, type WallKey } from './access.api.ts';
import type { Account } from './accounts.ts';
import { hashPassword } from './password.ts';

/** An account to be made, without what is generated. */
export type AccountPlan = Omit<Account, 'passwordHash' | 'failures' | 'lockedUntil'>;

export interface ChannelPlan {
  readonly id: string;
  readonly name: string;
}

/** What was generated at the first start, in plain: printed once and kept in a file only its owner can read. */
export interface FirstSecrets {
  /** Key of the first wall. */
  readonly wallKey: string;
  /** Every wall: whose it is, and its key. */
  readonly walls: readonly { readonly name: string; readonly areaCode: string; readonly key: string }[];
  readonly accounts: readonly { readonly account: string; readonly name: string; readonly post: string; readonly roles: readonly string[]; readonly password: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string; readonly apiKey: string }[];
}

/** A wall to be made: whose it is and what it shows. */
export interface WallPlan {
  readonly name: string;
  readonly areaCode: string;
}

export interface SecretsPlan {
  readonly accounts: readonly AccountPlan[];
  readonly channels: readonly ChannelPlan[];
  /** At least one; the first is the one that is opened first. */
  readonly walls: readonly [WallPlan, ...WallPlan[]];
}

/** Makes accounts, channel keys and the walls' keys. No password is known beforehand: each is drawn here. */
export async function createFirstSecrets(documents: DocumentStore, { accounts, channels, walls }: SecretsPlan, file: string): Promise<FirstSecrets> {
  const made = await Promise.all(accounts.map(async (plan) => {
    const password = newSecret(9);
    const account: Account = { ...plan, passwordHash: await hashPassword(password), failures: 0, lockedUntil: 0 };
    await documents.put('account', plan.account, account);
    return { account: plan.account, name: plan.name, post: plan.post, roles: plan.roles, password };
  }));
  const keys = await Promise.all(channels.map(async (channel) => {
    const apiKey = newSecret();
    await documents.put('channel', secretHash(apiKey), channel);
    return { ...channel, apiKey };
  }));
  const opened = await Promise.all(walls.map(async ({ name, areaCode }) => {
    const key = newSecret(12);
    const kept: WallKey = { keyHash: secretHash(key), areaCode };
    await documents.put('wall-key', areaCode || 'main', kept);
    return { name, areaCode, key };
  }));
  const secrets: FirstSecrets = { wallKey: opened[0]?.key ?? '', walls: opened, accounts: made, channels: keys };
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}
