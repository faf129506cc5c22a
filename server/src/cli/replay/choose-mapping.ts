import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decodeText } from '../../platform/csv.ts';
import { readBytes, type CsvTable } from '../read-csv.ts';
import { CliRefusal } from '../refusals.ts';
import { mappingSchema, neededColumns, type FleetMapping, type Mapping, type TicketMapping } from './mapping.ts';

const SHIPPED = join(import.meta.dirname, 'mappings');

/** A mapping and the file it stands in, for messages. */
export interface NamedMapping<M extends Mapping = Mapping> {
  readonly file: string;
  readonly mapping: M;
}

export function parseMapping(file: string, text: string): NamedMapping {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CliRefusal('MAPPING_INVALID', { file, field: '全文', detail: '不是合法的 JSON' });
  }
  const parsed = mappingSchema.safeParse(data);
  if (parsed.success) return { file, mapping: parsed.data };
  const issue = parsed.error.issues[0];
  throw new CliRefusal('MAPPING_INVALID', { file, field: issue?.path.join('.') || '全文', detail: issue?.message ?? '格式不对' });
}

export function readMapping(path: string): NamedMapping {
  return parseMapping(basename(path), decodeText(readBytes(path)));
}

/** The mappings that come with the product. */
export function shippedMappings(): NamedMapping[] {
  return readdirSync(SHIPPED).sort().map((name) => parseMapping(name, readFileSync(join(SHIPPED, name), 'utf8')));
}

/**
 * The mapping for a table: the one given, else of the shipped ones the one whose columns the table has. Throws CliRefusal
 * naming the first column that is missing.
 */
export function chooseMapping(kind: 'tickets', table: CsvTable, given: readonly NamedMapping[], shipped: readonly NamedMapping[]): NamedMapping<TicketMapping>;
export function chooseMapping(kind: 'fleet', table: CsvTable, given: readonly NamedMapping[], shipped: readonly NamedMapping[]): NamedMapping<FleetMapping>;
export function chooseMapping(kind: Mapping['kind'], table: CsvTable, given: readonly NamedMapping[], shipped: readonly NamedMapping[]): NamedMapping {
  const missing = ({ mapping }: NamedMapping): string[] => neededColumns(mapping).filter((name) => !table.columns.includes(name));
  const ofKind = (from: readonly NamedMapping[]): NamedMapping[] => from.filter(({ mapping }) => mapping.kind === kind);
  const candidates = ofKind(given).length > 0 ? ofKind(given) : ofKind(shipped);
  const [best] = candidates.toSorted((a, b) => missing(a).length - missing(b).length);
  if (best === undefined) throw new CliRefusal('MAPPING_INVALID', { file: kind, field: 'kind', detail: '没有这一类对照表' });
  const [column] = missing(best);
  if (column === undefined) return best;
  throw new CliRefusal('CSV_COLUMN_MISSING', { file: table.file, column, detail: `对照表 ${best.file} 要用到它；另一种文件请用 --mapping 给出自己的对照表` });
}
