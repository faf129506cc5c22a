import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { GRADES, RECORD_FORMAT, type DrawRecord } from '@wangge/shared/draw';
import { LIMIT_UNITS } from '@wangge/shared/calendar';
import { CliRefusal } from '../refusals.ts';
import { ask, openWall } from '../replay/server-access.ts';

const names = z.array(z.string());
const hex = z.string().regex(/^[0-9a-f]{64}$/);
const slot = z.strictObject({ objectCode: z.string(), itemCodes: names, inspectorCodes: names });
const schema: z.ZodType<DrawRecord> = z.strictObject({
  format: z.literal(RECORD_FORMAT), id: z.string(), no: z.string(), title: z.string(), lastDay: z.iso.date(),
  pools: z.strictObject({
    items: z.array(z.strictObject({
      code: z.string(), name: z.string(), kind: z.enum(['general', 'key']), basis: z.string(), objectKinds: names, sharePercent: z.strictObject({ A: z.number(), B: z.number(), C: z.number(), D: z.number() }),
      inspectorsPerObject: z.number(), publishLimit: z.strictObject({ value: z.number(), unit: z.enum(LIMIT_UNITS) }),
    })),
    objects: z.array(z.strictObject({ code: z.string(), name: z.string(), kind: z.string(), grade: z.enum(GRADES), villageCode: z.string(), unitsConcerned: names })),
    inspectors: z.array(z.strictObject({ code: z.string(), name: z.string(), unit: z.string(), areaCode: z.string(), certificateNo: z.string(), validTo: z.string(), interests: names })),
  }),
  poolHashes: z.strictObject({ items: hex, objects: hex, inspectors: hex }), commitment: hex, committedAt: z.number(), drawAt: z.number(), drawnAt: z.number().nullable(), seed: hex.nullable(),
  slots: z.array(slot),
  recusals: z.array(z.strictObject({ number: z.number(), objectCode: z.string(), inspectorCode: z.string(), replacementCode: z.string(), reason: z.string(), at: z.number() })),
});

async function textOf(source: string, wallKey: string | undefined): Promise<string> {
  if (!/^https?:\/\//.test(source)) {
    try {
      return readFileSync(source, 'utf8');
    } catch (error) {
      throw new CliRefusal('FILE_UNREADABLE', { file: source, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  const cookie = wallKey === undefined ? '' : await openWall(new URL(source).origin, wallKey);
  const answer = await ask(source, { headers: { cookie } });
  if (!answer.ok) throw new CliRefusal('RECORD_INVALID', { file: source, detail: `服务答 ${answer.status}` });
  return answer.text();
}

/** Reads a record from a file or from a running server, and refuses what is none. */
export async function readRecord(source: string, wallKey: string | undefined): Promise<DrawRecord> {
  const text = await textOf(source, wallKey);
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new CliRefusal('RECORD_INVALID', { file: source, detail: '不是合法的 JSON' });
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) throw new CliRefusal('RECORD_INVALID', { file: source, detail: `${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}` });
  return parsed.data;
}
