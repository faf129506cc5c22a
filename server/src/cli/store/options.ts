import { parseArgs } from 'node:util';
import { CliRefusal } from '../refusals.ts';
import { optionRefusal } from '../run-command.ts';

const VERBS = ['copy', 'verify', 'backup', 'restore', 'retain'] as const;

/** What is done between which two places; for backup and restore one of them is a file, retention has one only. */
export interface StoreOptions {
  readonly verb: (typeof VERBS)[number];
  readonly from: string;
  readonly to: string;
  readonly isDryRun: boolean;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { help: { type: 'boolean', short: 'h' }, 'dry-run': { type: 'boolean' } } });
  } catch (error) {
    throw optionRefusal(error);
  }
}

/** Reads the command line; null where only help is asked for. Throws CliRefusal naming what is wrong. */
export function readStoreOptions(args: readonly string[]): StoreOptions | null {
  const { values, positionals: [named, from, to, ...more] } = parse(args);
  if (values.help) return null;
  const verb = VERBS.find((known) => known === named);
  if (verb === undefined) throw new CliRefusal('OPTION_INVALID', { detail: `应为 ${VERBS.join('、')} 之一，不是“${named ?? ''}”` });
  const isDryRun = values['dry-run'] === true;
  if (isDryRun && verb !== 'retain') throw new CliRefusal('OPTION_INVALID', { detail: `${verb} 没有 --dry-run` });
  if (verb === 'retain') {
    if (from === undefined || to !== undefined) throw new CliRefusal('OPTION_INVALID', { detail: 'retain 之后应是一项：库' });
    return { verb, from, to: '', isDryRun };
  }
  if (from === undefined || to === undefined || more.length > 0) throw new CliRefusal('OPTION_INVALID', { detail: `${verb} 之后应是两项：来源和去处` });
  return { verb, from, to, isDryRun };
}
