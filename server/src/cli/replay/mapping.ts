import { z } from 'zod';
import { DATUMS } from '../../ingest/datum.ts';
import { isTimeFormat } from './parse-time.ts';

const column = z.string().min(1);
const time = z.strictObject({
  column,
  format: z.string().refine(isTimeFormat, '应为 ISO、unix-s、unix-ms 或含 YYYY MM DD 的样式'),
  utcOffset: z.string().regex(/^[+-]\d{2}:\d{2}$/, '应形如 +08:00').optional(),
});
const coordinates = z.strictObject({ lng: column, lat: column, datum: z.enum(DATUMS).default('WGS84') });
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const table = z.record(z.string(), z.string());

/**
 * Where a field comes from: the same for every row; one column; columns joined; or the first of some columns whose value
 * stands in a table, else the default. An empty text leaves the field out.
 */
const fieldSource = z.union([
  z.strictObject({ constant: z.string().min(1) }),
  z.strictObject({ column, default: z.string().optional() }),
  z.strictObject({ columns: z.array(column).min(1), join: z.string() }),
  z.strictObject({ lookup: z.array(column).min(1), table, default: z.string().optional() }),
]);

/** 诉求对照表: how rows of tickets become reports. `byArea` names the column that holds the village or community. */
const ticketMappingSchema = z.strictObject({
  kind: z.literal('tickets'),
  name: z.string().min(1),
  time,
  place: z.union([z.strictObject({ byArea: column, aliases: table.default({}) }), coordinates]),
  fields: z.strictObject({
    typeCode: fieldSource,
    description: fieldSource,
    source: fieldSource.optional(),
    externalNo: fieldSource.optional(),
    address: fieldSource.optional(),
    reporterName: fieldSource.optional(),
    reporterPhone: fieldSource.optional(),
    /** `true` asks for secrecy. */
    isSecret: fieldSource.optional(),
  }),
});

/**
 * 定位对照表: how rows of positions become what terminals say. A terminal's number is a prefix and the last digits of the
 * device's name, or stands in a table. `shift` carries the tracks, true to scale, so that `from` comes to lie on `to`.
 */
const fleetMappingSchema = z.strictObject({
  kind: z.literal('fleet'),
  name: z.string().min(1),
  time,
  device: column,
  phone: z.union([z.strictObject({ prefix: z.string().regex(/^\d*$/), digits: z.int().min(1).max(18) }), z.strictObject({ table })]),
  place: coordinates,
  shift: z.strictObject({ from: lngLat, to: z.union([z.literal('district-centre'), lngLat]) }).optional(),
  speedKmh: column.optional(),
  headingDeg: column.optional(),
  edition: z.enum(['2011', '2013', '2019']).default('2019'),
});

export const mappingSchema = z.discriminatedUnion('kind', [ticketMappingSchema, fleetMappingSchema]);

export type FieldSource = z.infer<typeof fieldSource>;
export type TicketMapping = z.infer<typeof ticketMappingSchema>;
export type FleetMapping = z.infer<typeof fleetMappingSchema>;
export type Mapping = TicketMapping | FleetMapping;

function columnsOf(source: FieldSource): readonly string[] {
  if ('constant' in source) return [];
  if ('column' in source) return [source.column];
  return 'columns' in source ? source.columns : source.lookup;
}

/** Every column that a file must have for this mapping. */
export function neededColumns(mapping: Mapping): string[] {
  const { place } = mapping;
  const ofPlace = 'byArea' in place ? [place.byArea] : [place.lng, place.lat];
  const others = mapping.kind === 'tickets'
    ? Object.values(mapping.fields).flatMap((source) => (source ? columnsOf(source) : []))
    : [mapping.device, ...[mapping.speedKmh, mapping.headingDeg].filter((name) => name !== undefined)];
  return [...new Set([mapping.time.column, ...ofPlace, ...others])];
}

/** The value of a field in one row; undefined where the row has none. */
export function valueOf(source: FieldSource | undefined, cells: Readonly<Record<string, string>>): string | undefined {
  if (source === undefined) return undefined;
  if ('constant' in source) return source.constant;
  if ('column' in source) return (cells[source.column] ?? '') || source.default;
  if ('columns' in source) return source.columns.map((name) => cells[name] ?? '').filter((text) => text !== '').join(source.join) || undefined;
  const key = source.lookup.map((name) => cells[name] ?? '').find((text) => Object.hasOwn(source.table, text));
  return key === undefined ? source.default : source.table[key];
}
