import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeText, parseCsvText, type CsvText } from '../platform/csv.ts';
import { CliRefusal } from './refusals.ts';

export interface CsvTable extends CsvText {
  /** Name of the file without its folders, for messages. */
  readonly file: string;
}

/** The bytes of a file; throws CliRefusal when it can't be read. */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CliRefusal('FILE_UNREADABLE', { file: path, detail: code === 'ENOENT' ? '没有这个文件' : String(code) });
  }
}

/** Reads a table with a header line. Cells are trimmed; rows with another number of cells are listed as broken. */
export function parseCsv(file: string, text: string): CsvTable {
  const table = parseCsvText(text);
  if (table.columns.length === 0) throw new CliRefusal('CSV_EMPTY', { file });
  return { file, ...table };
}

export function readCsv(path: string): CsvTable {
  return parseCsv(basename(path), decodeText(readBytes(path)));
}
