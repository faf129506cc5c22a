import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DistrictMap } from '@wangge/shared/district-map';
import type { FirstSecrets } from '../../features/access/first-accounts.ts';
import { CliRefusal } from '../refusals.ts';

/** What the server printed at its first start and keeps beside its data; null where that file can't be read. */
export function readSecrets(dataDir: string): FirstSecrets | null {
  try {
    return JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as FirstSecrets;
  } catch {
    return null;
  }
}

/** The key of the channel for files, else of any channel. */
export function channelKey(secrets: FirstSecrets | null, dataDir: string): string {
  const channels = secrets?.channels ?? [];
  const key = (channels.find(({ id }) => id === 'replay') ?? channels[0])?.apiKey;
  if (key === undefined) throw new CliRefusal('API_KEY_MISSING', { file: join(dataDir, 'demo-accounts.json') });
  return key;
}

/** `fetch` that says in one sentence when nobody answers. */
export async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) });
  } catch {
    throw new CliRefusal('SERVER_UNREACHABLE', { detail: new URL(url).origin });
  }
}

/** Opens a session as a wall does and answers its cookie. */
export async function openWall(url: string, wallKey: string): Promise<string> {
  const opened = await ask(`${url}/api/v1/session/wall`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key: wallKey }),
  });
  if (!opened.ok) throw new CliRefusal('WALL_KEY_REFUSED');
  return opened.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
}

/** The map of the district in force, read as a wall reads it. */
export async function fetchMap(url: string, wallKey: string | undefined): Promise<DistrictMap> {
  if (wallKey === undefined) throw new CliRefusal('MAP_UNAVAILABLE', { detail: '请让 DATA_DIR 指向服务的数据目录，或用 --wall-key 给出大屏密钥' });
  const cookie = await openWall(url, wallKey);
  const answer = await ask(`${url}/api/v1/district/map`, { headers: { cookie } });
  if (!answer.ok) throw new CliRefusal('MAP_UNAVAILABLE', { detail: `服务答 ${answer.status}` });
  return (await answer.json()) as DistrictMap;
}
