import { ok, refuse, type RefusalCode, type Result } from '../base/index.ts';
import { fromDatum, isPossibleLngLat, roundLngLat, type LngLat } from '../geo/index.ts';
import type { RatingMapping, ReportMapping } from './connector.ts';
import type { Fields, Value } from './record.ts';
import { applyRule, isFields, valueAt, type FieldRule } from './rules.ts';

/** A record as the report it means; the place WGS-84, longitude first. */
export interface MappedReport {
  readonly externalNo: string;
  readonly typeCode: string;
  readonly description: string;
  readonly lngLat: LngLat;
  readonly address: string;
  /** Null where the record names none: then it is the connector's own name. */
  readonly source: string | null;
  readonly reporter: { readonly name: string | null; readonly phone: string | null; readonly isSecret: boolean };
  /** 重办 of an order that is known: why; not there where the record asks for none. */
  readonly reopening?: { readonly reason: string };
}

/** A record as the rating it means. */
export interface MappedRating {
  readonly externalNo: string;
  readonly satisfaction: number;
  readonly isResolved: boolean;
  readonly note: string | null;
}

/** Longest texts that a field takes, as at every other door. */
const LONGEST = { externalNo: 100, typeCode: 32, description: 10_000, address: 300, source: 40, reporterName: 50, reporterPhone: 30, note: 2_000, reopenReason: 500 } as const;
const SHOWN = 40;
/** The reason of an order that comes back without one. */
const UNSAID = '来源退回重办，未写明原因';

/** The fields of one record by their rules; the first that cannot be had is the refusal. */
class Reading {
  refusal: { code: RefusalCode; field: string; detail?: string } | null = null;
  readonly #record: Fields;

  constructor(record: Fields) {
    this.#record = record;
  }

  fail(code: RefusalCode, field: string, detail?: string): void {
    this.refusal ??= { code, field, ...(detail === undefined ? {} : { detail: detail.slice(0, SHOWN) }) };
  }

  maybe(field: string, rule: FieldRule | undefined, longest: number): string | null {
    const found = applyRule(rule, this.#record);
    if (found.kind === 'unmapped') this.fail('CONNECTOR_VALUE_UNMAPPED', field, found.text);
    if (found.kind !== 'found') return null;
    if (found.text.length > longest) this.fail('FIELD_INVALID', field, `最多 ${longest} 个字`);
    return found.text;
  }

  text(field: string, rule: FieldRule, longest: number): string {
    const found = this.maybe(field, rule, longest);
    if (found === null || found === '') this.fail('CONNECTOR_FIELD_MISSING', field);
    return found ?? '';
  }

  number(field: string, rule: FieldRule): number {
    const text = this.text(field, rule, 40);
    const value = Number(text);
    if (text !== '' && !Number.isFinite(value)) this.fail('FIELD_INVALID', field, text);
    return value;
  }

  flag(field: string, rule: FieldRule | undefined): boolean | null {
    const text = this.maybe(field, rule, 10);
    if (text !== null && text !== '' && text !== 'true' && text !== 'false') this.fail('FIELD_INVALID', field, text);
    return text === null || text === '' ? null : text === 'true';
  }
}

/** The records of a message: what lies at a path, one or many; a refusal where there is nothing of the kind. */
export function recordsAt(message: Value, path: string): Result<readonly Fields[]> {
  const found = valueAt(message, path);
  const records: readonly Value[] = Array.isArray(found) ? (found as readonly Value[]) : found === undefined ? [] : [found as Value];
  if (records.length === 0 || !records.every(isFields)) return refuse('CONNECTOR_RECORDS_MISSING', { field: path });
  return ok(records);
}

/** Whether a message has the place where records lie, and none there: an empty list, or nothing at all. */
export function isEmptyAt(message: Value, path: string): boolean {
  const found = valueAt(message, path);
  if (found === undefined) return path !== '' && isBare(valueAt(message, path.split('.').slice(0, -1).join('.')));
  return isBare(found);
}

const isBare = (value: Value | undefined): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What a record means as a report, or the first field that cannot be had. */
export function mapReport(record: Fields, { fields, datum }: ReportMapping): Result<MappedReport> {
  const reading = new Reading(record);
  const externalNo = reading.text('externalNo', fields.externalNo, LONGEST.externalNo);
  const typeCode = reading.text('typeCode', fields.typeCode, LONGEST.typeCode);
  const description = reading.text('description', fields.description, LONGEST.description);
  const [lng, lat] = [reading.number('lng', fields.lng), reading.number('lat', fields.lat)];
  if (!reading.refusal && (!isPossibleLngLat([lng, lat]) || (lng === 0 && lat === 0))) reading.fail('COORDINATE_INVALID', 'lng', `${lng},${lat}`);
  const address = reading.maybe('address', fields.address, LONGEST.address) ?? '';
  const source = reading.maybe('source', fields.source, LONGEST.source);
  const name = reading.maybe('reporterName', fields.reporterName, LONGEST.reporterName);
  const phone = reading.maybe('reporterPhone', fields.reporterPhone, LONGEST.reporterPhone);
  const isSecret = reading.flag('isSecret', fields.isSecret) ?? false;
  const reopening = reading.flag('isReopening', fields.isReopening) === true ? { reopening: { reason: reading.maybe('reopenReason', fields.reopenReason, LONGEST.reopenReason) || UNSAID } } : {};
  if (reading.refusal) return { ok: false, error: reading.refusal };
  return ok({ externalNo, typeCode, description, lngLat: roundLngLat(fromDatum([lng, lat], datum)), address, source, reporter: { name, phone, isSecret }, ...reopening });
}

/** What a record means as a rating, or the first field that cannot be had. */
export function mapRating(record: Fields, { fields }: RatingMapping): Result<MappedRating> {
  const reading = new Reading(record);
  const externalNo = reading.text('externalNo', fields.externalNo, LONGEST.externalNo);
  const satisfaction = reading.number('satisfaction', fields.satisfaction);
  if (!reading.refusal && (!Number.isInteger(satisfaction) || satisfaction < 1 || satisfaction > 5)) reading.fail('FIELD_INVALID', 'satisfaction', String(satisfaction));
  const isResolved = reading.flag('isResolved', fields.isResolved);
  if (isResolved === null) reading.fail('CONNECTOR_FIELD_MISSING', 'isResolved');
  const note = reading.maybe('note', fields.note, LONGEST.note);
  if (reading.refusal || isResolved === null) return { ok: false, error: reading.refusal! };
  return ok({ externalNo, satisfaction, isResolved, note });
}
