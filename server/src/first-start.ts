import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { demoAccounts, demoDistrict } from './demo/organisation/index.ts';
import { generateDemoGeography } from './demo/geography/index.ts';
import { createFirstSecrets, type AccountPlan, type FirstSecrets } from './features/access/first-accounts.ts';
import { loadDistrictDefaults } from './features/district/district-defaults.api.ts';
import { loadDistrict, saveDistrict, type KeptDistrict } from './features/district/district-store.ts';
import { emptyDistrict } from './features/district/empty-district.ts';
import type { DocumentStore } from './store/document-store.ts';

/** Seed of the demo's geography and people: the same town on every machine. */
export const DEMO_SEED = 20_261_122;

/** What the start found or made. `created` holds the generated secrets at the first start only. */
export interface FirstStart {
  readonly kept: KeptDistrict;
  readonly created: FirstSecrets | null;
  /** The wall's key, kept in the data directory; null when that file was taken away. */
  readonly wallKey: string | null;
}

export const ADMIN: AccountPlan = { account: 'admin', personId: 'admin', name: '管理员', post: '系统管理员', roles: ['admin'], unitId: null, parentUnitId: null, gridCode: null, areaCode: '' };

/** The demo's channels: those whose keys the replay and the proof use. */
export const CHANNELS = [{ id: 'hotline', name: '12345热线' }, { id: 'replay', name: '文件回放' }];

export function secretsFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'demo-accounts.json');
}

/** Opens the district in force, or makes the first one: the demo, or with `--empty` nothing but the default tables. */
export async function openDistrict(documents: DocumentStore, config: Config): Promise<FirstStart> {
  const kept = await loadDistrict(documents);
  const file = secretsFile(config);
  if (kept) return { kept, created: null, wallKey: await readWallKey(file) };
  const made = config.isEmpty ? emptyDistrict(loadDistrictDefaults()) : demo();
  const accounts = config.isEmpty ? [ADMIN] : demoAccounts(made.district);
  const created = await createFirstSecrets(documents, accounts, CHANNELS, file);
  await saveDistrict(documents, made);
  return { kept: made, created, wallKey: created.wallKey };
}

function demo(): KeptDistrict {
  const map = generateDemoGeography(DEMO_SEED);
  return { map, district: demoDistrict(map, DEMO_SEED) };
}

async function readWallKey(file: string): Promise<string | null> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as FirstSecrets).wallKey;
  } catch {
    return null;
  }
}
