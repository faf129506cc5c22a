import { readFile, writeFile } from 'node:fs/promises';
import type { District } from '@wangge/shared/district';
import type { Account } from '../../features/access/accounts.ts';
import { createFirstSecrets, type AccountPlan, type FirstSecrets, type WallPlan } from '../../features/access/first-accounts.ts';
import { hashPassword } from '../../features/access/password.ts';
import { ADMIN, AUDITOR, CHANNELS } from '../../first-start.ts';
import { newSecret } from '../../platform/ids.ts';
import type { DocumentStore } from '../../store/document-store.ts';

export type PlannedAccount = AccountPlan;

interface NewAccount {
  readonly account: string;
  readonly password: string;
}

/** An account for everybody of the list who has a role, and one each for an administrator and an auditor when the list names none. */
export function planAccounts({ people, teams }: District, names: ReadonlyMap<string, string>): AccountPlan[] {
  const plans = people.filter(({ roles }) => roles.length > 0).map((person): AccountPlan => {
    const team = teams.find(({ id }) => id === person.teamId);
    return {
      account: names.get(person.id) ?? person.id, personId: person.id, name: person.name, post: team ? `${team.name}${person.post}` : person.post,
      roles: person.roles, unitId: team?.id ?? person.departmentId, parentUnitId: team?.departmentId ?? null, gridCode: person.gridCode, areaCode: person.areaCode,
    };
  });
  return [...[ADMIN, AUDITOR].filter(({ roles }) => !plans.some((plan) => plan.roles.some((role) => roles.includes(role)))), ...plans];
}

async function readSecrets(file: string): Promise<FirstSecrets | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as FirstSecrets;
  } catch {
    return null;
  }
}

/** Adds accounts to a store that has its keys already: known ones keep their password. */
async function addAccounts(documents: DocumentStore, plans: readonly AccountPlan[], file: string): Promise<NewAccount[]> {
  const made: FirstSecrets['accounts'][number][] = [];
  for (const plan of plans) {
    const known = await documents.get<Account>('account', plan.account);
    const password = newSecret(9);
    await documents.put('account', plan.account, known ? { ...known, ...plan } : { ...plan, passwordHash: await hashPassword(password), failures: 0, lockedUntil: 0 });
    if (!known) made.push({ account: plan.account, name: plan.name, post: plan.post, roles: plan.roles, password });
  }
  const before = await readSecrets(file);
  const secrets = { ...(before ?? { wallKey: null, walls: [], channels: [] }), accounts: [...(before?.accounts ?? []), ...made] };
  await writeFile(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return made;
}

/** Makes the accounts (账号) with drawn passwords and keeps them in the file that the first start uses. */
export async function generateAccounts(documents: DocumentStore, plans: readonly AccountPlan[], walls: readonly [WallPlan, ...WallPlan[]], file: string): Promise<readonly NewAccount[]> {
  const hasKeys = (await documents.list('wall-key')).length > 0;
  return hasKeys ? addAccounts(documents, plans, file) : (await createFirstSecrets(documents, { accounts: plans, channels: CHANNELS, walls }, file)).accounts;
}
