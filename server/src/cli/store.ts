import { runCommand } from './run-command.ts';
import { CliRefusal } from './refusals.ts';
import { carry } from './store/carry.ts';
import { STORE_HELP } from './store/help.ts';
import { nameOf, placeOf, withSource, withTarget } from './store/open-store.ts';
import { readStoreOptions, type StoreOptions } from './store/options.ts';
import { openBackup } from './store/read-backup.ts';
import { retain } from './store/retain.ts';
import { createReporter, type Reporter } from './store/reporter.ts';
import { verify } from './store/verify.ts';
import { writeBackup } from './store/write-backup.ts';
import type { ContentsView } from '../store/contents.ts';
import { StoreUnavailable } from '../platform/store-unavailable.ts';

/** Carries into a store; one that went away says how to go on. */
async function carryInto(source: ContentsView, to: string, reporter: Reporter): Promise<void> {
  try {
    await withTarget(to, (target) => carry(source, target, nameOf(to), reporter));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    throw new CliRefusal('STORE_BROKE_OFF', { file: nameOf(to), detail: '数据库没有应答' });
  }
}

async function run({ verb, from, to, isDryRun }: StoreOptions, reporter: Reporter): Promise<boolean> {
  if ((verb === 'copy' || verb === 'verify') && placeOf(from) === placeOf(to)) throw new CliRefusal('STORE_SAME', { file: nameOf(from) });
  switch (verb) {
    case 'copy':
      await withSource(from, (source) => carryInto(source, to, reporter));
      reporter.say(`搬完：${nameOf(to)} 与 ${nameOf(from)} 相同。以 STORE_URL=${nameOf(to)} 启动即用新库`);
      return true;
    case 'verify': {
      const isSame = await withSource(from, (a) => withSource(to, (b) => verify(a, b, reporter)));
      reporter.say(isSame ? '两个库相同' : '两个库不同');
      return isSame;
    }
    case 'backup':
      await withSource(from, (source) => writeBackup(source, to, Date.now(), reporter));
      reporter.say(`已备份到 ${to}`);
      return true;
    case 'retain':
      await retain(from, isDryRun, reporter, process.stderr);
      return true;
    case 'restore': {
      const backup = await openBackup(from);
      await carryInto(backup, to, reporter);
      reporter.say(`已恢复 ${backup.madeAt} 的备份到 ${nameOf(to)}`);
      return true;
    }
  }
}

/** 搬库: carries, compares, backs up and restores whole stores. */
async function main(): Promise<number> {
  const options = readStoreOptions(process.argv.slice(2));
  if (options === null) {
    process.stdout.write(STORE_HELP);
    return 0;
  }
  const startedAt = performance.now();
  const reporter = createReporter(process.stdout, process.stderr, () => Date.now());
  const isSame = await run(options, reporter);
  reporter.say(`用时 ${((performance.now() - startedAt) / 1_000).toFixed(1)} 秒`);
  return isSame ? 0 : 1;
}

await runCommand(main);
