import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../../config.ts';
import { DATUMS, type Datum } from '../../ingest/datum.ts';
import { CliRefusal } from '../refusals.ts';
import { optionRefusal } from '../run-command.ts';
import type { Input } from './read-sources.ts';

export interface ImportOptions {
  readonly isHelp: boolean;
  readonly isDryRun: boolean;
  readonly inputs: readonly Input[];
  readonly datum: Datum;
  /** The villages whose codes begin so; empty: all of the table. */
  readonly code: string;
  readonly dataDir: string;
  readonly databasePath: string;
}

function parse(args: readonly string[]) {
  const files = { type: 'string', multiple: true } as const;
  try {
    return parseArgs({
      args: [...args], strict: true, allowPositionals: true,
      options: {
        district: files, boundary: files, lists: files, types: { type: 'string' }, people: { type: 'string' }, units: { type: 'string' },
        datum: { type: 'string' }, code: { type: 'string' }, 'data-dir': { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw optionRefusal(error);
  }
}

/** Reads the command line. Throws CliRefusal naming what is wrong. */
export function readImportOptions(args: readonly string[], config: Pick<Config, 'dataDir' | 'databasePath'>): ImportOptions {
  const { values, positionals } = parse(args);
  const isHelp = values.help === true;
  const found = DATUMS.find((datum) => datum === (values.datum ?? 'WGS84').toUpperCase());
  if (found === undefined) throw new CliRefusal('OPTION_INVALID', { detail: `--datum 应为 ${DATUMS.join('、')} 之一，不是“${values.datum}”` });
  const code = values.code ?? '';
  if (!/^(\d{6}|\d{9})?$/.test(code)) throw new CliRefusal('OPTION_INVALID', { detail: `--code 应为 6 位县码或 9 位乡镇码，不是“${code}”` });
  const open = [...(values.district ?? []), ...(values.boundary ?? []), ...(values.lists ?? []), ...positionals];
  const inputs: Input[] = [
    ...open.map((path) => ({ path })),
    ...(values.types === undefined ? [] : [{ path: values.types, expected: 'types' as const }]),
    ...(values.people === undefined ? [] : [{ path: values.people, expected: 'people' as const }]),
    ...(values.units === undefined ? [] : [{ path: values.units, expected: 'units' as const }]),
  ];
  if (!isHelp && inputs.length === 0) throw new CliRefusal('OPTION_INVALID', { detail: '请用 --district 指出辖区资料的文件夹或文件' });
  const dataDir = values['data-dir'] ?? config.dataDir;
  return {
    isHelp, isDryRun: values['dry-run'] === true, inputs, datum: found, code, dataDir,
    databasePath: values['data-dir'] === undefined ? config.databasePath : join(dataDir, 'wangge.db'),
  };
}
