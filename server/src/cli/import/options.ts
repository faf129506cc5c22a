import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { embeddedFile, type Config } from '../../config.ts';
import { DATUMS, type Datum } from '../../ingest/datum.ts';
import { CliRefusal } from '../refusals.ts';
import { optionRefusal } from '../run-command.ts';
import type { Input } from './read-sources.ts';

/** One edition to be published: which list (kind or name), and its file. */
export interface ListInput {
  readonly kind: string;
  readonly path: string;
}

export interface ImportOptions {
  readonly isHelp: boolean;
  readonly isDryRun: boolean;
  readonly inputs: readonly Input[];
  /** Editions of lists; then there are no other inputs. */
  readonly listInputs: readonly ListInput[];
  /** First day of their editions, YYYY-MM-DD; empty: today. */
  readonly from: string;
  /** Name of their editions; empty: after the day. */
  readonly edition: string;
  readonly documentNo: string;
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
        list: files, from: { type: 'string' }, edition: { type: 'string' }, document: { type: 'string' },
        datum: { type: 'string' }, code: { type: 'string' }, 'data-dir': { type: 'string' }, 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw optionRefusal(error);
  }
}

/** `--list KIND FILE` as often as given; the files stand among the free arguments. */
function listInputsOf(kinds: readonly string[], files: readonly string[], others: readonly Input[], from: string): ListInput[] {
  if (kinds.length === 0) return [];
  if (others.length > 0) throw new CliRefusal('OPTION_INVALID', { detail: '--list 不能与辖区资料同时导入' });
  if (files.length !== kinds.length) throw new CliRefusal('OPTION_INVALID', { detail: `--list 应为“--list 清单 文件”，现有清单 ${kinds.length} 个、文件 ${files.length} 个` });
  const day = new Date(`${from}T00:00:00Z`);
  if (from !== '' && (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== from)) throw new CliRefusal('OPTION_INVALID', { detail: `--from 应为 YYYY-MM-DD，不是“${from}”` });
  return kinds.map((kind, i) => ({ kind, path: files[i] ?? '' }));
}

/** The database that is imported into: of the data directory that is named, or the configured one. */
function databaseOf(dataDir: string | undefined, storeUrl: string): string {
  const file = dataDir === undefined ? embeddedFile(storeUrl) : join(dataDir, 'wangge.db');
  if (file === null) throw new CliRefusal('STORE_NOT_EMBEDDED', { detail: storeUrl.slice(0, storeUrl.indexOf('//')) });
  return file;
}

/** Reads the command line. Throws CliRefusal naming what is wrong. */
export function readImportOptions(args: readonly string[], config: Pick<Config, 'dataDir' | 'storeUrl'>): ImportOptions {
  const { values, positionals } = parse(args);
  const isHelp = values.help === true;
  const found = DATUMS.find((datum) => datum === (values.datum ?? 'WGS84').toUpperCase());
  if (found === undefined) throw new CliRefusal('OPTION_INVALID', { detail: `--datum 应为 ${DATUMS.join('、')} 之一，不是“${values.datum}”` });
  const code = values.code ?? '';
  if (!/^(\d{6}|\d{9})?$/.test(code)) throw new CliRefusal('OPTION_INVALID', { detail: `--code 应为 6 位县码或 9 位乡镇码，不是“${code}”` });
  const kinds = values.list ?? [];
  const open = [...(values.district ?? []), ...(values.boundary ?? []), ...(values.lists ?? []), ...(kinds.length > 0 ? [] : positionals)];
  const inputs: Input[] = [
    ...open.map((path) => ({ path })),
    ...(values.types === undefined ? [] : [{ path: values.types, expected: 'types' as const }]),
    ...(values.people === undefined ? [] : [{ path: values.people, expected: 'people' as const }]),
    ...(values.units === undefined ? [] : [{ path: values.units, expected: 'units' as const }]),
  ];
  const listInputs = listInputsOf(kinds, positionals, inputs, values.from ?? '');
  if (!isHelp && inputs.length === 0 && listInputs.length === 0) throw new CliRefusal('OPTION_INVALID', { detail: '请用 --district 指出辖区资料的文件夹或文件，或用 --list 指出清单' });
  const dataDir = values['data-dir'] ?? config.dataDir;
  return {
    isHelp, isDryRun: values['dry-run'] === true, inputs, listInputs, from: values.from ?? '', edition: values.edition ?? '', documentNo: values.document ?? '', datum: found, code, dataDir,
    databasePath: databaseOf(values['data-dir'], config.storeUrl),
  };
}
