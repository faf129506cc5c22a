import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectorsApi } from '../../features/connectors/connectors.api.ts';
import { silentLogger } from '../../platform/logger.ts';
import { createInbox, type Inbox } from './watch-inbox.ts';

let folder = '';
let taken: string[] = [];
let counts: string[] = [];
let isOff = false;
let inbox: Inbox;

const api = {
  take: async ({ connectorId, topic, channelId }: Parameters<ConnectorsApi['take']>[0], text: string) => {
    if (isOff) return { ok: false, error: { code: 'CONNECTOR_OFF' } };
    taken.push(`${connectorId} ${topic} ${channelId} ${text}`);
    return { ok: true, value: { taken: [], letters: [] } };
  },
  count: (id: string, outcome: string) => void counts.push(`${id} ${outcome}`),
} as unknown as ConnectorsApi;
const put = (name: string, text: string | Buffer, topic = 'reports'): string => {
  mkdirSync(join(folder, 'table', topic), { recursive: true });
  const path = join(folder, 'table', topic, name);
  writeFileSync(path, text);
  return path;
};
const lookTwice = async (): Promise<void> => {
  await inbox.look();
  await inbox.look();
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wangge-inbox-'));
  [taken, counts, isOff] = [[], [], false];
  inbox = createInbox({ folder, connectors: api, clock: { now: () => 0, after: () => () => undefined, every: () => () => undefined }, log: silentLogger });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a folder that is watched', () => {
  it('[CN10] gives up its files in order, in UTF-8 or GB 18030, and they are gone', async () => {
    put('b.csv', Buffer.from([0xd5, 0xbc, 0xb5, 0xc0]));
    put('a.csv', '占道');
    put('r.csv', '满意', 'ratings');
    await lookTwice();
    expect(taken).toEqual(['table reports null 占道', 'table reports null 占道', 'table ratings null 满意']);
    expect(readdirSync(join(folder, 'table', 'reports'))).toEqual([]);
  });

  it('[CN10] keeps a file that is still being written until it rests', async () => {
    const path = put('a.csv', '一半');
    await inbox.look();
    writeFileSync(path, '一半又一半');
    utimesSync(path, 10, 10);
    await inbox.look();
    expect(taken).toEqual([]);
    await inbox.look();
    expect(taken).toEqual(['table reports null 一半又一半']);
  });

  it('[CN10] keeps what is not taken, and takes it later', async () => {
    isOff = true;
    const path = put('a.csv', '占道');
    await lookTwice();
    expect([taken, existsSync(path)]).toEqual([[], true]);
    isOff = false;
    await inbox.look();
    expect([taken.length, existsSync(path)]).toEqual([1, false]);
  });

  it('[CN10] leaves alone what is too large, not whole, no file, or lies elsewhere', async () => {
    const large = put('large.csv', 'x'.repeat(1_100_000));
    put('a.csv.part', '未完');
    put('.hidden', '未完');
    mkdirSync(join(folder, 'table', 'reports', 'folder.csv'));
    writeFileSync(join(folder, 'outside.txt'), '别处');
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'table', 'reports', 'link.csv'));
    await lookTwice();
    await inbox.look();
    expect([taken, counts, existsSync(large)]).toEqual([[], ['table too-large'], true]);
  });
});
