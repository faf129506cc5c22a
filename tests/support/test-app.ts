import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, silentLogger, startApp, systemClock, type App, type Clock } from '@wangge/server/app';
import type { DocumentStore } from '@wangge/server/store/document-store';
import { createMongoDocumentStore, openMongo } from '@wangge/server/store/mongo';
import { createSqliteDocumentStore, openDatabase } from '@wangge/server/store/sqlite';
import type { Role } from '@wangge/shared/access';
import { asId, type DepartmentId, type PersonId } from '@wangge/shared/base';
import type { Department, District } from '@wangge/shared/district';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { Polygon } from '@wangge/shared/geo';
import type { CaseRow } from '@wangge/shared/wire';
import { historyDistrict } from './histories.ts';
import { storePhoto } from './tiny-photo.ts';

const source = '测试';
const hash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
const box = (west: number, east: number): Polygon => ({ type: 'Polygon', coordinates: [[[west, 31.7], [east, 31.7], [east, 31.9], [west, 31.9], [west, 31.7]]] });

/** Three villages side by side, 120.20 to 120.35 E, one grid each. */
const map: DistrictMap = {
  outline: { type: 'Feature', properties: { code: '320281104', name: '测试镇', source }, geometry: box(120.2, 120.35) },
  villages: { type: 'FeatureCollection', features: historyDistrict.villages.map((v, i) => ({
    type: 'Feature', geometry: box(120.2 + i * 0.05, 120.25 + i * 0.05),
    properties: { code: v.code, name: v.name, shortName: v.shortName, label: [120.225 + i * 0.05, 31.8], source },
  })) },
  grids: { type: 'FeatureCollection', features: historyDistrict.grids.map((g, i) => ({
    type: 'Feature', geometry: box(120.2 + i * 0.05, 120.25 + i * 0.05),
    properties: { code: g.code, villageCode: g.villageCode, serial: 1, name: g.name, label: [120.225 + i * 0.05, 31.8], source },
  })) },
};

/** The grid worker of the second village's grid. */
const WALKER = { id: asId<PersonId>('p-walker'), name: 'walker', phone: '13900000099', roles: ['grid-worker' as const], post: '网格员', departmentId: null, teamId: null, gridCode: '320281104201001', areaCode: '320281104201' };

const unit = (id: string, name: string, kind: Department['kind'], areaCode: string): Department => ({ id: asId<DepartmentId>(id), name, kind, platform: null, areaCode });

/** The one 特急 type of the test: what is reported under it takes over the walls. */
const CRITICAL = historyDistrict.caseTypes.slice(0, 1).map((type) => ({ ...type, code: 'T9', name: '燃气管道泄漏', level: 'major' as const, urgency: 'critical' as const }));

const district: District = {
  ...historyDistrict, people: [WALKER], caseTypes: [...historyDistrict.caseTypes, ...CRITICAL],
  departments: [
    ...historyDistrict.departments, unit('stationed', '派驻所', 'stationed', '320281104'),
    unit('county-water', '县水利局', 'county', '320281'), unit('county-ecology', '县生态环境局', 'county', '320281'),
  ],
  units: historyDistrict.teams.map((team, i) => ({
    id: team.unitId, kind: 'vehicle', name: team.name, teamId: team.id, personId: null, gridCode: null, plate: null, terminalPhone: `1390000000${i}`,
  })),
};

const PEOPLE: readonly { readonly account: string; readonly role: Role; readonly unitId?: string; readonly parentUnitId?: string; readonly areaCode?: string }[] = [
  { account: 'intake', role: 'intake' }, { account: 'chief', role: 'duty-chief' }, { account: 'dispatcher', role: 'dispatcher' },
  { account: 'dispatcher2', role: 'dispatcher' }, { account: 'inspector', role: 'inspector' }, { account: 'leader', role: 'leader' }, { account: 'admin', role: 'admin' }, { account: 'auditor', role: 'auditor' },
  { account: 'commander', role: 'commander' }, { account: 'county', role: 'county-centre' }, { account: 'department0', role: 'department', unitId: 'd0' },
  { account: 'other-chief', role: 'duty-chief', areaCode: '320281105' },
  { account: 'county-water', role: 'county-department', unitId: 'county-water', areaCode: '320281' },
  { account: 'county-ecology', role: 'county-department', unitId: 'county-ecology', areaCode: '320281' },
  { account: 'walker', role: 'grid-worker', areaCode: '320281104201' }, { account: 'department1', role: 'department', unitId: 'd1' },
  { account: 'village-commander', role: 'commander', areaCode: '320281104001' },
  { account: 'grid0', role: 'grid-worker' }, { account: 'grid1', role: 'grid-worker' },
  { account: 'squad0', role: 'squad', unitId: 't0', parentUnitId: 'd0' }, { account: 'squad1', role: 'squad', unitId: 't1', parentUnitId: 'd1' },
];

