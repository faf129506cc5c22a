import { describe, expect, it } from 'vitest';
import { CliRefusal } from '../refusals.ts';
import { readImportOptions } from './options.ts';

const config = { dataDir: 'data', storeUrl: 'sqlite:data/wangge.db' };
const read = (...args: string[]): ReturnType<typeof readImportOptions> => readImportOptions(args, config);
const refusal = (...args: string[]): string => {
  try {
    read(...args);
    return '';
  } catch (error) {
    if (!(error instanceof CliRefusal)) throw error;
    return `${error.code} ${error.message}`;
  }
};

describe('the command line of an import', () => {
  it('pairs each list with its file, wherever the options stand', () => {
    expect(read('--list', 'a', 'a.csv', '--from', '2027-01-01', '--list', 'b', 'b.csv')).toMatchObject({
      listInputs: [{ kind: 'a', path: 'a.csv' }, { kind: 'b', path: 'b.csv' }], inputs: [], from: '2027-01-01', edition: '', documentNo: '',
    });
    expect(read('--district', 'folder', 'more.csv')).toMatchObject({ listInputs: [], inputs: [{ path: 'folder' }, { path: 'more.csv' }] });
  });

  it('refuses a list without its file, a day that is none, and lists beside a district', () => {
    expect(refusal('--list', 'a')).toMatch(/^OPTION_INVALID --list 应为“--list 清单 文件”，现有清单 1 个、文件 0 个/);
    expect(refusal('--list', 'a', 'a.csv', '--from', '2027-02-30')).toMatch(/^OPTION_INVALID --from 应为 YYYY-MM-DD/);
    expect(refusal('--list', 'a', 'a.csv', '--district', 'folder')).toMatch(/^OPTION_INVALID --list 不能与辖区资料同时导入/);
    expect(refusal()).toMatch(/^OPTION_INVALID/);
  });

  it('writes into the embedded database only, so that nothing is taken for imported that a server on MongoDB never sees', () => {
    expect(read('a.csv').databasePath).toBe('data/wangge.db');
    const onMongo = (...args: string[]) => readImportOptions(args, { dataDir: 'data', storeUrl: 'mongodb://host/wangge' });
    expect(() => onMongo('a.csv')).toThrow('STORE_URL 是 mongodb:');
    expect(onMongo('a.csv', '--data-dir', 'other').databasePath).toBe('other/wangge.db');
  });
});
