import { parseArgs } from 'node:util';
import { verifyRecord } from '@wangge/shared/draw';
import { readOwnConfig } from '../config.ts';
import { sha256 } from '../features/draws/draws.api.ts';
import { DRAW_HELP } from './draw/help.ts';
import { readRecord } from './draw/read-record.ts';
import { sayVerdict } from './draw/say-verdict.ts';
import { CliRefusal } from './refusals.ts';
import { readSecrets } from './replay/server-access.ts';
import { optionRefusal, runCommand } from './run-command.ts';

interface DrawOptions {
  readonly isHelp: boolean;
  readonly source: string;
  readonly wallKey: string | undefined;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { 'wall-key': { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw optionRefusal(error);
  }
}

function readOptions(args: readonly string[]): DrawOptions {
  const { values, positionals: [verb, source, ...more] } = parse(args);
  if (values.help) return { isHelp: true, source: '', wallKey: undefined };
  if (verb !== 'verify' || source === undefined || more.length > 0) throw new CliRefusal('OPTION_INVALID', { detail: '应为 verify 加一个文件或地址' });
  return { isHelp: false, source, wallKey: values['wall-key'] };
}

/** 抽取复核: runs a recorded draw again and says whether it gives the same names. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.isHelp) {
    process.stdout.write(DRAW_HELP);
    return 0;
  }
  const record = await readRecord(options.source, options.wallKey ?? readSecrets(readOwnConfig().dataDir)?.wallKey);
  const { sentence, exitCode } = sayVerdict(verifyRecord(sha256, record));
  process.stdout.write(`${record.no} ${record.title}\n${sentence}\n`);
  return exitCode;
}

await runCommand(main);
