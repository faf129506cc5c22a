import { isEmptyAt, recordsAt, valueAt, type Connector, type Fields, type Topic, type Value } from '@wangge/shared/connector';
import { refuse, type Result } from '@wangge/shared/base';
import { parseCsvText } from '../../platform/csv.ts';
import { readXml, XmlFault } from './read-xml.ts';

/** A record, or a row that is none. */
export type ReadRecord = { readonly ok: true; readonly value: Fields } | { readonly ok: false; readonly line: number; readonly reason: string };

/** The records of a message in a connector's own format; a table is one record a row. Refused where there are none to be found. */
export function readMessage(text: string, connector: Connector, topic: Topic): Result<readonly ReadRecord[]> {
  if (connector.format === 'csv') return readTable(text);
  const message = parse(text, connector);
  if (!message.ok) return message;
  const found = recordsAt(message.value, connector[topic]?.records ?? '');
  return found.ok ? { ok: true, value: found.value.map((value) => ({ ok: true, value })) } : found;
}

function parse(text: string, { format }: Connector): Result<Value> {
  try {
    return { ok: true, value: format === 'xml' ? readXml(text) : (JSON.parse(text.replace(/^\uFEFF/, '')) as Value) };
  } catch (error) {
    return refuse('CONNECTOR_MESSAGE_UNREADABLE', { detail: error instanceof XmlFault ? error.message : '不是合法的 JSON' });
  }
}

/** What an answer says of itself: whether it has no records, which is no fault, and how far it goes; null where that can't be read. */
export function readAnswer(text: string, connector: Connector): { readonly isEmpty: boolean; readonly cursor: string | null } {
  if (connector.format === 'csv') {
    const { columns, rows, broken } = parseCsvText(text);
    return { isEmpty: columns.length > 1 && rows.length + broken.length === 0, cursor: null };
  }
  const message = parse(text, connector);
  if (!message.ok) return { isEmpty: false, cursor: null };
  const at = connector.poll?.cursor ? valueAt(message.value, connector.poll.cursor.path) : undefined;
  return { isEmpty: isEmptyAt(message.value, connector.reports?.records ?? ''), cursor: (typeof at === 'string' && at !== '') || typeof at === 'number' ? String(at) : null };
}

function readTable(text: string): Result<readonly ReadRecord[]> {
  const { rows, broken } = parseCsvText(text);
  if (rows.length + broken.length === 0) return refuse('CONNECTOR_RECORDS_MISSING');
  return { ok: true, value: [...rows.map(({ cells }): ReadRecord => ({ ok: true, value: cells })), ...broken.map(({ line, reason }): ReadRecord => ({ ok: false, line, reason }))] };
}