/** The API key of the test channel and the wall's key, both known only here. */
export const API_KEY = 'test-api-key';
export const WALL_KEY = 'test-wall-key';

/** An answer as tests look at it. */
export interface Answer {
  readonly status: number;
  readonly body: Body;
}

/** The fields of answers that tests read; which of them an answer has is what the test says. */
export interface Body {
  readonly id: string;
  readonly code: string;
  readonly total: number;
  readonly row: CaseRow;
  readonly accepted: readonly { readonly index: number }[];
  readonly refused: readonly { readonly index: number; readonly code: string; readonly field?: string }[];
  readonly paths: Readonly<Record<string, object>>;
}

/** A session of one person: calls the API with its cookie. */
export interface Caller {
  readonly cookie: string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface TestApp {
  readonly app: App;
  readonly url: string;
  readonly folder: string;
  /** Signs a person in without a password, as the store would know them. */
  as(account: string): Caller;
  readonly anonymous: Caller;
  /** The id of a picture that is stored. */
  readonly photo: string;
  restart(): Promise<TestApp>;
  /** Another node over the same store, known to the same people; `env` says what it is. */
  join(env?: Readonly<Record<string, string>>): Promise<TestApp>;
  close(): Promise<void>;
}

export function callerFor(url: string, cookie: string): Caller {
  return {
    cookie,
    async call(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method, headers: { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: (text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text) as Body };
    },
  };
}

async function fillStore(documents: DocumentStore): Promise<Map<string, string>> {
  const cookies = new Map<string, string>();
  await documents.put('district', 'current', district);
  await documents.put('district-map', 'current', map);
  await documents.put('channel', hash(API_KEY), { id: 'test', name: '测试渠道' });
  await documents.put('wall-key', 'main', { keyHash: hash(WALL_KEY), areaCode: '' });
  for (const { account, role, unitId = null, parentUnitId = null, areaCode = '' } of PEOPLE) {
    await documents.put('account', account, {
      account, personId: `p-${account}`, name: account, post: role, roles: [role], unitId, parentUnitId, gridCode: null, areaCode, passwordHash: '', failures: 0, lockedUntil: 0,
    });
    const token = randomBytes(12).toString('base64url');
    await documents.put('session', hash(token), { account, role, startedAt: Date.now(), seenAt: Date.now() });
    cookies.set(account, `wangge_session=${token}`);
  }
  return cookies;
}

/** The people of the test, known to the store at this address. */
async function people(storeUrl: string): Promise<Map<string, string>> {
  if (storeUrl.startsWith('mongodb:')) {
    const { db, close } = await openMongo(storeUrl);
    return fillStore(createMongoDocumentStore(db)).finally(close);
  }
  const db = openDatabase(storeUrl.slice('sqlite:'.length));
  return fillStore(createSqliteDocumentStore(db)).finally(() => db.close());
}

async function run(folder: string, env: Readonly<Record<string, string>>, cookies: Map<string, string>, clock: Clock, kept?: string): Promise<TestApp> {
  const config = readConfig({ PORT: '0', JT808_PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent', ...env }, []);
  const app = await startApp(config, clock, silentLogger);
  const url = app.address.http;
  const photo = kept ?? (await storePhoto(url, { cookie: cookies.get('intake') ?? '' }));
  return {
    app, url, folder, photo,
    as(account) {
      const cookie = cookies.get(account);
      if (!cookie) throw new Error(`no such person: ${account}`);
      return callerFor(url, cookie);
    },
    anonymous: callerFor(url, ''),
    async restart() {
      await app.close();
      return run(folder, env, cookies, clock, photo);
    },
    join: (more = {}) => run(mkdtempSync(join(tmpdir(), 'wangge-app-')), { ...env, ...more }, cookies, clock, photo),
    async close() {
      await app.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/**
 * The whole server in this process, on free ports and a temporary directory, with a small district and no demo; on the embedded
 * store, or on an empty one of this address. `clock`: the time it believes in; the machine's unless told.
 */
export async function startTestApp(address?: string, env: Readonly<Record<string, string>> = {}, clock: Clock = systemClock): Promise<TestApp> {
  const folder = mkdtempSync(join(tmpdir(), 'wangge-app-'));
  const storeUrl = address ?? `sqlite:${join(folder, 'wangge.db')}`;
  return run(folder, { STORE_URL: storeUrl, ...env }, await people(storeUrl), clock);
}
