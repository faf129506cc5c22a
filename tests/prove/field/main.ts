import { prepareBrowser } from '../../support/prepare-browser.ts';
import { randomFrom } from '../../support/random.ts';
import { Checks } from '../checks.ts';
import { endProcess } from '../processes.ts';
import { Shift, type Told } from './shift.ts';
import { readFieldOptions, type FieldOptions } from './options.ts';
import { openSetting, type Setting } from './setting.ts';
import type { Account } from './verify.ts';

async function main(args: readonly string[]): Promise<number> {
  const options = readFieldOptions(args);
  if (typeof options === 'number') return options;
  const lacking = prepareBrowser();
  if (lacking !== undefined) {
    process.stderr.write(`${lacking}\n`);
    return 1;
  }
  const checks = new Checks();
  const account: Account = { lost: 0, doubled: 0 };
  const startedAt = Date.now();
  const told = await prove(options, checks, account).catch((error: unknown) => {
    checks.check('the run came to its end', false, error instanceof Error ? error.stack ?? error.message : String(error));
    return null;
  });
  const isOk = checks.failed === 0 && account.lost + account.doubled === 0 && told !== null;
  const { clients = 0, reports = 0, once = 0, orders = 0, signed = 0, escalated = 0 } = told ?? {};
  process.stdout.write(`field: clients=${clients} reports=${reports} once=${once} lost=${account.lost} doubled=${account.doubled} orders=${orders} signed=${signed} escalated=${escalated}`
    + ` in ${((Date.now() - startedAt) / 1_000).toFixed(0)} s ${isOk ? 'ok' : 'FAILED'}\n`);
  return isOk ? 0 : 1;
}

async function prove({ scale, seed }: FieldOptions, checks: Checks, account: Account): Promise<Told> {
  checks.note(`seed ${seed}; ${scale.gridWorkers + 2 * scale.squads} telephones, ${scale.browsers.gridWorkers + scale.browsers.squads} of them real browsers, on duty for ${scale.dutyMs / 1_000} s of real time`);
  const setting: Setting = await openSetting(scale);
  const shift = new Shift(setting, scale, randomFrom(seed), checks);
  const clear = async (): Promise<void> => {
    await shift.close();
    await setting.place.clear();
    await setting.broker.close();
  };
  const stop = (): void => void clear().then(() => process.exit(130));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    await shift.begin();
    await shift.work();
    await shift.drain();
    await shift.verifyShown(account);
    await endProcess(setting.server, 'SIGTERM');
    return await shift.verifyKept(account);
  } finally {
    await clear();
  }
}

process.exit(await main(process.argv.slice(2)));
