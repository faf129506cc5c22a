import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { demoAccounts, demoDistrict } from './demo/organisation/index.ts';
import { generateDemoGeography } from './demo/geography/index.ts';
import { createFirstSecrets, type AccountPlan, type FirstSecrets, type WallPlan } from './features/access/first-accounts.ts';
import { loadDistrictDefaults } from './features/district/district-defaults.api.ts';
import { loadDistrict, saveDistrict, type KeptDistrict } from './features/district/district-store.ts';
import { emptyDistrict } from './features/district/empty-district.ts';
import type { District } from '@wangge/shared/district';
import type { DocumentStore } from './store/document-store.ts';

/** Seed of the demo's geography and people: the same town on every machine. */
export const DEMO_SEED = 20_261_122;

/** What the start found or made. `created` holds the generated secrets at the first start only. */
export interface FirstStart {
  readonly kept: KeptDistrict;
  readonly created: FirstSecrets | null;
  /** The walls and their keys, kept in the data directory; none when that file was taken away. */
  readonly walls: FirstSecrets['walls'];
}

export const ADMIN: AccountPlan = { account: 'admin', personId: 'admin', name: '管理员', post: '系统管理员', roles: ['admin'], unitId: null, parentUnitId: null, gridCode: null, areaCode: '' };

/** 审计员: nobody who keeps the system reads its audit log, so this account is always another one. */
export const AUDITOR: AccountPlan = { account: 'auditor', personId: 'auditor', name: '审计员', post: '审计管理员', roles: ['auditor'], unitId: null, parentUnitId: null, gridCode: null, areaCode: '' };

/** The demo's channels: those whose keys the replay and the proof use. */
export const CHANNELS = [{ id: 'hotline', name: '12345热线' }, { id: 'opinion', name: '舆情监测' }, { id: 'replay', name: '文件回放' }];

export function secretsFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'demo-accounts.json');
}

/** Opens the district in force, or makes the first one: the demo, or with `--empty` nothing but the default tables. */
export async function openDistrict(documents: DocumentStore, config: Config): Promise<FirstStart> {
  const kept = await loadDistrict(documents);
  const file = secretsFile(config);
  if (kept) return { kept, created: null, walls: await readWalls(file) };
  const made = config.isEmpty ? emptyDistrict(loadDistrictDefaults()) : demo();
  const accounts = config.isEmpty ? [ADMIN, AUDITOR] : demoAccounts(made.district);
  const created = await createFirstSecrets(documents, { accounts, channels: CHANNELS, walls: wallsOf(made.district) }, file);
  await saveDistrict(documents, made);
  return { kept: made, created, walls: created.walls };
}

function demo(): KeptDistrict {
  const map = generateDemoGeography(DEMO_SEED);
  return { map, district: demoDistrict(map, DEMO_SEED) };
}

/** A wall for each township, and where there are several one for the whole county. */
export function wallsOf({ code, town, towns }: District): [WallPlan, ...WallPlan[]] {
  const whole: WallPlan = { name: town, areaCode: towns.length > 1 ? code : '' };
  const [first, ...others] = towns.map(({ code: areaCode, name }): WallPlan => ({ areaCode, name }));
  return first && others.length > 0 ? [first, ...others, whole] : [whole];
}

async function readWalls(file: string): Promise<FirstSecrets['walls']> {
  try {
    return (JSON.parse(await readFile(file, 'utf8')) as FirstSecrets).walls;
  } catch {
    return [];
  }
}
