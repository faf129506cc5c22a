import { existsSync } from 'node:fs';
import { dateKey } from '@wangge/shared/base';
import { readOwnConfig } from '../config.ts';
import { loadDistrictDefaults } from '../features/district/district-defaults.api.ts';
import { planAccounts } from './import/accounts.ts';
import { buildDistrict, type BuiltDistrict } from './import/build-district.ts';
import { IMPORT_HELP } from './import/help.ts';
import { importLists } from './import/import-lists.ts';
import { readImportOptions, type ImportOptions } from './import/options.ts';
import { problemLine } from './import/problems.ts';
import { readSources } from './import/read-sources.ts';
import { NO_STORE, checkHistory, holdStore } from './import/store-district.ts';
import { CliRefusal } from './refusals.ts';
import { runCommand } from './run-command.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report({ district, map, problems }: BuiltDistrict): void {
  for (const problem of problems) say(problemLine(problem));
  const terminals = district.units.filter(({ terminalPhone }) => terminalPhone !== null).length;
  const generated = map.villages.features.filter(({ properties }) => properties.source === '示意').length;
  say(`辖区 ${district.town}（${district.code}）：村社 ${district.villages.length}（示意边界 ${generated}），网格 ${district.grids.length}，部门 ${district.departments.length}，`
    + `队伍 ${district.teams.length}，设备 ${district.units.length}（终端 ${terminals}），人员 ${district.people.length}，案件类型 ${district.caseTypes.length}；未载入 ${problems.length} 条`);
}

function announce(created: readonly { readonly account: string; readonly password: string }[], { dataDir, databasePath }: ImportOptions): void {
  if (created.length > 0) say(`生成的账号（密码只显示这一次，另存于 ${dataDir}/demo-accounts.json）：`);
  for (const { account, password } of created) say(`  ${account.padEnd(20)} ${password}`);
  say(`已写入 ${databasePath}，下次启动生效`);
}

/** Publishes editions of lists (清单), all of them or none. */
async function bringLists({ listInputs, from, edition, documentNo, isDryRun, databasePath }: ImportOptions): Promise<number> {
  if (!existsSync(databasePath)) throw new CliRefusal('DISTRICT_MISSING');
  const now = Date.now();
  const effectiveFrom = from || dateKey(now);
  const store = await holdStore(databasePath);
  try {
    await importLists(listInputs, { version: edition || `${effectiveFrom}导入`, effectiveFrom, documentNo }, store, say, now);
    if (!isDryRun) store.commit();
    say(isDryRun ? '只检查，没有写入' : `已写入 ${databasePath}，下次启动可见`);
    return 0;
  } finally {
    store.close();
  }
}

/** 导入: checks a district's own data, reports what is not taken over and keeps the rest, all of it or nothing. */
async function main(): Promise<number> {
  const options = readImportOptions(process.argv.slice(2), readOwnConfig());
  if (options.isHelp) {
    process.stdout.write(IMPORT_HELP);
    return 0;
  }
  if (options.listInputs.length > 0) return bringLists(options);
  const sources = readSources(options.inputs, options.datum);
  let store = existsSync(options.databasePath) ? await holdStore(options.databasePath) : null;
  try {
    const found = store ?? NO_STORE;
    const built = buildDistrict(sources, found.kept, loadDistrictDefaults(), options.code);
    checkHistory(found, built.district, options.databasePath);
    report(built);
    if (options.isDryRun) {
      say('只检查，没有写入');
      return 0;
    }
    store ??= await holdStore(options.databasePath);
    const { map, district, accountNames } = built;
    const isPeopled = sources.tables.people !== undefined || found.kept === null;
    announce(await store.save({ map, district }, isPeopled ? planAccounts(district, accountNames) : [], options.dataDir), options);
    return 0;
  } finally {
    store?.close();
  }
}

await runCommand(main);
